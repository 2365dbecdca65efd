import { cellValue, templateColumns } from '../../../main/export/template-columns.ts'
import type { TemplateRow } from '../../../shared/models/template.ts'
import type { Column, Sheet } from '../../../shared/sheets/sheet.ts'
import type { Random } from '../../unit/mutations.ts'
import { type HeaderDisguise, headerRows } from './headers.ts'
import { type FileFormat, isText, type Range, type Written, type WrittenSheet } from './written-file.ts'

/** How a ledger as we export it is made to look like what a community sends; all false is the plain file. */
export interface Disguise extends HeaderDisguise {
  readonly format: FileFormat
  readonly shuffled: boolean
  /** Title, 填报单位 and date above the header. */
  readonly above: boolean
  /** Blank rows, headers again, 小计 between the rows. */
  readonly between: boolean
  /** 合计, 制表人 and notes below. */
  readonly below: boolean
  /** Equal values below each other in the columns that repeat. */
  readonly equal: 'kept' | 'merged' | 'blank'
  /** Days, numbers and phones spelled otherwise. */
  readonly spelled: boolean
  /** A sheet for each community. */
  readonly split: boolean
  /** Then only the sheet's name says which: there is no column for it. */
  readonly named: boolean
}

export const plainly = (format: FileFormat): Disguise => ({
  format,
  synonyms: false,
  decorated: false,
  oneRow: false,
  shuffled: false,
  above: false,
  between: false,
  below: false,
  equal: 'kept',
  spelled: false,
  split: false,
  named: false,
})

export interface Table {
  readonly sheet: Sheet
  readonly rows: readonly TemplateRow[]
}

/** The sheets of a ledger in disguise. */
export const disguised = (
  tables: readonly Table[],
  title: string,
  disguise: Disguise,
  random: Random,
): readonly WrittenSheet[] =>
  tables.flatMap(({ sheet, rows }) =>
    parts(rows, disguise).map((part) => {
      const community = part[0]?.['community'] ?? ''
      const name = isSplit(disguise) && community !== '' ? communityTab(community) : title
      const tab = tables.length === 1 ? name : name === title ? sheet.title : `${name}${sheet.title}`
      return { ...writtenSheet(sheet, part, title, disguise, random), name: tab }
    }),
  )

/** A text has one sheet. */
const isSplit = ({ split, format }: Disguise): boolean => split && !isText(format)

/** Whether no column of a table tells the community; the organization is not one without it. */
export const lacksCommunity = (sheet: Sheet, disguise: Disguise): boolean =>
  isSplit(disguise) && disguise.named && sheet.table !== 'organization'

const communityTab = (community: string): string => community.replace(/党委$/u, '')

/** The rows of each sheet: of each community where they are split. */
const parts = (rows: readonly TemplateRow[], disguise: Disguise): readonly (readonly TemplateRow[])[] => {
  if (!isSplit(disguise) || rows.length === 0) return [rows]
  const communities = [...new Set(rows.map(({ community }) => community))]
  return communities.map((one) => rows.filter(({ community }) => community === one))
}

