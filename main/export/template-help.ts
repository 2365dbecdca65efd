import type ExcelJS from 'exceljs'
import { venueRightLabels } from '../../shared/models/venue.ts'
import { type Column, columnTitle, type Sheet } from '../../shared/sheets/sheet.ts'
import { bold, box, fillOf, font, ledgerPage, pageFooter, textFormat, widthOf } from './cell-style.ts'
import { templateColumns } from './template-columns.ts'

export const helpSheet = '填表说明'

const widths = [24, 10, 66, 34]

const notes = (tabs: string): readonly string[] => [
  `1. 请填在${tabs}里；表头的文字和位置请不要改动，用不到的列可以空着。`,
  '2. 表头带 * 的列必须填写，缺了这一格，这一行就不能导入。其他列空着，不会改动程序里已有的内容。',
  '3. 序号为“例”的一行是示例，不会导入，删去、保留都可以。',
  '4. 单元格的格式已经设好，请用“选择性粘贴—数值”粘贴，免得把格式改掉；身份证号、电话不能变成 1.38E+10 这样的数字。',
  '5. 没有内容的格空着即可，写“无”或“—”也当作没有。合计行、制表人一行不会导入。',
]

/** A sheet that says of each column whether it must be filled in and what is allowed, in plain words. */
export const addHelpSheet = (
  workbook: ExcelJS.Workbook,
  title: string,
  tables: readonly Sheet[],
  nameOf: (sheet: Sheet, title: string) => string,
): void => {
  const sheet = workbook.addWorksheet(helpSheet, {
    views: [{ showGridLines: false }],
    pageSetup: { ...ledgerPage(1), orientation: 'portrait' },
    headerFooter: { oddFooter: pageFooter },
  })
  sheet.columns = widths.map((width) => ({ width, style: { font, numFmt: textFormat } }))
  const names = tables.map((table) => nameOf(table, title))
  sheet.mergeCells(1, 1, 1, 4)
  sheet.getRow(1).height = 32
  sheet.getCell(1, 1).value = `${title}填表说明`
  sheet.getCell(1, 1).font = { ...bold, size: 18 }
  sheet.getCell(1, 1).alignment = { horizontal: 'center', vertical: 'middle' }
  let at = 1
  for (const note of notes(names.map((name) => `“${name}”`).join('和'))) {
    at += 1
    sheet.mergeCells(at, 1, at, 4)
    const cell = sheet.getCell(at, 1)
    cell.value = note
    cell.alignment = { vertical: 'middle', wrapText: true }
    sheet.getRow(at).height = widthOf(note) > 120 ? 36 : 22
  }
  for (const [index, table] of tables.entries()) {
    at += 2
    if (tables.length > 1) {
      sheet.getCell(at, 1).value = names[index] ?? ''
      sheet.getCell(at, 1).font = { ...bold, size: 13 }
      sheet.getRow(at).height = 24
      at += 1
    }
    at = addColumns(sheet, table, at)
  }
}

/** The lines of one table from row `top` on; answers the last. */
const addColumns = (sheet: ExcelJS.Worksheet, table: Sheet, top: number): number => {
  const columns = templateColumns(table)
  const lines = [
    ['列名', '要求', '怎样填', '示例'],
    ...columns.map((column) => [
      columnTitle(column),
      column.required === true ? '必填' : '选填',
      howTo(column, table),
      column.type === 'serial' ? '' : (column.example ?? ''),
    ]),
  ]
  for (const [offset, texts] of lines.entries()) {
    const column = columns[offset - 1]
    for (const [index, text] of texts.entries()) {
      const cell = sheet.getCell(top + offset, index + 1)
      cell.value = text
      cell.border = box
      cell.font = column === undefined || (index < 2 && column.required === true) ? bold : font
      cell.alignment = {
        vertical: 'middle',
        wrapText: true,
        ...(column === undefined || index === 1 ? { horizontal: 'center' as const } : {}),
      }
      if (column === undefined) cell.fill = fillOf('FFE9EEF4')
      else if (column.required === true && index < 2) cell.fill = fillOf('FFFFF2CC')
    }
    const lineCount = Math.max(
      ...texts.map((text, index) => Math.ceil(widthOf(text) / ((widths[index] ?? 10) - 1))),
    )
    sheet.getRow(top + offset).height = Math.max(22, 17 * lineCount + 4)
  }
  return top + lines.length - 1
}

