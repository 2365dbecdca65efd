import { expect, test } from 'vitest'
import { sheets } from '../../shared/sheets/all.ts'
import type { Column, Sheet } from '../../shared/sheets/sheet.ts'
import { fieldsOf, gridOf, locate } from './layouts/build.ts'

/** The same numbers on every run: a failure can be looked at again. */
const randomFrom = (start: number) => {
  let seed = start
  return (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return (seed >> 8) % below
  }
}

const shuffled = <T>(items: readonly T[], random: (below: number) => number): readonly T[] =>
  items
    .map((item) => ({ item, at: random(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

/** Columns with a heading stand together, and behind the others: a bare phone right of a leader is the leader's. */
const someColumns = (sheet: Sheet, random: (below: number) => number): readonly Column[] => {
  const must = new Set(sheet.knownBy[random(sheet.knownBy.length)])
  const chosen = sheet.columns.filter(
    ({ field, group }) =>
      // Nobody keeps a leader’s phone without the name.
      must.has(field) || (group === undefined ? random(2) === 0 : must.has(field.replace(/Phone$/, ''))),
  )
  const groups = [...new Set(chosen.flatMap(({ group }) => (group === undefined ? [] : [group])))]
  return [
    ...shuffled(
      chosen.filter(({ group }) => group === undefined),
      random,
    ),
    ...shuffled(groups, random).flatMap((name) => chosen.filter(({ group }) => group === name)),
  ]
}

const written = (columns: readonly Column[], random: (below: number) => number) => {
  const one = (names: readonly string[]): string => names[random(names.length)] ?? ''
  const groups = new Map<string, string>()
  const groupOf = (column: Column): string => {
    const name = groups.get(column.group ?? '') ?? one([column.group ?? '', ...(column.groupSynonyms ?? [])])
    groups.set(column.group ?? '', name)
    return name
  }
  const leaves = columns.map((column) => one([column.label, ...(column.synonyms ?? [])]))
  const examples = columns.map(({ example }) => example ?? '')
  if (random(2) === 0) {
    return [
      columns.map((column, at) => (column.group === undefined ? '' : groupOf(column)) + leaves[at]),
      examples,
    ]
  }
  return [
    columns.map((column, at) => (column.group === undefined ? (leaves[at] ?? '') : groupOf(column))),
    columns.map((column, at) => (column.group === undefined ? '' : (leaves[at] ?? ''))),
    examples,
  ]
}

test.each(Object.values(sheets))('$title ($table): forty headers put together by chance', (sheet) => {
  const random = randomFrom(2026)
  for (let run = 0; run < 40; run += 1) {
    const columns = someColumns(sheet, random)
    const rows = written(columns, random)
    const table = locate(gridOf('Sheet1', [[sheet.title], ...rows]), '台账.xlsx')
    const wanted = Object.fromEntries(columns.map(({ field }, index) => [index, field]))
    expect([rows[0], table?.sheet.table]).toEqual([rows[0], sheet.table])
    expect([rows, table === null ? null : fieldsOf(table)]).toEqual([rows, wanted])
  }
})
