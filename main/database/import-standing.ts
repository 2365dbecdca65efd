import type { ImportRun } from '../../shared/models/import.ts'
import type { Reader } from './database.ts'
import { placeholders } from './dialect.ts'
import { partsOf } from './table-rows.ts'

/** The edits that make an import, and take it back at any later time. */
export const importAction = 'import.apply'
export const importUndoAction = 'import.undo'

export interface Standing {
  /** The audit entry of the import. */
  readonly seq: number
  /** When and by whom it was taken back; null while it stands. */
  readonly undone: ImportRun['undone']
}

interface Entry {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly undoneBy: number | null
}

interface RunEntry extends Entry {
  readonly runId: string
  readonly action: string
}

const columns = 'e.seq AS "seq", e.at AS "at", e.actor AS "actor", e.undone_by AS "undoneBy"'

/**
 * Whether imports stand, by id. An import is taken back while its own entry is undone, or while an edit that takes it
 * back stands. Both are read from the audit trail: nothing else says so.
 */
export const standingOf = async (
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Standing>> => {
  const entries: RunEntry[] = []
  for (const part of partsOf(ids, 1000)) {
    entries.push(
      ...(await reader.query<RunEntry>(
        `SELECT ${columns}, c.record_id AS "runId", e.action AS "action"
         FROM audit_change c JOIN audit_entry e ON e.seq = c.entry_seq
         WHERE c.record_id IN (${placeholders(part.length)}) AND c.table_name = 'importRun'
           AND e.action IN (${placeholders(2)})
         ORDER BY e.seq`,
        [...part, importAction, importUndoAction],
      )),
    )
  }
  const answers = await loadAnswers(reader, entries)
  const standing = new Map<string, Standing>()
  for (const entry of entries) {
    const chain = chainOf(entry, answers)
    const stands = chain.length % 2 === 1
    const { at, actor } = chain.at(-1) ?? entry
    const known = standing.get(entry.runId)
    if (entry.action === importAction) {
      standing.set(entry.runId, { seq: entry.seq, undone: stands ? null : { at, actor } })
    } else if (known !== undefined && stands) {
      standing.set(entry.runId, { ...known, undone: { at, actor } })
    }
  }
  return standing
}

/** An entry, what undid it, what undid that (did it again), and so on: an odd number of them means that it stands. */
const chainOf = (entry: Entry, answers: ReadonlyMap<number, Entry>): readonly Entry[] => {
  const chain = [entry]
  for (let next = entry.undoneBy; next !== null; ) {
    const answer = answers.get(next)
    if (answer === undefined) break
    chain.push(answer)
    next = answer.undoneBy
  }
  return chain
}

const loadAnswers = async (
  reader: Reader,
  entries: readonly Entry[],
): Promise<ReadonlyMap<number, Entry>> => {
  const found = new Map<number, Entry>()
  for (let ask: readonly Entry[] = entries; ask.length > 0; ) {
    const wanted = ask.flatMap((entry) => (entry.undoneBy === null ? [] : [entry.undoneBy]))
    const next: Entry[] = []
    for (const part of partsOf(wanted, 1000)) {
      next.push(
        ...(await reader.query<Entry>(
          `SELECT ${columns} FROM audit_entry e WHERE e.seq IN (${placeholders(part.length)})`,
          part,
        )),
      )
    }
    for (const entry of next) found.set(entry.seq, entry)
    ask = next
  }
  return found
}
