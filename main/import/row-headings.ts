import type { Cell } from './grid.ts'
import type { Table } from './located-table.ts'
import { branchNamed, branchTitled, communityNamed, estateNamed, estateTitled } from './named-units.ts'
import { loneText } from './row-kinds.ts'

/** What a heading inside a table, or a title above it, says of the rows below. */
export interface Under {
  readonly community?: string
  readonly branch?: string
  readonly estate?: string
}

/** Longer lines are notes that name a unit in passing. */
const longestTitle = 60
const longestHeading = 40

const counted =
  /[（(]共?\d+[人名户个栋][）)]$|共\d+[人名户]$|^[一二三四五六七八九十]+[、.．]|^[（(][一二三四五六七八九十]+[）)]/u
const aCommunity = /^[【[（(]?[^（([【]{2,12}社区[】\]）)]?$/u
const anEstate = /^[【[（(]?[^（([【]{2,16}(?:小区|花园|家园|公寓|家属院)[】\]）)]?$/u

/** Tables whose rows are of one branch each, which a title may name for all of them. */
const ofBranches: ReadonlySet<string> = new Set(['members', 'appropriations', 'disbursements'])

const lacks = (table: Table, field: string): boolean =>
  table.sheet.columns.some((column) => column.field === field) &&
  table.columns.every(({ column }) => column.field !== field)

/** A unit alone in a column that holds something else heads the rows below. */
const isMisplaced = (text: string, at: number, table: Table): boolean => {
  const type = table.columns.find(({ index }) => index === at)?.column.type
  // In the organization a community without branches may be a row of its own.
  if (aCommunity.test(text)) return type !== 'community' || table.sheet.table !== 'organization'
  if (anEstate.test(text) && type !== 'estate' && lacks(table, 'estate')) return true
  return type === 'name' && /[社小]区|支部/u.test(text)
}

/**
 * What a row with one text says: a heading for the rows below, or `note`, which is no data; null when it may be a row
 * of data with one cell filled in. `merged` columns are spanned by a merged cell of the row.
 */
export const loneRow = (cells: readonly Cell[], table: Table, merged: number): Under | 'note' | null => {
  const lone = loneText(cells)
  if (lone === null || table.columns.length < 3) return null
  const { text, at } = lone
  const wide = merged >= 3 || merged * 2 >= table.columns.length
  const place = table.columns.find(({ index }) => index === at)
  const outside = place === undefined || place.column.type === 'serial'
  const sentence = text.length > 25 || /[。；]$|^\d{1,2}[.、．]\D/u.test(text)
  if (!wide && !outside && !sentence && !counted.test(text) && !isMisplaced(text, at, table)) return null
  return text.length > longestHeading || /^\d+$/.test(text) ? 'note' : (headingIn(text, table) ?? 'note')
}

/** What a heading inside a table names, of what its rows may have; null when it names nothing of that. */
const headingIn = (text: string, table: Table): Under | null => {
  const has = (field: string) => table.sheet.columns.some((column) => column.field === field)
  const community = has('community') ? communityNamed(text) : null
  const branch = has('branch') ? (branchNamed(text) ?? branchInTitle(text, table)) : null
  const estate = lacks(table, 'estate') ? (estateNamed(text) ?? estateTitled(text)) : null
  const said: Under = {
    ...(community === null ? {} : { community }),
    ...(branch === null || (community !== null && branch.endsWith('总支')) ? {} : { branch }),
    ...(estate === null ? {} : { estate }),
  }
  return Object.keys(said).length === 0 ? null : said
}

/** One table after the other, each with its title: 柳林小区党支部党员花名册. */
const branchInTitle = (text: string, table: Table): string | null =>
  ofBranches.has(table.sheet.table) && lacks(table, 'branch') ? branchTitled(text) : null

/** Under a new community no branch or estate of the old one goes on. */
export const underHeading = (before: Under, said: Under): Under =>
  said.community === undefined ? { ...before, ...said } : said

const firstOf = (lines: readonly string[], find: (line: string) => string | null): string | null => {
  for (const line of lines) {
    const found = find(line)
    if (found !== null) return found
  }
  return null
}

/** The branch and the estate that the title or the sheet's name says, where no column does. */
export const underTitles = (sheetName: string, table: Table): Under => {
  const lines = [...table.above.filter((line) => line.length <= longestTitle), sheetName]
  const branch =
    ofBranches.has(table.sheet.table) && lacks(table, 'branch') ? firstOf(lines, branchTitled) : null
  const estate = lacks(table, 'estate') ? firstOf(lines, estateTitled) : null
  return { ...(branch === null ? {} : { branch }), ...(estate === null ? {} : { estate }) }
}

/** The community that a 填报单位 line between two parts of a table names for the part below. */
export const underFiller = (first: string): Under | null => {
  const community = /^(?:填报|填表|报送)?单位(?:名称)?[:：]/u.test(first) ? communityNamed(first) : null
  return community === null ? null : { community }
}
