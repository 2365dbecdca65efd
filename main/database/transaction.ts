import type { EntityMetadata, QueryRunner } from 'typeorm'
import { AppError } from '../../shared/errors.ts'
import { deferForeignKeys, noteJsonRows, placeholders } from './dialect.ts'
import type { Parameter, Reader } from './reader.ts'
import type { NewRow, Patch, TableName, Tables } from './rows.ts'
import { partsOf, TableRows, type Values } from './table-rows.ts'

/** What the audit trail says of an edit. */
export interface Edit {
  /** Machine word, e.g. `person.update`. */
  readonly action: string
  /** What the user reads in the history, e.g. “修改 许文雪 的手机号”. Holds no phone or ID number. */
  readonly label: string
  /** False for money, which is reversed by a voucher instead, and for logged reveals. */
  readonly undoable: boolean
}

interface Change {
  readonly table: TableName
  readonly id: string
  readonly before: string | null
  readonly after: string | null
}

/** A change of one row, which must still have its `version`. */
export interface RowUpdate {
  readonly table: TableName
  readonly id: string
  readonly version: number
  readonly patch: object
}

/** The writing side of one edit. Collects what it changed, and writes it to the audit trail at the end. */
export class Transaction implements Reader {
  private readonly changes: Change[] = []
  private readonly rows: TableRows
  private label: string
  /** Set by undo and redo: the entry they answer. */
  private undoOf: number | null = null
  /** True once something was written that is no change kept here but shows in a window. */
  private noted = false
  /** Number of the audit entry once it is begun. */
  private seq: number | null = null

  constructor(
    private readonly runner: QueryRunner,
    metadataOf: (table: string) => EntityMetadata,
    private readonly edit: Edit,
    readonly actor: string,
  ) {
    this.label = edit.label
    this.rows = new TableRows(runner, metadataOf)
  }

  /** True when a row changed; a row that was only looked at does not count. */
  get touched(): boolean {
    return this.noted || this.changes.some((change) => change.before !== null || change.after !== null)
  }

  /** Reads inside the transaction see what it wrote so far. */
  query<Row>(sql: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
    return this.runner.query(sql, [...parameters])
  }

  /** For labels that are known only while the edit runs. */
  relabel(label: string): void {
    this.label = label
  }

  marksUndoOf(seq: number): void {
    this.undoOf = seq
    this.noted = true
  }

  async insert<T extends TableName>(table: T, row: NewRow<T>): Promise<void> {
    await this.insertAll(table, [row])
  }

  /** Many rows at once: multi-row statements of 500 rows, several times faster than one by one. */
  async insertAll<T extends TableName>(table: T, rows: readonly NewRow<T>[]): Promise<void> {
    const full = rows.map((row): Values => ({ ...row, version: 1 }) as Values)
    await this.rows.insert(table, full)
    for (const row of full) {
      this.changes.push({ table, id: String(row['id']), before: null, after: JSON.stringify(row) })
    }
  }

  /**
   * Inserts the rows of a JSON array, each an object with `id`, `version` 1 and at most `fields`; what is missing is
   * null. The database takes the text apart itself, so that tens of thousands of rows cost the main thread nothing.
   */
  async insertJson<T extends TableName>(table: T, fields: readonly string[], json: string): Promise<void> {
    const seq = await this.begin()
    this.noted = true
    await this.rows.insertJson(table, fields, json)
    await this.runner.query(noteJsonRows, [seq, table, json])
  }

  /** Writes the audit entry before its changes, for edits that write those as they go. */
  private async begin(): Promise<number> {
    if (this.seq !== null) return this.seq
    const at = new Date().toISOString()
    const undoable = this.edit.undoable ? 1 : 0
    await this.query(
      `INSERT INTO audit_entry (at, actor, action, label, undoable, undo_of) VALUES (${placeholders(6)})`,
      [at, this.actor, this.edit.action, this.label, undoable, this.undoOf],
    )
    const rows = await this.query<{ seq: number }>('SELECT max(seq) AS "seq" FROM audit_entry')
    this.seq = rows[0]?.seq ?? 0
    return this.seq
  }

  /**
   * Changes one row if it still has `version`; answers the new version. Fields that are already so are left out,
   * and nothing is written when none is left. Throws `record.missing`, `record.changed`.
   */
  async update<T extends TableName>(table: T, id: string, version: number, patch: Patch<T>): Promise<number> {
    const current = await this.find(table, id)
    if (current === null) throw new AppError('record.missing')
    if (current.version !== version) throw new AppError('record.changed')
    const old = current as unknown as Values
    const changed = Object.entries(patch as Values).filter(([key, value]) => old[key] !== value)
    if (changed.length === 0) return version
    await this.rows.set(table, id, Object.fromEntries([...changed, ['version', version + 1]]))
    this.changes.push({
      table,
      id,
      before: JSON.stringify(Object.fromEntries(changed.map(([key]) => [key, old[key] ?? null]))),
      after: JSON.stringify(Object.fromEntries(changed)),
    })
    return version + 1
  }

  /** Rows may refer to rows that come later in the same edit. */
  async deferKeys(): Promise<void> {
    await deferForeignKeys(this.runner)
  }

