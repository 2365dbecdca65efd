import { birthOfIdNumber } from '../../shared/rules/id-number.ts'
import type { CellType, Column, Sheet } from '../../shared/sheets/sheet.ts'
import { type Content, type ContentKind, hasSurname, isIdNumber } from './column-content.ts'
import { isAboutOthers, mentionsOffice, plainHeader } from './header-text.ts'
import type { LocatedColumn } from './located-table.ts'
import type { HeaderMatcher } from './match-header.ts'

/** Contents that tell a column by themselves. 是/否 is too weak. */
const telling: readonly (readonly [ContentKind, CellType, number])[] = [
  ['idNumber', 'idNumber', 90],
  ['mobile', 'phones', 85],
  ['gender', 'gender', 85],
  ['ethnicity', 'ethnicity', 85],
  ['category', 'category', 80],
]
const enough = 0.8

/** What contents of a column must look like, by its type; a type not named here is not checked. */
const expected: Partial<Readonly<Record<CellType, readonly ContentKind[]>>> = {
  phones: ['phone'],
  landline: ['phone', 'number'],
  idNumber: ['idNumber'],
  date: ['date'],
  day: ['date'],
  born: ['date'],
  gender: ['gender'],
  ethnicity: ['ethnicity'],
  count: ['number'],
  money: ['number'],
  area: ['number'],
  yesNo: ['yesNo'],
}
/** What a column of words must not hold. */
const foreign: readonly ContentKind[] = ['idNumber', 'phone', 'fullDate']
const words: ReadonlySet<CellType> = new Set([
  'name',
  'street',
  'community',
  'branch',
  'group',
  'estate',
  'names',
])

const fits = (type: CellType, content: Content): number => {
  const kinds = expected[type]
  if (kinds !== undefined) return Math.max(...kinds.map(content.share))
  return words.has(type) ? 1 - Math.max(...foreign.map(content.share)) : 1
}

/** Less sure of a column whose cells are not what its header says. */
const doubted = (located: LocatedColumn, content: Content | undefined): LocatedColumn => {
  if (content === undefined || content.filled < 3) return located
  const share = fits(located.column.type, content)
  if (share >= enough) return located
  return { ...located, sure: Math.max(20, Math.round(located.sure * (0.35 + (0.65 * share) / enough))) }
}

/**
 * 姓名 over phones and 电话 over names: the columns are taken the other way round, but only as a suggestion, which
 * its sureness shows.
 */
const swapped = (
  columns: readonly LocatedColumn[],
  contents: readonly Content[],
): readonly LocatedColumn[] => {
  const share = ({ index }: LocatedColumn, kind: ContentKind): number => {
    const content = contents[index]
    return content === undefined || content.filled < 3 ? 0 : content.share(kind)
  }
  const result = [...columns]
  for (const [at, name] of columns.entries()) {
    if (name.column.type !== 'name' || share(name, 'phone') < enough) continue
    const other = columns.findIndex(
      (one) =>
        one.column.type === 'phones' &&
        one.column.group === name.column.group &&
        share(one, 'name') >= enough,
    )
    const phone = columns[other]
    if (phone === undefined) continue
    result[at] = { ...name, column: phone.column, how: 'content', sure: 40 }
    result[other] = { ...phone, column: name.column, how: 'content', sure: 40 }
  }
  return result
}

/** Columns already taken, and the fields that are free. */
interface Room {
  readonly sheet: Sheet
  readonly taken: ReadonlySet<string>
}

const sureOf = (most: number, share: number, filled: number, header: string): number =>
  // A few rows prove little, and a header that says something else a little less.
  Math.round(most * share * (filled < 3 ? 0.7 : filled < 10 ? 0.9 : 1) * (header === '' ? 1 : 0.9))

const freeOf = (room: Room, type: CellType, group: string | undefined): Column | undefined => {
  const free = room.sheet.columns.filter((one) => one.type === type && !room.taken.has(one.field))
  // The phone right of a leader's name is the leader's; else only the row's own person has one.
  return (
    free.find((one) => one.group !== undefined && one.group === group) ??
    free.find((one) => one.group === undefined)
  )
}

const tellingColumn = (
  room: Room,
  content: Content,
  header: string,
  group: string | undefined,
): Pick<LocatedColumn, 'column' | 'sure'> | null => {
  for (const [kind, type, most] of telling) {
    const share = content.share(kind)
    if (share < enough) continue
    const column = freeOf(room, type, group)
    return column === undefined ? null : { column, sure: sureOf(most, share, content.filled, header) }
  }
  return null
}