const howTo = (column: Column, table: Sheet): string => {
  const again = column.repeats === true ? '与上一行相同时可以空着。' : ''
  const own = ownWords[`${table.table}.${column.field}`]
  return (own ?? `${wordsOf(column, table)}`) + again
}

/** What the type alone does not tell. */
const ownWords: Readonly<Record<string, string>> = {
  'emergencyBranches.buildings': '小区的楼栋数，填整数。',
  'emergencyBranches.households': '小区的总户数，填整数。',
  'emergencyBranches.branch': '应急党支部全称。',
  'heads.place': '楼栋；单元长、邻长写到单元，如 1号楼2单元。',
  'heads.households': '联系的户数，填整数。',
  'gridStaff.households': '网格里的户数，填整数。',
  'gridStaff.grid': '网格名称，如第一网格。',
  'organization.street': '街道党工委全称。',
  'organization.community': '社区党委（党总支）全称。',
  'organization.branch': '党支部全称；新名称会新建党支部。',
  'organization.leaderPhone':
    '组长的手机或固定电话（写区号），最多两个号码，用“、”隔开。没有组长姓名时不填。',
  'members.floatingTo': '流动党员去了哪里。',
  'members.partyStatus': '如正常。',
  'members.occupation': '工作单位和岗位。',
  'members.education': '如大学本科、大专、高中。',
  'partnerUnits.estates': '包联的小区；几个小区写在一格，用“、”隔开。包联整个社区的空着。',
  'partnerUnits.leaderPosition': '负责人在单位的职务。',
  'reporting.partyCommittee': '工作单位所属的党委。',
  'venues.branches': '使用这个场所的党支部；几个党支部写在一格，用“、”隔开。',
  'venues.rent': '租赁的填写，单位元，最多两位小数。',
  'venues.leaseFrom': '租赁的填写，如 2026-01-01。',
  'venues.leaseTo': '租赁的填写，如 2026-12-31。',
  'appropriations.date': '安排经费的日期，如 2026-03-05；空着按当年 1 月 1 日。',
  'disbursements.voucherNo': '凭证编号；同一年里不能重复。',
  'disbursements.branch': '花钱的党支部全称，从列表中选。',
}

const wordsOf = (column: Column, table: Sheet): string => {
  switch (column.type) {
    case 'serial':
      return '顺序号，可以不填。'
    case 'text':
    case 'group':
      return '照实填写。'
    case 'name':
      return '姓名全称；少数民族姓名中间的点写“·”。'
    case 'phones':
      return '手机 11 位；固定电话写区号，如 0719-8651234。最多两个号码，用“、”隔开。'
    case 'landline':
      return '如 0719-8651234。'
    case 'idNumber':
      return '18 位，最后一位可以是 X。'
    case 'date':
    case 'born':
      return '年-月-日，如 2005-07-01；只知道年月的写成 2005.7月。'
    case 'day':
      return '年-月-日，如 2026-03-05。'
    case 'count':
      return '填整数，不带单位。'
    case 'yesNo':
      return '从列表中选“是”或“否”。'
    case 'gender':
      return '从列表中选“男”或“女”。'
    case 'ethnicity':
      return '从列表中选，如汉族。'
    case 'category':
      return '从列表中选“正式党员”或“预备党员”。'
    case 'political':
      return '从列表中选，如群众、共青团员、中共党员。'
    case 'partner':
      return '单位和职务连着写，如区税务局党委书记、局长。'
    case 'street':
      return '街道全称。'
    case 'community':
      return '社区全称，从列表中选。'
    case 'branch':
      return '党支部全称，从列表中选。'
    case 'estate':
      return '小区名称，从列表中选或直接填写。'
    case 'names':
      return '几个名称写在一格，用“、”隔开。'
    case 'place':
      return '楼栋、单元或网格，如 1号楼2单元。'
    case 'office':
      return table.table === 'heads'
        ? '从列表中选“楼栋长”“单元长”或“邻长”。'
        : '从列表中选“网格长”或“网格员”。'
    case 'right':
      return `从列表中选：${Object.values(venueRightLabels).join('、')}。`
    case 'money':
      return '金额，单位元，最多两位小数。'
    case 'area':
      return '单位平方米，最多两位小数。'
    case 'voucher':
      return '凭证编号。'
    case 'source':
      return '从列表中选。'
  }
}
