import { isSolePost } from '../../shared/rules/terms.ts'
import { placeholders } from './dialect.ts'
import { tableNameOf } from './foreign-keys.ts'
import { byTable, type KeptRow, type Restoration } from './import-undo-fields.ts'
import type { Fields, RowSet } from './import-undo-rows.ts'
import { type Work, writeRestorations } from './import-undo-write.ts'
import type { PostRow, TableName } from './rows.ts'
import { partsOf } from './table-rows.ts'
import type { Transaction } from './transaction.ts'

interface TermTable {
  /** The property, and its column, by which possible rivals are read. */
  readonly by: string
  readonly column: string
  /** Living rows must not agree in all of these. */
  readonly keys: (row: Fields) => readonly string[]
  readonly reason: string
}

const link = (by: string, column: string, keys: readonly string[], reason: string): TermTable => ({
  by,
  column,
  keys: () => keys,
  reason,
})

const solePost = ['unitId', 'kind']
const otherPost = ['unitId', 'kind', 'personId', 'estateId', 'place']

/** Tables of what lasts from a day to a day. */
const terms: Readonly<Partial<Record<TableName, TermTable>>> = {
  membership: link('personId', 'person_id', ['personId'], '现在已有另一段组织关系'),
  post: {
    by: 'unitId',
    column: 'unit_id',
    keys: (row) => (isSolePost((row as unknown as PostRow).kind) ? solePost : otherPost),
    reason: '这个职务现在另有人担任',
  },
  reporting: link('personId', 'person_id', ['personId', 'unitId'], '现在已有同样的报到'),
  volunteer: link('personId', 'person_id', ['personId', 'unitId'], '现在已有同样的志愿服务'),
  unitEstate: link('unitId', 'unit_id', ['unitId', 'estateId'], '现在已有同样的关联'),
  venueUnit: link('venueId', 'venue_id', ['venueId', 'unitId'], '现在已有同样的关联'),
  partnerLink: link(
    'partnerUnitId',
    'partner_unit_id',
    ['partnerUnitId', 'unitId', 'estateId'],
    '现在已有同样的关联',
  ),
}

export const isTerm = (table: TableName): boolean => table in terms

/** What a living row stands on: the table, and the fields that say that it has ended. */
const owners: readonly (readonly [property: string, table: TableName, ends: readonly string[]])[] = [
  ['personId', 'person', ['endedOn', 'mergedIntoId']],
  ['unitId', 'unit', ['dissolvedOn']],
  ['estateId', 'estate', ['endedOn']],
  ['venueId', 'venue', ['endedOn']],
]

/**
 * Brings former values of terms back where no two living rows come to stand for the same. Answers those that stay as
 * they are.
 */
export const restoreTerms = async (
  work: Work,
  restorations: readonly Restoration[],
): Promise<readonly KeptRow[]> => {
  // What ends makes room for what lives again.
  const ending = restorations.filter(({ patch }) => typeof patch['endsOn'] === 'string')
  await writeRestorations(work, ending)
  const kept: KeptRow[] = []
  for (const [table, rows] of byTable(restorations.filter((one) => !ending.includes(one)))) {
    const term = terms[table]
    if (term === undefined) continue
    for (const part of partsOf(rows, 1000)) {
      work.signal?.throwIfAborted()
      const reasons = await reasonsOf(work, table, term, part)
      await writeRestorations(
        work,
        part.filter((one) => !reasons.has(one.id)),
      )
      kept.push(...[...reasons].map(([id, reason]) => ({ table, id, reason })))
    }
  }
  return kept
}

/** Why rows cannot live as before, by id. */
const reasonsOf = async (
  { tx, leaving }: Work,
  table: TableName,
  term: TermTable,
  part: readonly Restoration[],
): Promise<ReadonlyMap<string, string>> => {
  const current = await tx.findAll(
    table,
    part.map((one) => one.id),
  )
  const then = part.flatMap(({ id, patch }): readonly Fields[] => {
    const row = current.get(id) as Fields | undefined
    return row === undefined ? [] : [{ ...row, ...patch }]
  })
  const ended = await endedOwners(tx, then)
  const rivals = await rivalsOf(tx, table, term, then, leaving)
  const reasons = new Map<string, string>()
  for (const row of then) {
    const id = String(row['id'])
    if ((row['endsOn'] ?? null) !== null) continue
    const key = keyOf(term, row)
    const holders = rivals.get(key) ?? new Set<string>()
    if (owners.some(([property]) => ended.has(`${property} ${row[property]}`))) {
      reasons.set(id, '对应的组织、人员、小区或场所后来已结束')
    } else if ([...holders].some((other) => other !== id)) reasons.set(id, term.reason)
    else rivals.set(key, holders.add(id))
  }
  return reasons
}

const keyOf = (term: TermTable, row: Fields): string =>
  JSON.stringify(term.keys(row).map((key) => [key, row[key] ?? null]))

/** `property id` of those that have ended. */
const endedOwners = async (tx: Transaction, rows: readonly Fields[]): Promise<ReadonlySet<string>> => {
  const ended = new Set<string>()
  for (const [property, table, ends] of owners) {
    const ids = new Set(rows.map((row) => row[property]).filter((id) => typeof id === 'string'))
    for (const [id, row] of await tx.findAll(table, [...ids])) {
      const owner = row as unknown as Fields
      if (ends.some((end) => (owner[end] ?? null) !== null)) ended.add(`${property} ${id}`)
    }
  }
  return ended
}

/** Ids of the living rows that stay, by what they stand for. */
const rivalsOf = async (
  tx: Transaction,
  table: TableName,
  term: TermTable,
  rows: readonly Fields[],
  leaving: RowSet,
): Promise<Map<string, Set<string>>> => {
  const ids = [...new Set(rows.map((row) => String(row[term.by])))]
  const living = await tx.query<{ id: string }>(
    `SELECT id AS "id" FROM ${tableNameOf(table)}
     WHERE ${term.column} IN (${placeholders(ids.length)}) AND ends_on IS NULL`,
    ids,
  )
  const staying = living.map((row) => row.id).filter((id) => !leaving.has(table, id))
  const rivals = new Map<string, Set<string>>()
  for (const [id, row] of await tx.findAll(table, staying)) {
    const key = keyOf(term, row as unknown as Fields)
    rivals.set(key, (rivals.get(key) ?? new Set()).add(id))
  }
  return rivals
}
