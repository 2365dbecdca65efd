import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'

const fixture = (name: string): string => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))

const read = async (path: string) => {
  const { sheets, contexts, rows } = await readRows({ kind: 'path', path })
  const kinds = new Set(sheets.filter((sheet) => sheet.used).map((sheet) => sheet.table))
  return {
    ledger: { kind: [...kinds].join(), sheets, contexts },
    rows,
    refused: rows.flatMap((row) => row.refused),
  }
}

test('组织架构: 1,077 groups, blank cells repeat the one above, nothing refused', async () => {
  const { ledger, rows, refused } = await read(fixture('组织架构.xlsx'))
  expect(ledger.kind).toBe('organization')
  expect(rows).toHaveLength(1077)
  expect(refused).toEqual([])
  expect(rows[1]?.values).toEqual({
    street: '花果街道党工委',
    community: '二堰铺社区党委',
    branch: '花园路华庭小区党支部',
    group: '2号楼党小组',
    leader: '胡磊勇',
    leaderPhone: '19900002252',
    leaderPhone2: null,
  })
  const count = (...fields: readonly string[]) =>
    new Set(rows.map((row) => fields.map((field) => row.values[field]).join('/'))).size
  expect([count('street'), count('street', 'community'), count('street', 'community', 'branch')]).toEqual([
    4, 34, 335,
  ])
})

test('应急党支部名册: two header rows, merged communities, exactly two rows refused', async () => {
  const { ledger, rows, refused } = await read(fixture('应急党支部名册.xlsx'))
  expect(ledger.kind).toBe('emergencyBranches')
  expect(ledger.sheets[0]?.headerRows).toEqual([3, 4])
  expect(ledger.contexts[0]?.street).toBe('汉江路街道')
  expect(rows).toHaveLength(95)
  expect(refused).toEqual([
    { sheet: '应急党支部', row: 12, column: '支部书记·联系电话', reason: '手机号只有 10 位' },
    { sheet: '应急党支部', row: 32, column: '应急党支部名称', reason: '与第 31 行的应急党支部重复' },
  ])
  const row = (number: number) => rows.find((one) => one.row === number)?.values
  expect(row(13)?.['community']).toBe('六堰社区')
  expect(row(20)?.['secretaryPhone']).toBe('15000008091')
  expect(row(24)?.['gridLeaderPhone']).toBe('13800004116')
  expect(row(28)).toMatchObject({ secretaryPhone: '13900006229', secretaryPhone2: '15000000709' })
  expect(row(39)?.['firstSecretary']).toBe('王䶮')
  expect(row(6)).toMatchObject({ partner: '区市场监管局', partnerPosition: '党组书记、局长' })
  expect(row(26)?.['firstSecretary']).toBeUndefined()
})

test('党员花名册: 34 sheets, 8,149 rows, exactly the thirteen bad ones refused', async () => {
  const { ledger, rows, refused } = await read(fixture('党员花名册.xlsx'))
  expect(ledger.sheets).toHaveLength(34)
  expect(ledger.contexts[0]).toMatchObject({ street: '花果街道', community: '二堰铺社区党委' })
  expect(rows).toHaveLength(8149)
  const digitsLost = '18 位身份证号存成了数字，末几位已丢失，请把单元格改为文本后重新填写'
  const checkCharacter = '身份证号的校验位不对，请核对是否抄错'
  expect(refused.map(({ sheet, row, column, reason }) => `${sheet} ${row} ${column} ${reason}`)).toEqual([
    `铸一新村社区 90 公民身份证号 ${digitsLost}`,
    `铸一新村社区 108 公民身份证号 ${checkCharacter}`,
    `燕沟社区 227 公民身份证号 ${checkCharacter}`,
    `动力新村社区 78 公民身份证号 ${checkCharacter}`,
    `界牌社区 209 公民身份证号 ${digitsLost}`,
    `艳湖社区 30 公民身份证号 ${digitsLost}`,
    `艳湖社区 197 公民身份证号 ${checkCharacter}`,
    `镜潭社区 48 公民身份证号 ${checkCharacter}`,
    `人民广场社区 121 公民身份证号 ${refused[8]?.reason}`,
    `工艺新村社区 167 公民身份证号 ${checkCharacter}`,
    `公园社区 18 公民身份证号 ${checkCharacter}`,
    `公园社区 149 公民身份证号 ${digitsLost}`,
    `银河社区 137 公民身份证号 ${checkCharacter}`,
  ])
  expect(refused[8]?.reason).toMatch(/^与(?:“.+”表)?第 \d+ 行的身份证号重复$/)
}, 60_000)
