import { describe, expect, test } from 'vitest'
import { parseCell } from '../../main/import/parse-cell.ts'
import { checkDate, checkNumericDate, isRealDay } from '../../shared/rules/dates.ts'
import { isEmptyText } from '../../shared/rules/empty.ts'
import { checkCharacterOf, checkIdNumber } from '../../shared/rules/id-number.ts'
import { checkName, nameKey } from '../../shared/rules/names.ts'
import { nearest } from '../../shared/rules/nearest.ts'
import { splitPartner } from '../../shared/rules/partner-unit.ts'
import { checkPersonChanges } from '../../shared/rules/person-values.ts'
import { checkLandline, checkPhone, checkPhones } from '../../shared/rules/phone.ts'
import {
  branchKey,
  branchKindOf,
  communityIn,
  communityKey,
  estateKey,
  groupKey,
  streetIn,
  streetKey,
} from '../../shared/rules/unit-names.ts'
import { membersSheet } from '../../shared/sheets/members.ts'

const today = '2026-11-22'
const value = <T>(checked: { ok: true; value: T } | { ok: false; reason: string }): T | string =>
  checked.ok ? checked.value : checked.reason

describe('phones', () => {
  test.each([
    ['13800002809', '13800002809'],
    ['138 0000 3191', '13800003191'],
    ['138-0000-3191', '13800003191'],
    ['+86 13800003191', '13800003191'],
    ['8613800003191', '13800003191'],
    ['１３８００００４１１６', '13800004116'],
    ['013800004116', '13800004116'],
    ['0719-8651234', '0719-8651234'],
    ['（0719）8651234', '0719-8651234'],
    ['07198651234转801', '0719-8651234-801'],
    ['010—65123456', '010-65123456'],
    ['01085551234', '010-85551234'],
    ['02785551234', '027-85551234'],
    ['0278555123转8', '027-8555123-8'],
    ['（027）85551234', '027-85551234'],
    ['031185551234', '0311-85551234'],
    ['0719 865 1234', '0719-8651234'],
  ])('%s is %s', (typed, stored) => {
    expect(value(checkPhone(typed))).toBe(stored)
  })

  test.each([
    ['1380000486', '手机号只有 10 位'],
    ['138000028091', '手机号有 12 位，多了 1 位'],
    ['12800002809', '手机号应以 13 至 19 开头'],
    ['1.38E+10', '号码被表格改成了科学计数法，末几位已丢失'],
    ['1380000280a', '电话号码里有不是数字的字符'],
    ['0108-5551234', '固定电话应为区号加 7 至 8 位号码'],
    ['0719-123', '固定电话应为区号加 7 至 8 位号码'],
  ])('%s is refused: %s', (typed, reason) => {
    expect(value(checkPhone(typed))).toBe(reason)
  })

  test('a cell may hold two numbers, not three', () => {
    for (const between of ['、', '/', '；', '\n', ' ', '，']) {
      expect(value(checkPhones(`13900006229${between}15000000709`))).toEqual(['13900006229', '15000000709'])
    }
    expect(value(checkPhones('13900006229、13900006229'))).toEqual(['13900006229'])
    expect(value(checkPhones('13900006229、15000000709、15000000708'))).toBe('一格里有 3 个号码，最多填两个')
    expect(value(checkPhones('13900006229、1500000070'))).toBe('手机号只有 10 位')
  })

  test.each([
    ['13800001234 0719-8651234', ['13800001234', '0719-8651234']],
    ['0719-8651234 138 0000 1234', ['0719-8651234', '13800001234']],
    ['138 0000 1234　０７１９ 8651234', ['13800001234', '0719-8651234']],
    ['138 0000 3191', ['13800003191']],
    ['0719 8651234', ['0719-8651234']],
  ])('a space parts two numbers, not one: %s', (typed, numbers) => {
    expect(value(checkPhones(typed))).toEqual(numbers)
  })

  test('a space before half a number parts nothing', () => {
    expect(value(checkPhones('13800001234 0719'))).toBe('手机号有 15 位，多了 4 位')
    expect(value(checkPhones('13900006229 0719-8651234 15000000708'))).toBe('一格里有 3 个号码，最多填两个')
  })

  test('a field of the form takes one number', () => {
    const reason = '这里填一个号码，另一个请填在备用电话'
    for (const phone of ['13800001234、13900001234', '13800001234 0719-8651234', '13800001234/13900001234']) {
      expect(checkPersonChanges({ phone }, today)).toEqual({ ok: false, reason })
    }
    expect(checkPersonChanges({ phone: '010 8555 1234' }, today)).toEqual({
      ok: true,
      value: { phone: '010-85551234' },
    })
  })

  test('a local number needs no area code in a column for land lines', () => {
    expect(value(checkLandline('8651234'))).toBe('8651234')
    expect(checkPhone('8651234').ok).toBe(false)
  })
})

