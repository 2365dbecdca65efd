import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { saveTemplate } from '../../main/cli/template.ts'
import { listHistory } from '../../main/database/history.ts'
import { loadTemplateLists, loadTemplateRows } from '../../main/database/template-rows.ts'
import { templateColumns } from '../../main/export/template-columns.ts'
import { shownText } from '../../main/import/grid.ts'
import { readWorkbook } from '../../main/import/read-workbook.ts'
import { ledgerKinds } from '../../shared/models/import.ts'
import { sheetsFor, tablesOf } from '../../shared/sheets/all.ts'
import { contextOf } from './context.ts'
import { fullOffice } from './template-office.ts'

const today = '2026-11-25'

test('what is known of a community, in the shape of each ledger', async () => {
  const db = await fullOffice()
  const rowsOf = async (ledger: (typeof ledgerKinds)[number]) =>
    loadTemplateRows(db, ledger, 'community', today)
  const place = { street: '汉江路街道党工委', community: '六堰社区党委' }

  expect(await rowsOf('organization')).toEqual([
    [
      {
        ...place,
        branch: '百二河雅苑党支部',
        group: '1号楼党小组',
        leader: '单元长乙',
        leaderPhone: '13900004444',
      },
      { ...place, branch: '阳光花园党支部' },
    ],
  ])
  expect(await rowsOf('emergencyBranches')).toEqual([
    [
      {
        community: '六堰社区党委',
        estate: '百二河雅苑',
        branch: '百二河雅苑应急党支部',
        secretary: '许文雪',
        secretaryPhone: '15000005541',
        firstSecretary: '邹芳磊',
        firstSecretaryPhone: '13800009448',
        partner: '区税务局党委书记、局长',
        gridLeader: '白勇文',
        buildings: '12',
        households: '480',
      },
    ],
  ])
  const [members = []] = await rowsOf('members')
  expect(members.map(({ name, branch }) => [name, branch])).toEqual([
    ['欧阳𬭚', '百二河雅苑党支部'],
    ['单元长乙', '百二河雅苑党支部'],
    ['阿依古丽·买买提', '阳光花园党支部'],
  ])
  expect(members[2]).toEqual({
    name: '阿依古丽·买买提',
    community: '六堰社区党委',
    branch: '阳光花园党支部',
    idNumber: '420302198001010000',
    gender: '女',
    ethnicity: '维吾尔族',
    birthDate: '1980-01-01',
    education: '大学本科',
    category: '正式党员',
    joinedOn: '2005-07',
    confirmedOn: '2006-07-01',
    occupation: '区税务局科员',
    phone: '13900002222、0719-8651234',
    address: '百二河雅苑 3 号楼',
    outOfContact: '否',
    floating: '是',
    floatingTo: '武汉',
    note: '骨干',
  })
  expect(await rowsOf('reporting')).toMatchObject([
    [{ name: '阿依古丽·买买提', community: '六堰社区党委', reportedOn: '2026-03-01', workUnit: '区税务局' }],
  ])
  expect(await rowsOf('heads')).toEqual([
    [
      {
        ...place,
        estate: '百二河雅苑',
        place: '2号楼1单元',
        office: '单元长',
        name: '单元长乙',
        politicalStatus: '中共预备党员',
        phone: '13900004444',
      },
      {
        ...place,
        estate: '百二河雅苑',
        place: '10号楼',
        office: '楼栋长',
        households: '48',
        name: '楼长甲',
        gender: '男',
        politicalStatus: '群众',
        phone: '13900003333',
      },
    ],
  ])
  expect(await rowsOf('gridStaff')).toEqual([
    [
      {
        ...place,
        grid: '第一网格',
        office: '网格员',
        name: '网格员丙',
        phone: '13900005555',
        households: '300',
      },
    ],
  ])
  expect(await rowsOf('volunteers')).toMatchObject([
    [{ name: '楼长甲', team: '六堰社区志愿服务队', registeredOn: '2026-03', politicalStatus: '群众' }],
  ])
  expect(await rowsOf('partnerUnits')).toEqual([
    [
      {
        partner: '区税务局',
        address: '北京中路8号',
        leader: '邹芳磊',
        leaderPhone: '13800009448',
        leaderPosition: '党委书记、局长',
        liaison: '联络员丁',
        liaisonPhone: '13900006666',
        community: '六堰社区党委',
        estates: '百二河雅苑、阳光花园',
      },
    ],
  ])
  expect(await rowsOf('venues')).toMatchObject([
    [
      {
        venue: '百二河雅苑党群活动室',
        area: '90.50',
        right: '共享',
        seats: '40',
        leaseFrom: '2026-01',
        rent: '12000.50',
        branches: '百二河雅苑党支部、阳光花园党支部',
        keeper: '楼长甲',
        keeperPhone: '13900003333',
      },
    ],
  ])
  const [given = [], paid = []] = await rowsOf('funding')
  expect(given).toEqual([{ ...place, branch: '百二河雅苑党支部', 'source:县级财政定额预算': '10500.50' }])
  expect(paid.map(({ voucherNo, amount, payee }) => [voucherNo, amount, payee])).toEqual([
    ['记-9', '47.52', undefined],
    ['记-10', '525.87', undefined],
  ])
  await db.close()
})

test('every field that is known has a column in the template of its ledger', async () => {
  const db = await fullOffice()
  const { sources } = await loadTemplateLists(db, 'community')
  for (const ledger of ledgerKinds) {
    const tables = await loadTemplateRows(db, ledger, 'community', today)
    for (const [index, sheet] of tablesOf(ledger, sheetsFor(sources)).entries()) {
      const fields = templateColumns(sheet).map(({ field }) => field)
      expect(tables[index]?.length, sheet.title).toBeGreaterThan(0)
      for (const row of tables[index] ?? []) expect(fields).toEqual(expect.arrayContaining(Object.keys(row)))
    }
  }
  await db.close()
})

test('the command line saves a template; one with ID numbers and phones leaves a trace, a blank one none', async () => {
  const context = contextOf(await fullOffice())
  const cwd = mkdtempSync(join(tmpdir(), 'zhibu-'))
  const said: string[] = []
  const around = { context, cwd, say: (sentence: string) => said.push(sentence) }
  const last = async () => (await listHistory(context.database(), 1, null))[0]?.label

  const blank = { ledger: 'members', out: '空白.xlsx', community: null } as const
  expect(await saveTemplate(blank, around)).toEqual({
    file: join(cwd, '空白.xlsx'),
    ledger: 'members',
    rows: 0,
  })
  expect(await last()).toBe('准备')
  await saveTemplate({ ledger: 'funding', out: '经费.xlsx', community: '六堰社区' }, around)
  expect(await last()).toBe('准备')

  const asked = { ledger: 'members', out: '党员.xlsx', community: '六堰社区' } as const
  expect(await saveTemplate(asked, around)).toMatchObject({ ledger: 'members', rows: 3 })
  expect(await last()).toBe('导出模板（党员花名册，六堰社区党委，3 行，含完整证件号和电话）')
  expect(said.at(-1)).toContain('六堰社区党委，已填 3 行')
  const { grids } = await readWorkbook(readFileSync(join(cwd, '党员.xlsx')), '党员.xlsx')
  const texts = grids[0]?.rows.flatMap((row) => row ?? []).map(shownText)
  expect(texts).toEqual(
    expect.arrayContaining(['填报单位：汉江路街道六堰社区党委', '420302198001010000', '欧阳𬭚']),
  )
  await expect(saveTemplate({ ...asked, community: '没有的社区' }, around)).rejects.toMatchObject({
    code: 'unit.unknown',
  })
  await context.database().close()
})
