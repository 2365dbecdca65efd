import type ExcelJS from 'exceljs'
import type { TableKind } from '../../shared/models/import.ts'
import type { CellType, Column, Sheet } from '../../shared/sheets/sheet.ts'
import { font, textFormat, widthOf } from './cell-style.ts'

/**
 * A ledger that is read may have one of several layouts; its template has one. Left out are the columns of the other
 * layouts, and those that are read over but not kept.
 */
const leftOut: Partial<Record<TableKind, ReadonlySet<string>>> = {
  heads: new Set([
    'grid',
    'stairwell',
    'buildingHead',
    'buildingHeadPhone',
    'stairwellHead',
    'stairwellHeadPhone',
  ]),
  gridStaff: new Set(['gridLeader', 'gridLeaderPhone', 'gridWorker', 'gridWorkerPhone']),
  volunteers: new Set(['estate']),
  appropriations: new Set(['source', 'appropriated']),
  disbursements: new Set(['income']),
}

/** In the template's one layout a row without these says nothing, though another layout may lack them. */
const alsoRequired: Partial<Record<TableKind, readonly string[]>> = {
  heads: ['office', 'name'],
  gridStaff: ['office', 'name'],
  disbursements: ['amount'],
}

/** Where the column table has no example, or one of another layout. */
const examples: Partial<Record<TableKind, Readonly<Record<string, string>>>> = {
  members: { community: '六堰社区', occupation: '区税务局科员', outOfContact: '否', floating: '否' },
  reporting: { specialty: '税务', serviceType: '政策咨询' },
  heads: { street: '汉江路街道', office: '楼栋长', place: '1号楼' },
  gridStaff: { street: '汉江路街道', politicalStatus: '群众', households: '300' },
  volunteers: { registeredOn: '2026-03-01', specialty: '电工' },
  partnerUnits: { address: '北京中路 8 号' },
  venues: { estate: '百二河雅苑', address: '百二河雅苑 3 号楼 1 层', functions: '会议室、图书室' },
  appropriations: { street: '汉江路街道', community: '六堰社区', date: '2026-03-01' },
  disbursements: { community: '六堰社区', payee: '区新华书店' },
}

/** The columns of a ledger's template, as required and with the example that the template shows. */
export const templateColumns = (sheet: Sheet): readonly Column[] =>
  sheet.columns
    .filter(({ field }) => leftOut[sheet.table]?.has(field) !== true)
    .map((column) => {
      const example = examples[sheet.table]?.[column.field] ?? column.example
      const required = column.required === true || alsoRequired[sheet.table]?.includes(column.field) === true
      return { ...column, required, ...(example === undefined ? {} : { example }) }
    })

const widths: Readonly<Record<CellType, number>> = {
  serial: 5,
  text: 14,
  name: 9,
  phones: 13,
  landline: 13,
  idNumber: 20,
  date: 11,
  day: 11,
  born: 11,
  count: 7,
  yesNo: 7,
  gender: 5,
  ethnicity: 8,
  category: 9,
  political: 14,
  partner: 24,
  street: 18,
  community: 14,
  branch: 22,
  group: 16,
  estate: 14,
  names: 24,
  place: 12,
  office: 10,
  right: 14,
  money: 13,
  area: 10,
  voucher: 12,
  source: 18,
}

/** Columns of text that are longer or shorter than most. */
const textWidths: Readonly<Record<string, number>> = {
  address: 22,
  summary: 24,
  venue: 24,
  partner: 24,
  education: 9,
  partyStatus: 8,
  floatingTo: 11,
  category: 12,
  handler: 10,
  note: 10,
}

/** Width in characters: of what the column holds, and wide enough for its header in two lines. */
export const columnWidth = (column: Column): number => {
  const own = column.type === 'text' ? (textWidths[column.field] ?? widths.text) : widths[column.type]
  return Math.max(own, Math.ceil(widthOf(column.label) / 2) + (column.required === true ? 3 : 2))
}

/** Excel's number format of a column: dates, counts and amounts are real ones, all else stays text. */
const columnFormat = ({ type }: Column): string => {
  switch (type) {
    case 'date':
    case 'day':
    case 'born':
      return 'yyyy-mm-dd'
    case 'count':
      return '0'
    case 'money':
      return '#,##0.00'
    case 'area':
      return '0.00'
    default:
      return textFormat
  }
}

const bodyAlignment = ({ type }: Column): Partial<ExcelJS.Alignment> => {
  const horizontal = alignments[type]
  return { vertical: 'middle', wrapText: true, ...(horizontal === undefined ? {} : { horizontal }) }
}

const alignments: Partial<Record<Column['type'], 'center' | 'right'>> = {
  serial: 'center',
  name: 'center',
  gender: 'center',
  ethnicity: 'center',
  category: 'center',
  yesNo: 'center',
  office: 'center',
  idNumber: 'center',
  phones: 'center',
  date: 'center',
  day: 'center',
  born: 'center',
  money: 'right',
  area: 'right',
  count: 'right',
}

/** How the cells of a column look, those below the last line too. */
export const columnStyle = (column: Column): Partial<ExcelJS.Style> => ({
  font,
  numFmt: columnFormat(column),
  alignment: bodyAlignment(column),
})

/** The value a cell holds for a text of its column: a day, a number, or the text itself, e.g. of a month alone. */
export const cellValue = ({ type }: Column, text: string): string | number | Date | null => {
  if (text === '') return null
  switch (type) {
    case 'date':
    case 'day':
    case 'born':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : text
    case 'count':
    case 'money':
    case 'area': {
      const number = Number(text)
      return Number.isFinite(number) ? number : text
    }
    default:
      return text
  }
}