describe('ID numbers', () => {
  test('the check character is that of GB 11643', () => {
    expect(checkCharacterOf('11010519491231002')).toBe('X')
    expect(checkCharacterOf('44052418800101001')).toBe('4')
  })

  test.each([
    ['420321195908220003', '420321195908220003'],
    ['43100219811216000x', '43100219811216000X'],
    [' 420321 19590822 0003 ', '420321195908220003'],
    ['４２０３２１１９５９０８２２０００３', '420321195908220003'],
    ['420321195908220004', '身份证号的校验位不对，请核对是否抄错'],
    ['42032119590822000', '身份证号应为 18 位，现有 17 位'],
    ['420321590822000', '身份证号是 15 位的旧号码，请填写 18 位号码'],
    ['000321195908220003', '身份证号开头的地区代码不存在'],
    ['420321195902300003', '身份证号里的出生日期不存在'],
    ['420321209908220003', '身份证号里的出生日期在今天之后'],
    ['4.20321E+17', '身份证号存成了数字，末几位已丢失，请改为文本后重新填写'],
    ['42032119590822O003', '身份证号里有不应出现的字符'],
  ])('%s: %s', (typed, expected) => {
    expect(value(checkIdNumber(typed, today))).toBe(expected)
  })

  test('81, 82, 83 and the permanent-residence form are known', () => {
    for (const start of ['81000019900101001', '83000019900101001', '91103219900101001']) {
      const id = start + checkCharacterOf(start)
      expect(value(checkIdNumber(id, today))).toBe(id)
    }
  })
})

