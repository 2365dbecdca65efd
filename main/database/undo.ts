import { AppError } from '../../shared/errors.ts'
import type { UndoState, UndoStep } from '../../shared/models/history.ts'
import type { Database, Parameter, Reader } from './database.ts'
import { isConstraintError } from './dialect.ts'
import { loadBalance } from './funding-rows.ts'
import type { TableName, Tables } from './rows.ts'
import type { Transaction } from './transaction.ts'

/*
 * Undo reads the audit trail, so that it works across restarts and for every table. Undoing an edit writes a new
 * edit with the inverse of each change; redoing is undoing that one. `action` tells them apart: what may be undone
 * is any edit but an undo, what may be redone is an undo after which no new edit came.
 */
const undoAction = 'undo'
const redoAction = 'redo'
export const undoEdit = { action: undoAction, label: '', undoable: true } as const
export const redoEdit = { action: redoAction, label: '', undoable: true } as const

/** SQL of every entry that can be taken back. */
export const undoSteps = `SELECT * FROM audit_entry
  WHERE undoable = 1 AND undone_by IS NULL AND action <> '${undoAction}'`

/**
 * SQL of every entry that can be done again. A new edit clears what could be redone; money and logged reveals, which
 * are never undone, do not count.
 */
export const redoSteps = `SELECT * FROM audit_entry
  WHERE action = '${undoAction}' AND undone_by IS NULL AND seq > (
    SELECT coalesce(max(seq), 0) FROM audit_entry
    WHERE undoable = 1 AND action NOT IN ('${undoAction}', '${redoAction}')
  )`

/** What the two buttons would do next. */
export const loadUndoState = async (reader: Reader): Promise<UndoState> => {
  const [undo, redo] = await Promise.all([nextUndo(reader), nextRedo(reader)])
  return { undo: undo ?? null, redo: redo ?? null }
}

/**
 * Takes back the edit `seq`, which must still be the next step: the user agreed to that one, not to what another
 * program or a later edit did meanwhile. Answers its label. Throws `undo.nothing`, `undo.changed-since`.
 */
export const undo = (db: Database, seq: number): Promise<string> =>
  db.edit(undoEdit, (tx) => stepBackIn(tx, undoAction, seq))

/** Does again what the entry `seq` took back, as `undo` does. Throws `undo.nothing`, `undo.changed-since`. */
export const redo = (db: Database, seq: number): Promise<string> =>
  db.edit(redoEdit, (tx) => stepBackIn(tx, redoAction, seq))

/** One step inside an edit that is `undoEdit` or `redoEdit`; answers its label. Throws as `undo` does. */
export const stepBackIn = async (
  tx: Transaction,
  action: typeof undoAction | typeof redoAction,
  seq: number,
): Promise<string> => {
  const step = await (action === undoAction ? nextUndo(tx) : nextRedo(tx))
  if (step === undefined) throw new AppError('undo.nothing')
  if (step.seq !== seq) throw new AppError('undo.changed-since')
  tx.relabel(step.label)
  tx.marksUndoOf(step.seq)
  try {
    await applyInverse(tx, step.seq)
    await refuseOverspent(tx, step.seq)
  } catch (error) {
    // Another row needs what would go, or took the unique value of what would come back.
    const changed = error instanceof AppError && error.code === 'undo.changed-since'
    if (changed || isConstraintError(error)) {
      throw new AppError('undo.changed-since', { label: step.label }, { cause: error })
    }
    throw error
  }
  return step.label
}

/** Money that a merger carried over may be spent by now: taking it back must leave no branch below nothing. */
const refuseOverspent = async (tx: Transaction, seq: number): Promise<void> => {
  const carried = await tx.query<{ after: string }>(
    `SELECT coalesce(after, before) AS "after" FROM audit_change WHERE entry_seq = ? AND table_name = 'appropriation'`,
    [seq],
  )
  for (const { after } of carried) {
    const { year, unitId, sourceId } = parse(after)
    if (typeof unitId !== 'string' || typeof sourceId !== 'string') continue
    if ((await loadBalance(tx, Number(year), unitId, sourceId)) < 0) throw new AppError('undo.changed-since')
  }
}

