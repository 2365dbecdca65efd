import type { HistoryDetail, HistoryEntry } from '../../shared/models/history.ts'
import type { Parameter, Reader } from './database.ts'
import { placeholders } from './dialect.ts'
import { detailsOf, loadNames, type RecordedChange, summaryOf, type TableCount } from './history-details.ts'

interface Entry {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly label: string
  readonly undoneBy: number | null
}

/** Entries that touched more rows than this are summed up by table, e.g. an import. */
const mostDetailed = 20

/**
 * The last `limit` edits, the newest first; values masked, ids named. With `recordId`, those that touched that unit
 * or person, its posts and memberships, or the people who hold its posts — and of those edits only these rows.
 */
export const listHistory = async (
  reader: Reader,
  limit: number,
  recordId: string | null,
): Promise<readonly HistoryEntry[]> => {
  const scope = recordId === null ? everything : relatedTo(recordId)
  const entries = await reader.query<Entry>(
    `${scope.before} SELECT seq AS "seq", at AS "at", actor AS "actor", action AS "action", label AS "label",
       undone_by AS "undoneBy"
     FROM audit_entry ${scope.entries} ORDER BY seq DESC LIMIT ${limit}`,
    scope.parameters,
  )
  const details = await loadDetails(reader, entries, scope)
  const states = statesOf(entries)
  return entries.map(({ undoneBy: _, ...entry }) => ({
    ...entry,
    label:
      entry.action === 'undo'
        ? `撤销：${entry.label}`
        : entry.action === 'redo'
          ? `重做：${entry.label}`
          : entry.label,
    state: states.get(entry.seq) ?? 'done',
    details: details.get(entry.seq) ?? [],
  }))
}

interface Scope {
  readonly before: string
  readonly entries: string
  readonly changes: string
  readonly parameters: readonly Parameter[]
}

const everything: Scope = { before: '', entries: '', changes: '', parameters: [] }

const relatedTo = (recordId: string): Scope => ({
  before: `WITH related (id) AS (
      SELECT ?
      UNION SELECT id FROM post WHERE unit_id = ? OR person_id = ?
      UNION SELECT id FROM membership WHERE person_id = ?
      UNION SELECT id FROM reporting WHERE person_id = ?
      UNION SELECT id FROM unit_estate WHERE unit_id = ?
      UNION SELECT id FROM estate WHERE community_id = ?
      UNION SELECT person_id FROM post WHERE unit_id = ? AND ends_on IS NULL
    )`,
  entries: 'WHERE seq IN (SELECT entry_seq FROM audit_change WHERE record_id IN (SELECT id FROM related))',
  changes: 'AND record_id IN (SELECT id FROM related)',
  parameters: new Array<string>(8).fill(recordId),
})

/** An edit is undone when the entry that undid it stands, i.e. was not undone itself (redone). */
const statesOf = (entries: readonly Entry[]): ReadonlyMap<number, HistoryEntry['state']> => {
  const stands = new Map<number, boolean>()
  const states = new Map<number, HistoryEntry['state']>()
  // The newest first: what undid an entry is newer than it.
  for (const entry of entries) {
    const standing = entry.undoneBy === null || stands.get(entry.undoneBy) === false
    stands.set(entry.seq, standing)
    states.set(entry.seq, entry.action === 'undo' ? 'undo' : standing ? 'done' : 'undone')
  }
  return states
}

const loadDetails = async (
  reader: Reader,
  entries: readonly Entry[],
  scope: Scope,
): Promise<ReadonlyMap<number, readonly HistoryDetail[]>> => {
  if (entries.length === 0) return new Map()
  const counts = await reader.query<TableCount>(
    `${scope.before} SELECT entry_seq AS "seq", table_name AS "table", count(*) AS "n",
       sum(CASE WHEN before IS NULL AND after IS NOT NULL THEN 1 ELSE 0 END) AS "made",
       sum(CASE WHEN before IS NOT NULL AND after IS NULL THEN 1 ELSE 0 END) AS "removed"
     FROM audit_change
     WHERE entry_seq IN (${placeholders(entries.length)}) ${scope.changes}
     GROUP BY entry_seq, table_name ORDER BY entry_seq, min(id)`,
    [...scope.parameters, ...entries.map((entry) => entry.seq)],
  )
  const bySeq = new Map<number, TableCount[]>()
  for (const count of counts) bySeq.set(count.seq, [...(bySeq.get(count.seq) ?? []), count])
  const small = [...bySeq].filter(([, tables]) => tables.reduce((n, t) => n + t.n, 0) <= mostDetailed)
  const changes = await loadChanges(
    reader,
    small.map(([seq]) => seq),
    scope,
  )
  const names = await loadNames(reader, changes)
  const details = new Map<number, readonly HistoryDetail[]>(
    [...bySeq].map(([seq, tables]) => [seq, summaryOf(tables)]),
  )
  for (const [seq] of small) {
    details.set(
      seq,
      detailsOf(
        changes.filter((change) => change.seq === seq),
        names,
      ),
    )
  }
  return details
}

const loadChanges = async (
  reader: Reader,
  seqs: readonly number[],
  scope: Scope,
): Promise<readonly RecordedChange[]> => {
  if (seqs.length === 0) return []
  return reader.query<RecordedChange>(
    `${scope.before} SELECT entry_seq AS "seq", table_name AS "table", record_id AS "recordId",
       before AS "before", after AS "after"
     FROM audit_change WHERE entry_seq IN (${placeholders(seqs.length)}) ${scope.changes} ORDER BY id`,
    [...scope.parameters, ...seqs],
  )
}