  /**
   * Many different rows, each with a change of its own; as `update` otherwise. Rows of which the same fields change go
   * together, many times faster than one by one.
   */
  async updateEach(updates: readonly RowUpdate[]): Promise<void> {
    for (const table of new Set(updates.map((one) => one.table))) {
      const own = updates.filter((one) => one.table === table)
      const current = await this.findAll(
        table,
        own.map((one) => one.id),
      )
      const groups = new Map<string, { readonly id: string; readonly fields: Values }[]>()
      for (const { id, version, patch } of own) {
        const row = current.get(id)
        if (row === undefined) throw new AppError('record.missing')
        if (row.version !== version) throw new AppError('record.changed')
        const old = row as unknown as Values
        const changed = Object.entries(patch as Values).filter(([key, value]) => old[key] !== value)
        if (changed.length === 0) continue
        const before = JSON.stringify(Object.fromEntries(changed.map(([key]) => [key, old[key] ?? null])))
        const fields = Object.fromEntries(changed)
        this.changes.push({ table, id, before, after: JSON.stringify(fields) })
        const key = changed.map(([name]) => name).join(' ')
        const group = groups.get(key) ?? []
        groups.set(key, group)
        group.push({ id, fields })
      }
      for (const group of groups.values()) await this.rows.setEach(table, group)
    }
  }

  /**
   * Keeps the bytes of a file under their SHA-256, once. They are no row of the audit trail: undo takes back who has
   * the file and leaves its bytes.
   */
  async keepContent(sha256: string, bytes: Uint8Array): Promise<void> {
    const known = await this.query('SELECT 1 FROM document_content WHERE sha256 = ?', [sha256])
    if (known.length > 0) return
    await this.runner.query(`INSERT INTO document_content (sha256, bytes) VALUES (${placeholders(2)})`, [
      sha256,
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    ])
  }

  /** Keeps the record of an import. It is no row of the audit trail: the record outlives the undoing of the import. */
  async keepImport(run: NewRow<'importRun'>): Promise<void> {
    await this.rows.insert('importRun', [{ ...run, version: 1 }])
    this.noted = true
  }

  /**
   * The same change of many rows, each of which must still have its `version`; in parts, many times faster than one by
   * one. Throws as `update` does.
   */
  async updateAll<T extends TableName>(
    table: T,
    rows: readonly { readonly id: string; readonly version: number }[],
    patch: Patch<T>,
  ): Promise<void> {
    const current = await this.findAll(
      table,
      rows.map((row) => row.id),
    )
    const changes: Change[] = []
    for (const { id, version } of rows) {
      const row = current.get(id)
      if (row === undefined) throw new AppError('record.missing')
      if (row.version !== version) throw new AppError('record.changed')
      const old = row as unknown as Values
      const changed = Object.entries(patch as Values).filter(([key, value]) => old[key] !== value)
      if (changed.length === 0) continue
      const before = Object.fromEntries(changed.map(([key]) => [key, old[key] ?? null]))
      const after = Object.fromEntries(changed)
      changes.push({ table, id, before: JSON.stringify(before), after: JSON.stringify(after) })
    }
    await this.rows.setAll(
      table,
      changes.map((change) => change.id),
      patch as Values,
    )
    for (const change of changes) this.changes.push(change)
  }

  /** Notes in the audit trail that a row was looked at in full, e.g. a phone number; nothing changes. */
  witness(table: TableName, id: string): void {
    this.changes.push({ table, id, before: null, after: null })
  }

  /**
   * Only undo takes rows away, and only rows that the undone edit had made. Deletes in parts; rows of one table that
   * refer to each other may go together. Throws `record.missing`.
   */
  async removeAll<T extends TableName>(table: T, ids: readonly string[]): Promise<void> {
    const current = await this.findAll(table, ids)
    await this.rows.remove(table, ids)
    for (const id of ids) {
      const row = current.get(id)
      if (row === undefined) throw new AppError('record.missing')
      this.changes.push({ table, id, before: JSON.stringify(row), after: null })
    }
  }

  /** Undo brings removed rows back under a new version, so that nobody's older copy passes for current. */
  async restoreAll<T extends TableName>(table: T, rows: readonly Tables[T][]): Promise<void> {
    const raised = rows.map((row) => ({ ...row, version: row.version + 1 }) as unknown as Values)
    await this.rows.insert(table, raised)
    for (const row of raised) {
      this.changes.push({ table, id: String(row['id']), before: null, after: JSON.stringify(row) })
    }
  }

  /** The whole row, or null. */
  async find<T extends TableName>(table: T, id: string): Promise<Tables[T] | null> {
    return (await this.findAll(table, [id])).get(id) ?? null
  }

  /** The whole rows by id, those that exist. */
  findAll<T extends TableName>(table: T, ids: readonly string[]): Promise<ReadonlyMap<string, Tables[T]>> {
    return this.rows.find(table, ids)
  }

  /**
   * Writes the audit entry. An edit that changed nothing leaves no entry, unless it takes one back that changed nothing
   * either, e.g. an import without news: that one must not stay the next to be undone.
   */
  async finish(): Promise<void> {
    if (this.changes.length === 0 && this.seq === null && this.undoOf === null) return
    const begun = this.seq !== null
    const seq = await this.begin()
    if (begun) await this.query('UPDATE audit_entry SET label = ? WHERE seq = ?', [this.label, seq])
    if (this.undoOf !== null) {
      await this.query(
        `UPDATE audit_entry SET undone_by = ${placeholders(1)} WHERE seq = ${placeholders(1)}`,
        [seq, this.undoOf],
      )
    }
    // In parts: an import taken back has a hundred thousand, and the window must not wait for them all.
    for (const part of partsOf(this.changes, 2000)) {
      await this.rows.insert(
        'auditChange',
        part.map((c) => ({
          entrySeq: seq,
          tableName: c.table,
          recordId: c.id,
          before: c.before,
          after: c.after,
        })),
      )
    }
  }
}
