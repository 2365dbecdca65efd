import type { TableKind } from '../../shared/models/import.ts'
import type { Sheet } from '../../shared/sheets/sheet.ts'
import { plainHeader } from './header-text.ts'
import type { LocatedColumn } from './located-table.ts'
import type { HeaderMatcher } from './match-header.ts'

/** Where a title may stand besides the sheet. */
export interface TitleHints {
  readonly sheetName: string
  readonly fileName: string
}

/** A title is short; a paragraph of instructions may mention every ledger. */
const longestTitle = 40

/** How strongly titles speak for a ledger: 0 not at all, 3 in a title above the table. */
export const titleWeight = (sheet: Sheet, above: readonly string[], hints: TitleHints): number => {
  const { words } = sheet.titled
  if (above.some((line) => line.length <= longestTitle && words.test(line.replace(/\s+/gu, '')))) return 3
  if (words.test(hints.sheetName)) return 2.5
  return words.test(hints.fileName) ? 2 : 0
}

const hasOneOf = (sets: readonly (readonly string[])[], fields: ReadonlySet<string>): boolean =>
  sets.some((set) => set.every((field) => fields.has(field)))

/** A column whose contents contradict its header proves no ledger. */
const leastSure = 40

/**
 * Whether a sheet that no title names may be this ledger all the same. Branches and their secretaries are listed by
 * every office: only the word makes them emergency branches. 党费 beside a branch may be what its members paid.
 */
const speaksOfItself = ({ table, titled }: Sheet, columns: readonly LocatedColumn[]): boolean => {
  if (table === 'emergencyBranches') return columns.some(({ header }) => titled.words.test(header))
  if (table !== 'appropriations') return true
  const sources = columns.filter(({ column }) => column.field.startsWith('source:'))
  return sources.length !== 1 || sources.some(({ header }) => [...header].length > 2)
}

/** Titles of lists that look like a ledger and are of people who are none of it. */
const against: Partial<Readonly<Record<TableKind, RegExp>>> = {
  members: /积极分子|发展对象|申请入党|入党申请|申请人/u,
}

/** Whether a title says that a list is not this ledger: those who apply for membership are no members yet. */
export const isDenied = (sheet: Sheet, above: readonly string[], hints: TitleHints): boolean => {
  const words = against[sheet.table]
  const lines = [...above.filter((line) => line.length <= longestTitle), hints.sheetName, hints.fileName]
  return words !== undefined && lines.some((line) => words.test(line))
}

/** Whether the fields found make it this ledger: by themselves, with a title that says so, or not at all. */
export const knownAs = (
  sheet: Sheet,
  columns: readonly LocatedColumn[],
  titled: boolean,
): 'columns' | 'title' | null => {
  const proving = columns.filter(({ sure }) => sure >= leastSure)
  const fields = new Set(proving.map(({ column }) => column.field))
  if (hasOneOf(sheet.knownBy, fields) && (titled || speaksOfItself(sheet, columns))) return 'columns'
  return titled && hasOneOf(sheet.titled.knownBy, fields) ? 'title' : null
}

/** A word that few ledgers use tells more than 姓名, which nearly all have. */
const rarities = new WeakMap<readonly HeaderMatcher[], ReadonlyMap<string, number>>()
const raritiesOf = (matchers: readonly HeaderMatcher[]): ReadonlyMap<string, number> => {
  const before = rarities.get(matchers)
  if (before !== undefined) return before
  const counts = new Map<string, number>()
  for (const { words } of matchers) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  rarities.set(matchers, counts)
  return counts
}

const weightOf = (located: LocatedColumn, ledgers: ReadonlyMap<string, number>): number => {
  const { type, field, label, group } = located.column
  if (type === 'serial' || field === 'note') return 0.25
  const word = located.header === '' ? label : (located.header.split('·').at(-1) ?? label)
  const used = ledgers.get(plainHeader(group === undefined ? word : located.header.replace('·', '')))
  return used !== undefined && used <= 2 ? 1.6 : 1
}

/** How much of a table a ledger explains, and how well. */
export const scoreOf = (columns: readonly LocatedColumn[], matchers: readonly HeaderMatcher[]): number => {
  const ledgers = raritiesOf(matchers)
  return columns.reduce((sum, one) => sum + (one.sure / 100) * weightOf(one, ledgers), 0)
}

/** What the sureness of a ledger rests on. */
export interface Grounds {
  readonly columns: readonly LocatedColumn[]
  readonly headers: readonly string[]
  readonly known: 'columns' | 'title' | null
  readonly titled: boolean
  readonly score: number
  /** Score of the best other ledger; 0 when none comes into question. */
  readonly rival: number
}

/** How sure it is that a table is of the ledger found, 0 to 100. */
export const sureOfTable = ({ columns, headers, known, titled, score, rival }: Grounds): number => {
  const isSerial = (one: LocatedColumn) => one.column.type === 'serial'
  const found = columns.filter((one) => !isSerial(one))
  const named = headers.filter((text) => text !== '').length - columns.filter(isSerial).length
  const explained = found.reduce((sum, one) => sum + one.sure / 100, 0) / Math.max(1, named, found.length)
  const ahead = Math.max(-10, Math.min(15, 6 * (score - rival)))
  const sure = 45 + 30 * explained + (titled ? 15 : 0) + ahead
  return Math.round(Math.max(5, Math.min(known === 'columns' ? 99 : known === 'title' ? 90 : 40, sure)))
}