describe('dates', () => {
  test.each([
    ['1998-7-1', '1998-07-01'],
    ['1998/7/1', '1998-07-01'],
    ['1998.07', '1998-07'],
    ['1998年7月', '1998-07'],
    ['1998年7月1日', '1998-07-01'],
    ['1998 年 7 月 1 日', '1998-07-01'],
    ['19980701', '1998-07-01'],
    ['199807', '1998-07'],
    ['１９９８．０７', '1998-07'],
    ['1998-07-01 00:00:00', '1998-07-01'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', '2023年2月没有 29 日'],
    ['1998-13', '日期里没有 13 月'],
    ['1998年', '日期只有年份，请写到月'],
    ['七月一日', '日期认不出来，请写成 1998-07-01'],
  ])('%s: %s', (typed, expected) => {
    expect(value(checkDate(typed))).toBe(expected)
  })

  test('the number 1988.1 is asked about, unless the cell shows which month it is', () => {
    expect(value(checkNumericDate(1988.1, '1988.1'))).toBe(
      '1988.1 可能是 1 月，也可能是 10 月，请写成 1988-01 或 1988-10',
    )
    expect(value(checkNumericDate(1988.1, '1988.10'))).toBe('1988-10')
    expect(value(checkNumericDate(1988.01, '1988.01'))).toBe('1988-01')
    expect(value(checkNumericDate(1988.7, '1988.7'))).toBe('1988-07')
    expect(value(checkNumericDate(19980701, '19980701'))).toBe('1998-07-01')
  })

  test('nobody is born after today, in a ledger or in the form', () => {
    const born = membersSheet.columns.find((column) => column.field === 'birthDate')
    const joined = membersSheet.columns.find((column) => column.field === 'joinedOn')
    if (born === undefined || joined === undefined) throw new Error('no such column')
    const late = { ok: false, reason: '出生日期在今天之后' }
    for (const date of ['2026-11-23', '2026年12月', '2099-01-01']) {
      expect(parseCell(born, date, { today, yuan: 1 })).toEqual(late)
    }
    for (const date of ['2026-11-22', '2026年11月'])
      expect(parseCell(born, date, { today, yuan: 1 }).ok).toBe(true)
    expect(parseCell(joined, '2099-01-01', { today, yuan: 1 }).ok).toBe(true)
    expect(checkPersonChanges({ birthDate: '2026-12' }, today)).toEqual(late)
    expect(checkPersonChanges({ birthDate: '2026-11' }, today)).toEqual({
      ok: true,
      value: { birthDate: '2026-11' },
    })
    expect(checkPersonChanges({ birthDate: null }, today)).toEqual({ ok: true, value: { birthDate: null } })
    expect(checkPersonChanges({ note: '' }, today)).toEqual({ ok: true, value: { note: '' } })
  })

  test('30 February is no day', () => {
    expect(isRealDay('2024-02-29')).toBe(true)
    expect(isRealDay('2024-02-30')).toBe(false)
  })
})

describe('names', () => {
  test('spaces inside a Chinese name go, rare characters stay as they are', () => {
    expect(value(checkName(' 王 䶮 '))).toBe('王䶮')
    expect(value(checkName('欧阳\u3000𬭚'))).toBe('欧阳𬭚')
    expect(value(checkName('John  Smith'))).toBe('John Smith')
    // A compatibility ideograph that NFKC would replace.
    expect(value(checkName('\uf9b4木'))).toBe('\uf9b4木')
    expect(value(checkName('13800002809'))).toBe('姓名里要有文字')
    expect(value(checkName('𬭚'.repeat(50)))).toBe('𬭚'.repeat(50))
  })

  test('the dots inside names are one for matching', () => {
    expect(nameKey('买买提•艾力')).toBe(nameKey('买买提·艾力'))
    expect(nameKey('买买提・艾力')).toBe(nameKey('买买提·艾力'))
  })

  test('无 — - / 空 mean nothing', () => {
    for (const text of ['', ' ', '无', '—', '——', '-', '/', '空', '　']) expect(isEmptyText(text)).toBe(true)
    for (const text of ['0', '无名', '空军']) expect(isEmptyText(text)).toBe(false)
  })
})

describe('names of units', () => {
  test('one community, however it is called', () => {
    const names = [
      '六堰社区',
      '六堰社区党委',
      '六堰社区大党委',
      '六堰社区党总支',
      '汉江路街道六堰社区',
      '六堰 社区',
    ]
    expect(new Set(names.map(communityKey))).toEqual(new Set(['六堰']))
    expect(communityKey('街道口社区')).toBe('街道口')
  })

  test('one street, one estate, one branch, one group', () => {
    expect(new Set(['汉江路街道党工委', '张湾区汉江路街道', '汉江路街道办事处'].map(streetKey)).size).toBe(1)
    expect(estateKey('柳林小区')).toBe(estateKey('柳林'))
    expect(estateKey('小区')).toBe('小区')
    const branches = ['柳林小区党支部', '柳林小区应急党支部', '柳林党支部', '柳林小区共驻共建应急党支部']
    expect(new Set(branches.map(branchKey)).size).toBe(1)
    expect(branchKey('柳林家属院党支部')).not.toBe(branchKey('柳林小区党支部'))
    expect(groupKey('１号楼党小组')).toBe(groupKey('1号楼小组'))
  })

  test('the kind of a branch is in its name', () => {
    expect(
      ['柳林小区党支部', '第三网格党支部', '柳林联合党支部', '美好物业党支部', '隔离点临时党支部'].map(
        branchKindOf,
      ),
    ).toEqual(['estate', 'grid', 'joint', 'property', 'temporary'])
  })

  test('street and community are found in title lines', () => {
    expect(streetIn('张湾区汉江路街道共驻共建应急党支部名册')).toBe('汉江路街道')
    expect(streetIn('填报单位：花果街道二堰铺社区党委')).toBe('花果街道')
    expect(streetIn('张湾区街道社区小区党组织架构表')).toBeNull()
    expect(communityIn('填报单位：花果街道二堰铺社区党委')).toBe('二堰铺社区党委')
    expect(communityIn('填报单位：发展大道社区')).toBe('发展大道社区')
    expect(communityIn('填报单位：汉江路街道党工委党建办            填报时间：2026年11月20日')).toBeNull()
  })

  test('the names most like a mistyped one', () => {
    expect(nearest('柳林小区党支布', ['柳林小区党支部', '东鑫佳园小区党支部'])).toEqual(['柳林小区党支部'])
    expect(nearest('完全不同的名称', ['abc'])).toEqual([])
  })
})

test.each([
  ['区市场监管局党组书记、局长', '区市场监管局', '党组书记、局长'],
  ['区税务局主要负责人', '区税务局', '主要负责人'],
  ['东风公司第四十六厂党组书记、局长', '东风公司第四十六厂', '党组书记、局长'],
  ['中国银行张湾支行党委书记', '中国银行张湾支行', '党委书记'],
  ['区委组织部部长', '区委组织部', '部长'],
  ['区税务局长', '区税务局', '局长'],
  ['区教育局副局长', '区教育局', '副局长'],
  ['区委办公室主任', '区委办公室', '主任'],
  ['市人民医院', '市人民医院', null],
])('%s is %s and %s', (cell, unit, position) => {
  expect(splitPartner(cell)).toEqual({ unit, position })
})

describe('amounts', () => {
  const money = { field: 'amount', label: '金额', type: 'money' } as const
  const amount = (cell: string | number, yuan: 1 | 10_000 = 1) => {
    const read = typeof cell === 'number' ? { number: cell, shown: String(cell), date: null } : cell
    const checked = parseCell(money, read, { today, yuan })
    return checked.ok ? (checked.value['amount'] ?? null) : checked.reason
  }

  test.each([
    [168.93, 16_893],
    [0.1 + 0.2, 30],
    [1_718_738.005, '金额认不出来，应为数字，最多两位小数'],
    ['1,234.5', 123_450],
    ['￥1234元', 123_400],
    ['1.5万元', 1_500_000],
    ['１２３．４', 12_340],
    ['-20', -2_000],
    ['一千', '金额认不出来，应为数字，最多两位小数'],
  ])('%s yuan is %s fen', (cell, fen) => {
    expect(amount(cell)).toBe(fen)
  })

  test('where the sheet counts in 万元, an amount is ten thousand times as much, exact', () => {
    expect(amount(0.7, 10_000)).toBe(700_000)
    expect(amount('12.345678', 10_000)).toBe(12_345_678)
  })
})

test('in a text file 1988.1 may have been 1988.10: it is asked; other months are plain', () => {
  const joined = { field: 'joinedOn', label: '入党时间', type: 'date' } as const
  const of = (text: string, plainText: boolean) => parseCell(joined, text, { today, yuan: 1, plainText })
  expect(of('1988.1', true).ok).toBe(false)
  expect(of('1988.10', true)).toEqual({ ok: true, value: { joinedOn: '1988-10' } })
  expect(of('1988.7', true)).toEqual({ ok: true, value: { joinedOn: '1988-07' } })
  expect(of('1988.1', false)).toEqual({ ok: true, value: { joinedOn: '1988-01' } })
})