/** Dates: those of the ID numbers are birthdays; others tell nothing by themselves. */
const bornColumn = (
  room: Room,
  content: Content,
  ids: Content | undefined,
): Pick<LocatedColumn, 'column' | 'sure'> | null => {
  const column = room.sheet.columns.find((one) => one.type === 'born' && !room.taken.has(one.field))
  if (column === undefined || ids === undefined || content.share('date') < enough) return null
  let both = 0
  let same = 0
  for (const [row, text] of content.texts.entries()) {
    const id = ids.texts[row] ?? ''
    if (text === '' || !isIdNumber(id)) continue
    both += 1
    const born = birthOfIdNumber(id).split('-').map(Number)
    const parts = (/^(\d{4})\D?(\d{1,2})/.exec(text) ?? []).slice(1).map(Number)
    if (parts[0] === born[0] && parts[1] === born[1]) same += 1
  }
  return both >= 3 && same / both >= enough ? { column, sure: sureOf(85, same / both, both, '') } : null
}

/** Words under no header: names, communities, branches, estates and buildings. */
const wordColumn = (room: Room, content: Content): Pick<LocatedColumn, 'column' | 'sure'> | null => {
  const free = (type: CellType) =>
    room.sheet.columns.find(
      (one) => one.type === type && one.group === undefined && !room.taken.has(one.field),
    )
  const share = (kind: ContentKind) => content.share(kind)
  for (const kind of ['community', 'branch', 'place', 'estate'] as const) {
    const column = share(kind) >= enough ? free(kind) : undefined
    if (column !== undefined) return { column, sure: sureOf(75, share(kind), content.filled, '') }
  }
  const names = content.texts.filter((text) => text !== '')
  const surnamed = names.filter(hasSurname).length / Math.max(1, names.length)
  const distinct = new Set(names).size / Math.max(1, names.length)
  if (share('name') >= enough && surnamed >= 0.6 && distinct >= 0.5) {
    const column = free('name')
    if (column !== undefined) return { column, sure: sureOf(70, share('name'), content.filled, '') }
  }
  return null
}

/** Full dates under no header, in their order: joined, then confirmed; all else is not said by a date. */
const dayColumn = (room: Room, content: Content): Pick<LocatedColumn, 'column' | 'sure'> | null => {
  if (content.share('fullDate') < enough) return null
  const dates = room.sheet.columns.filter((one) => one.type === 'date' || one.type === 'day')
  const column = dates.find((one) => !room.taken.has(one.field))
  return column === undefined
    ? null
    : { column, sure: sureOf(60, content.share('fullDate'), content.filled, '') }
}

/** A header that is understood, and yet gave no field: it speaks of other people, or of what another column gives. */
const isSettled = (header: string, matcher: HeaderMatcher): boolean =>
  isAboutOthers(header) || mentionsOffice(header) || matcher.isWord(header.split('·').at(-1) ?? '')

/** Free fields for columns whose header nobody knows, by what their cells hold. */
const added = (
  matcher: HeaderMatcher,
  columns: readonly LocatedColumn[],
  headers: readonly string[],
  contents: readonly Content[],
): readonly LocatedColumn[] => {
  const result = [...columns]
  const taken = new Set(columns.map(({ column }) => column.field))
  const used = new Set(columns.map(({ index }) => index))
  const room: Room = { sheet: matcher.sheet, taken }
  const groupLeftOf = (index: number) => result.find((one) => one.index === index - 1)?.column.group
  const add = (index: number, found: Pick<LocatedColumn, 'column' | 'sure'> | null): void => {
    if (found === null || used.has(index)) return
    taken.add(found.column.field)
    used.add(index)
    result.push({ ...found, index, header: headers[index] ?? '', how: 'content' })
  }
  const open = contents.flatMap((content, index) => {
    const header = plainHeader(headers[index] ?? '')
    return used.has(index) || content.filled === 0 || isSettled(header, matcher)
      ? []
      : [{ content, index, header }]
  })
  for (const { content, index, header } of open)
    add(index, tellingColumn(room, content, header, groupLeftOf(index)))
  const idColumn = result.find(({ column }) => column.type === 'idNumber')
  const ids = idColumn === undefined ? undefined : contents[idColumn.index]
  for (const { content, index, header } of open) {
    if (header === '' || /^(?:日期|时间|年月|年月日|生日)$/u.test(header))
      add(index, bornColumn(room, content, ids))
  }
  for (const { content, index, header } of open) if (header === '') add(index, wordColumn(room, content))
  for (const { content, index, header } of open) if (header === '') add(index, dayColumn(room, content))
  return result
}

/** The columns found by header, held against what their cells hold, and those that only contents tell. */
export const byContent = (
  matcher: HeaderMatcher,
  columns: readonly LocatedColumn[],
  headers: readonly string[],
  contents: readonly Content[],
): readonly LocatedColumn[] => {
  const checked = swapped(columns, contents).map((one) =>
    one.how === 'content' ? one : doubted(one, contents[one.index]),
  )
  return [...added(matcher, checked, headers, contents)].sort((a, b) => a.index - b.index)
}
