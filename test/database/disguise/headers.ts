import { bareHeader, plainHeader } from '../../../main/import/header-text.ts'
import type { Column, Sheet } from '../../../shared/sheets/sheet.ts'
import type { Random } from '../../unit/mutations.ts'

/** What is done to the header of a ledger. */
export interface HeaderDisguise {
  readonly synonyms: boolean
  /** Stars, notes, units, blanks and line breaks. */
  readonly decorated: boolean
  /** 支部书记姓名 in one row instead of 支部书记 above 姓名. */
  readonly oneRow: boolean
}

const same = (a: string, b: string): boolean =>
  plainHeader(a) === plainHeader(b) || bareHeader(plainHeader(a)) === bareHeader(plainHeader(b))

const wordsOf = ({ label, synonyms, group, groupSynonyms }: Column): readonly string[] =>
  group === undefined ? [label, ...(synonyms ?? [])] : [group, ...(groupSynonyms ?? [])]
const leavesOf = ({ label, synonyms, group }: Column): readonly string[] =>
  group === undefined ? [] : [label, ...(synonyms ?? [])]

/** Headers that mean this column and no other of the ledger, its own label first. */
const ownWords = (sheet: Sheet, column: Column): readonly string[] => {
  const others = sheet.columns
    .filter((other) => (column.group === undefined ? other !== column : other.group !== column.group))
    .flatMap((other) => [...wordsOf(other), ...leavesOf(other)])
  const [label = '', ...more] = wordsOf(column)
  return [label, ...more.filter((word) => !others.some((other) => same(word, other)))]
}

/** Words for the leaf of a column under its heading; those that mean another column of the heading are left out. */
const ownLeaves = (sheet: Sheet, column: Column): readonly string[] => {
  const others = sheet.columns
    .filter((other) => other !== column && other.group === column.group)
    .flatMap(leavesOf)
  const [label = '', ...more] = leavesOf(column)
  return [label, ...more.filter((word) => !others.some((other) => same(word, other)))]
}

/** 联系电话 → *联系电话, 联系\n电话, 联系电话（必填）…; what it means stays the same. */
const decorate = (header: string, column: Column, random: Random): string => {
  const characters = [...header]
  const middle = Math.ceil(characters.length / 2)
  const broken = (by: string) =>
    `${characters.slice(0, middle).join('')}${by}${characters.slice(middle).join('')}`
  const bracketed = /[（(/]/u.test(header)
  const unit = column.type === 'money' ? '（元）' : column.type === 'area' ? '（平方米）' : '（必填）'
  switch (random(7)) {
    case 0:
      return `*${header}`
    case 1:
      return broken('\n')
    case 2:
      return header.length === 2 ? broken('　') : `${header} `
    case 3:
      return bracketed ? header : `${header}${unit}`
    case 4:
      return bracketed ? header : `${header}\n${unit}`
    case 5:
      return `${header}＊`
    default:
      return header
  }
}

/** The rows of the header, and which columns of it are one cell above the other. */
export const headerRows = (
  sheet: Sheet,
  columns: readonly Column[],
  disguise: HeaderDisguise,
  random: Random,
): readonly (readonly string[])[] => {
  const pick = (words: readonly string[]): string =>
    (disguise.synonyms ? words[random(words.length)] : words[0]) ?? ''
  const dress = (header: string, column: Column): string =>
    disguise.decorated ? decorate(header, column, random) : header
  const groups = new Map<string, string>()
  const groupOf = (column: Column): string => {
    const group = column.group ?? ''
    const ofAll = columns.filter((other) => other.group === group).map((other) => ownWords(sheet, other))
    const shared = (ofAll[0] ?? []).filter((word) => ofAll.every((words) => words.includes(word)))
    const name = groups.get(group) ?? pick(shared)
    groups.set(group, name)
    return name
  }
  if (!columns.some(({ group }) => group !== undefined)) {
    return [columns.map((column) => dress(pick(ownWords(sheet, column)), column))]
  }
  if (disguise.oneRow) {
    return [
      columns.map((column) =>
        column.group === undefined
          ? dress(pick(ownWords(sheet, column)), column)
          : `${column.group}${column.label}`,
      ),
    ]
  }
  return [
    columns.map((column) =>
      column.group === undefined ? dress(pick(ownWords(sheet, column)), column) : groupOf(column),
    ),
    columns.map((column) =>
      column.group === undefined ? '' : dress(pick(ownLeaves(sheet, column)), column),
    ),
  ]
}