const shuffled = <T>(items: readonly T[], random: Random): readonly T[] =>
  items
    .map((item) => ({ item, at: random(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

/** In another order; what stands under one heading stays together, and behind where the heading has no row. */
const columnsOf = (sheet: Sheet, disguise: Disguise, random: Random): readonly Column[] => {
  const columns = templateColumns(sheet).filter(
    ({ field }) => field !== 'community' || !lacksCommunity(sheet, disguise),
  )
  if (!disguise.shuffled) return columns
  const groups = [...new Set(columns.flatMap(({ group }) => (group === undefined ? [] : [group])))]
  const alone = columns.filter(({ group }) => group === undefined).map((column) => [column])
  const together = groups.map((name) => columns.filter(({ group }) => group === name))
  return disguise.oneRow
    ? [...shuffled(alone, random), ...shuffled(together, random)].flat()
    : shuffled([...alone, ...together], random).flat()
}

/** A line of the table: a row of the ledger, or something else that stands between. */
type Line = { readonly row: TemplateRow } | { readonly noise: readonly Written[] }

const writtenSheet = (
  sheet: Sheet,
  rows: readonly TemplateRow[],
  title: string,
  disguise: Disguise,
  random: Random,
): WrittenSheet => {
  const columns = columnsOf(sheet, disguise, random)
  const header = headerRows(sheet, columns, disguise, random)
  const lines = linesOf(rows, columns, header, disguise, random)
  const above = disguise.above ? aboveOf(sheet, title, columns.length, random) : []
  const first = above.length + header.length
  const cells = lines.map((line, index) =>
    'noise' in line ? line.noise : rowCells(line.row, index, columns, disguise, random),
  )
  const equal = disguise.equal === 'kept' ? [] : equalRanges(lines, columns, disguise.equal)
  for (const { top, bottom, left } of equal) {
    for (let at = top + 1; at <= bottom; at += 1) {
      cells[at] = (cells[at] ?? []).map((cell, index) => (index === left ? null : cell))
    }
  }
  const merged = disguise.equal === 'merged' && !isText(disguise.format)
  return {
    name: title,
    rows: [...above, ...headerCells(header), ...cells, ...belowOf(disguise, random)],
    merges: [
      ...(above.length > 0 && random(2) === 0
        ? [{ top: 0, left: 0, bottom: 0, right: columns.length - 1 }]
        : []),
      ...headerMerges(header, above.length),
      ...(merged
        ? equal.map((range) => ({ ...range, top: range.top + first, bottom: range.bottom + first }))
        : []),
    ],
  }
}

const headerCells = (header: readonly (readonly string[])[]): readonly (readonly Written[])[] =>
  header.map((row, at) =>
    row.map((text, index) => {
      if (text === '') return null
      // A heading stands in the first cell that it spans.
      return header.length === 2 && at === 0 && header[1]?.[index] !== '' && row[index - 1] === text
        ? null
        : text
    }),
  )

const headerMerges = (header: readonly (readonly string[])[], top: number): readonly Range[] => {
  const [heads = [], leaves = []] = header
  if (header.length < 2) return []
  return heads.flatMap((head, left): readonly Range[] => {
    if (leaves[left] === '') return [{ top, left, bottom: top + 1, right: left }]
    if (heads[left - 1] === head) return []
    let right = left
    while (heads[right + 1] === head) right += 1
    return right > left ? [{ top, left, bottom: top, right }] : []
  })
}

const aboveOf = (
  sheet: Sheet,
  title: string,
  width: number,
  random: Random,
): readonly (readonly Written[])[] => {
  const year = new Date().getFullYear()
  const money = sheet.columns.some(({ type }) => type === 'money')
  const half = Math.max(1, Math.floor(width / 2))
  const unit: Written[] = ['填报单位：汉江路街道办事处']
  while (unit.length < half) unit.push(null)
  unit.push(money ? '单位：元' : `填报日期：${year}年1月1日`)
  return [
    [random(2) === 0 ? title : `${year}年${title}`],
    ...(random(3) === 0 ? [[]] : []),
    ...(random(3) > 0 ? [unit] : []),
  ]
}

const linesOf = (
  rows: readonly TemplateRow[],
  columns: readonly Column[],
  header: readonly (readonly string[])[],
  { between }: Disguise,
  random: Random,
): readonly Line[] =>
  rows.flatMap((row, index): readonly Line[] => {
    if (!between || index === 0 || random(4) > 0) return [{ row }]
    const noise = [
      [[]],
      headerCells(header),
      [columns.map((_, at) => (at === 0 ? '小计' : at === columns.length - 1 ? String(index) : null))],
      [[], []],
    ][random(4)]
    return [...(noise ?? []).map((cells) => ({ noise: cells })), { row }]
  })

const belowOf = ({ below }: Disguise, random: Random): readonly (readonly Written[])[] =>
  below
    ? [
        [random(2) === 0 ? '合计' : '合　计', null, 3],
        [],
        ['制表人：张三', null, '审核人：李四', null, '联系电话：0719-8651234'],
        ['注：本表由社区填写，'],
        ['一式两份。'],
      ].slice(0, 1 + random(5))
    : []

/** What lies in a community: a new one says nothing of the community. */
const places: ReadonlySet<Column['type']> = new Set(['branch', 'estate', 'place'])

/** Whether a row is of another community or street than the one before it among the rows. */
const elsewhere = (lines: readonly Line[]): boolean[] => {
  let before: TemplateRow | null = null
  return lines.map((line) => {
    if ('noise' in line) return false
    const { row } = line
    const moved =
      before !== null && (before['community'] !== row['community'] || before['street'] !== row['street'])
    before = row
    return moved
  })
}

/**
 * Ranges of equal values below each other in the columns that repeat. Where the cells below are blank, a value repeats
 * only as long as nothing left of it changes, and within one community.
 */
const equalRanges = (
  lines: readonly Line[],
  columns: readonly Column[],
  how: 'merged' | 'blank',
): readonly Range[] => {
  const ranges: Range[] = []
  const changed = elsewhere(lines)
  const moved = lines.map(() => false)
  for (const [left, column] of columns.entries()) {
    if (column.repeats !== true) continue
    let top = -1
    let value: string | undefined
    for (const [at, line] of lines.entries()) {
      if ('noise' in line) {
        if (how === 'merged') top = -1
        continue
      }
      const now = line.row[column.field]
      const wider = column.type === 'street' || column.type === 'community'
      const goes = now !== undefined && top >= 0 && now === value && !(wider ? moved : changed)[at]
      if (goes) ranges.push({ top: at - 1, left, bottom: at, right: left })
      if (now !== value) {
        changed[at] = true
        if (!places.has(column.type)) moved[at] = true
      }
      top = now === undefined ? -1 : at
      value = now
    }
  }
  return joined(ranges)
}

/** Ranges that touch are one. */
const joined = (ranges: readonly Range[]): readonly Range[] => {
  const out: Range[] = []
  for (const range of ranges) {
    const last = out.at(-1)
    if (last !== undefined && last.left === range.left && last.bottom === range.top) {
      out[out.length - 1] = { ...last, bottom: range.bottom }
    } else out.push(range)
  }
  return out
}

const rowCells = (
  row: TemplateRow,
  index: number,
  columns: readonly Column[],
  disguise: Disguise,
  random: Random,
): readonly Written[] =>
  columns.map((column) => {
    const text = column.field === 'serial' ? String(index + 1) : (row[column.field] ?? '')
    if (text === '') return random(8) === 0 && disguise.spelled ? '—' : null
    // A day spelled otherwise would not look like the one above.
    const asIs = column.repeats === true && disguise.equal === 'blank'
    return disguise.spelled && !asIs ? spelled(column, text, random) : text
  })

/** 2005-07-01 → a day, 2005.07.01, 2005年7月1日; 13900002222 → 139 0000 2222; 12 → a number. */
const spelled = (column: Column, text: string, random: Random): Written => {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text) ?? []
  switch (column.type) {
    case 'date':
    case 'day':
    case 'born': {
      if (year === undefined || month === undefined) return text
      if (day === undefined) return random(2) === 0 ? `${year}年${Number(month)}月` : text
      const ways: readonly Written[] = [
        cellValue(column, text),
        `${year}.${month}.${day}`,
        `${year}年${Number(month)}月${Number(day)}日`,
        `${year}/${Number(month)}/${Number(day)}`,
        text,
      ]
      return ways[random(ways.length)] ?? text
    }
    case 'phones':
      return /^\d{11}$/.test(text) && random(2) === 0
        ? `${text.slice(0, 3)} ${text.slice(3, 7)} ${text.slice(7)}`
        : text
    case 'money':
    case 'area':
    case 'count':
      return random(2) === 0 ? cellValue(column, text) : text
    case 'name':
      return [...text].length === 2 && random(2) === 0 ? [...text].join('　') : text
    default:
      return text
  }
}