const nextOf =
  (steps: string) =>
  async (reader: Reader): Promise<UndoStep | undefined> => {
    const [step] = await reader.query<UndoStep>(
      `SELECT seq AS "seq", label AS "label" FROM (${steps}) step ORDER BY seq DESC LIMIT 1`,
    )
    return step
  }
const nextUndo = nextOf(undoSteps)
const nextRedo = nextOf(redoSteps)

type Fields = Readonly<Record<string, Parameter>>

interface Change {
  readonly id: number
  readonly table: TableName
  readonly recordId: string
  readonly before: string | null
  readonly after: string | null
}

type How = 'made' | 'changed' | 'removed' | 'seen'

const howOf = (change: Change): How => {
  if (change.before === null) return change.after === null ? 'seen' : 'made'
  return change.after === null ? 'removed' : 'changed'
}

const pageSize = 1000

/** From the last change to the first, in pages: an import has tens of thousands. */
const applyInverse = async (tx: Transaction, seq: number): Promise<void> => {
  let from = Number.MAX_SAFE_INTEGER
  for (;;) {
    const page = await tx.query<Change>(
      `SELECT id AS "id", table_name AS "table", record_id AS "recordId", before AS "before", after AS "after"
       FROM audit_change WHERE entry_seq = ? AND id < ? ORDER BY id DESC LIMIT ${pageSize}`,
      [seq, from],
    )
    for (const run of runsOf(page)) await invert(tx, run)
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    from = last.id
  }
}

/** Neighbours of one table and one kind go together, unless a row occurs twice. */
const runsOf = (changes: readonly Change[]): readonly Change[][] => {
  const runs: Change[][] = []
  const ids = new Set<string>()
  for (const change of changes) {
    const run = runs.at(-1)
    const first = run?.[0]
    const fits = first?.table === change.table && howOf(first) === howOf(change) && !ids.has(change.recordId)
    if (run !== undefined && fits) run.push(change)
    else {
      ids.clear()
      runs.push([change])
    }
    ids.add(change.recordId)
  }
  return runs
}

const invert = async (tx: Transaction, run: readonly Change[]): Promise<void> => {
  const [first] = run
  if (first === undefined) return
  const { table } = first
  const how = howOf(first)
  const ids = run.map((change) => change.recordId)
  switch (how) {
    case 'seen':
      return
    case 'made':
      await refuseChanged(tx, table, run)
      return tx.removeAll(table, ids)
    case 'changed': {
      const versions = await refuseChanged(tx, table, run)
      return tx.updateEach(
        run.map(({ recordId, before }) => ({
          table,
          id: recordId,
          version: versions.get(recordId) ?? 0,
          patch: parse(before),
        })),
      )
    }
    case 'removed': {
      const taken = await tx.findAll(table, ids)
      if (taken.size > 0) throw new AppError('undo.changed-since')
      const rows = run.map((change) => parse(change.before) as unknown as Tables[typeof table])
      return tx.restoreAll(table, rows)
    }
  }
}

/** What the program works out by itself, outside of any edit. */
const workedOut: ReadonlySet<string> = new Set(['version', 'readingKey', 'strokeKey'])

/** A row that was made has nothing but what the edit says: what it left out was empty, and a later edit filled it. */
const isAsLeft = (change: Change, row: Fields): boolean => {
  const after = parse(change.after)
  if (!Object.entries(after).every(([key, value]) => key === 'version' || row[key] === value)) return false
  return (
    change.before !== null ||
    Object.entries(row).every(
      ([key, value]) => key in after || value === null || value === '' || workedOut.has(key),
    )
  )
}

/** Throws `undo.changed-since` unless each row is still as the edit left it; answers the rows' versions. */
const refuseChanged = async (
  tx: Transaction,
  table: TableName,
  run: readonly Change[],
): Promise<ReadonlyMap<string, number>> => {
  const rows = await tx.findAll(
    table,
    run.map((change) => change.recordId),
  )
  for (const change of run) {
    const row = rows.get(change.recordId) as Fields | undefined
    if (row === undefined || !isAsLeft(change, row)) throw new AppError('undo.changed-since')
  }
  return new Map([...rows].map(([id, row]) => [id, row.version]))
}

const parse = (json: string | null): Fields => JSON.parse(json ?? '{}')
