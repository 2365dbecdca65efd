import { halfWidth, withoutBlanks } from '../../shared/rules/text.ts'
import type { Column, Sheet } from '../../shared/sheets/sheet.ts'

/** A header as it is compared: no blanks or line breaks, half-width brackets, no star of a required column. */
export const plainHeader = (text: string): string => halfWidth(withoutBlanks(text)).replace(/[*:]/g, '')

/** Without a note or unit in brackets: 面积（㎡） → 面积. */
const withoutNote = (header: string): string => header.replace(/[([【].*?[)\]】]$/u, '')

/** A column with its names as they are compared. */
interface Known {
  readonly column: Column
  readonly labels: ReadonlySet<string>
  readonly groups: ReadonlySet<string>
  /** 支部书记姓名: heading and label in one. */
  readonly joined: ReadonlySet<string>
}

const know = (column: Column): Known => {
  const labels = new Set([column.label, ...(column.synonyms ?? [])].map(plainHeader))
  const groups = new Set(
    (column.group === undefined ? [] : [column.group, ...(column.groupSynonyms ?? [])]).map(plainHeader),
  )
  return {
    column,
    labels,
    groups,
    joined: new Set([...groups].flatMap((g) => [...labels].map((l) => g + l))),
  }
}

const has = (names: ReadonlySet<string>, header: string): boolean =>
  names.has(header) || names.has(withoutNote(header))

/** Headings that only gather columns, such as 基本信息; 家庭成员 is another person's. */
const onlyGathers = (heading: string): boolean =>
  /(?:信息|情况|资料)$/u.test(heading) && !/家[庭属]|亲属/u.test(heading)

const matchesGrouped = (known: Known, path: readonly string[], groupBefore: string | null): boolean => {
  const { column, labels, groups, joined } = known
  const leaf = path.at(-1) ?? ''
  const heading = path.at(-2)
  if (heading !== undefined) return has(groups, heading) && has(labels, leaf)
  // One header row: 支部书记姓名 and 支部书记联系电话, or 支部书记 with a bare 联系电话 after it.
  if (has(joined, leaf) || (column.type === 'name' && has(groups, leaf))) return true
  return groupBefore === column.group && has(labels, leaf)
}

const matches = (known: Known, path: readonly string[], groupBefore: string | null): boolean =>
  known.column.group === undefined
    ? has(known.labels, path.at(-1) ?? '') && path.slice(0, -1).every(onlyGathers)
    : matchesGrouped(known, path, groupBefore)

/** The columns of a ledger, ready to be found in many header rows. */
export const headerMatcher = (sheet: Sheet) => {
  const known = sheet.columns.map(know)
  const words = new Set(known.flatMap((one) => [...one.labels, ...one.groups, ...one.joined]))
  return {
    sheet,
    /** True when a cell may be part of this ledger's header. */
    isWord: (header: string): boolean => has(words, header),
    /**
     * The column that a header `path` (plain headings from top to bottom) names, of those not `taken` yet.
     * `groupBefore` is the heading of the column left of it.
     */
    find: (
      path: readonly string[],
      taken: ReadonlySet<string>,
      groupBefore: string | null,
    ): Column | undefined =>
      known.find((one) => !taken.has(one.column.field) && matches(one, path, groupBefore))?.column,
  }
}

export type HeaderMatcher = ReturnType<typeof headerMatcher>
