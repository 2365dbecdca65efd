import { type Fields, type RowRef, RowSet } from './import-undo-rows.ts'
import type { TableName } from './rows.ts'
import type { Transaction } from './transaction.ts'

/** A row that the import changed: what its fields were before, and what the import made them. */
export interface ChangedRow extends RowRef {
  readonly before: Fields
  readonly after: Fields
}

export interface ImportChanges {
  /** Rows that the import made, in that order, and nobody changed since. */
  readonly untouched: RowSet
  /** Rows that it made and somebody changed since. */
  readonly edited: readonly RowRef[]
  readonly changed: readonly ChangedRow[]
}

interface Change {
  readonly id: number
  readonly table: TableName
  readonly recordId: string
  readonly before: string | null
  readonly after: string
}

/** Few enough that parsing them never holds up the window. */
const pageSize = 1000

/** What the edit `seq` did, and what of it is as it left it. */
export const readImportChanges = async (
  tx: Transaction,
  seq: number,
  signal?: AbortSignal,
): Promise<ImportChanges> => {
  const changed = new Map<string, ChangedRow>()
  for await (const page of pagesOf(tx, seq, 'before IS NOT NULL')) {
    signal?.throwIfAborted()
    for (const { table, recordId, before, after } of page) {
      const key = `${table} ${recordId}`
      const first = changed.get(key)
      changed.set(key, {
        table,
        id: recordId,
        before: { ...parse(before), ...first?.before },
        after: { ...first?.after, ...parse(after) },
      })
    }
  }
  const untouched = new RowSet()
  const edited: RowRef[] = []
  for await (const page of pagesOf(tx, seq, 'before IS NULL')) {
    signal?.throwIfAborted()
    for (const [table, made] of byTable(page)) {
      const rows = await tx.findAll(
        table,
        made.map((change) => change.recordId),
      )
      for (const { recordId, after } of made) {
        const key = `${table} ${recordId}`
        // What the import changed after it had made it is a part of the making.
        const left = { ...parse(after), ...changed.get(key)?.after }
        changed.delete(key)
        const row = rows.get(recordId) as Fields | undefined
        if (row === undefined) continue
        if (isUntouched(table, left, row)) untouched.add(table, recordId)
        else edited.push({ table, id: recordId })
      }
    }
  }
  return { untouched, edited, changed: [...changed.values()] }
}

/** The record of the import is none of its data; older editions wrote it among the changes. */
async function* pagesOf(tx: Transaction, seq: number, which: string): AsyncGenerator<readonly Change[]> {
  for (let from = 0; ; ) {
    const page = await tx.query<Change>(
      `SELECT id AS "id", table_name AS "table", record_id AS "recordId", before AS "before", after AS "after"
       FROM audit_change
       WHERE entry_seq = ? AND id > ? AND after IS NOT NULL AND ${which} AND table_name <> 'importRun'
       ORDER BY id LIMIT ${pageSize}`,
      [seq, from],
    )
    yield page
    const last = page.at(-1)
    if (last === undefined || page.length < pageSize) return
    from = last.id
  }
}

const byTable = (page: readonly Change[]): ReadonlyMap<TableName, readonly Change[]> => {
  const tables = new Map<TableName, Change[]>()
  for (const change of page) {
    const list = tables.get(change.table)
    if (list === undefined) tables.set(change.table, [change])
    else list.push(change)
  }
  return tables
}

/** A sibling that was dragged renumbers the others; that edits none of them. */
const idle: Readonly<Partial<Record<TableName, readonly string[]>>> = { unit: ['sort'], fundSource: ['sort'] }

/** Columns that did not exist at the import's time, or that it left out, must be empty still. */
const isUntouched = (table: TableName, left: Fields, row: Fields): boolean =>
  Object.entries(row).every(
    ([key, value]) =>
      key === 'version' ||
      (idle[table]?.includes(key) ?? false) ||
      isAsLeft(key, left[key], value) ||
      (left[key] === undefined && (value === null || value === '')),
  )

/** Keys that people are sorted by are filled in later by the program itself. */
const filledLater: readonly string[] = ['readingKey', 'strokeKey']

/** True when a field has the value that the import gave it. */
export const isAsLeft = (
  key: string,
  left: Fields[string] | undefined,
  value: Fields[string] | undefined,
): boolean => left === value || (filledLater.includes(key) && (left === undefined || left === ''))

const parse = (json: string | null): Fields => JSON.parse(json ?? '{}')
