import type { EntityMetadata, QueryRunner } from 'typeorm'
import { AppError } from '../../shared/errors.ts'
import { mostVariables, placeholders } from './dialect.ts'
import type { Parameter, Reader } from './reader.ts'
import type { NewRow, Patch, TableName, Tables } from './rows.ts'

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

type Values = Readonly<Record<string, Parameter>>

const quote = (identifier: string): string => `"${identifier}"`

/** Rows per statement: few enough that turning them into objects never holds up the window. */
const partSize = 1000

const partsOf = <T>(list: readonly T[], size: number): readonly T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size))

/** The writing side of one edit. Collects what it changed, and writes it to the audit trail at the end. */
export class Transaction implements Reader {
  private readonly changes: Change[] = []
  private label: string
  /** Set by undo and redo: the entry they answer. */
  private undoOf: number | null = null

  constructor(
    private readonly runner: QueryRunner,
    private readonly metadataOf: (table: string) => EntityMetadata,
    private readonly edit: Edit,
    readonly actor: string,
  ) {
    this.label = edit.label
  }

  /** True when a row changed; a row that was only looked at does not count. */
  get touched(): boolean {
    return this.changes.some((change) => change.before !== null || change.after !== null)
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
  }

  async insert<T extends TableName>(table: T, row: NewRow<T>): Promise<void> {
    await this.insertAll(table, [row])
  }

  /** Many rows at once: multi-row statements of 500 rows, several times faster than one by one. */
  async insertAll<T extends TableName>(table: T, rows: readonly NewRow<T>[]): Promise<void> {
    const full = rows.map((row): Values => ({ ...row, version: 1 }) as Values)
    await this.insertRaw(table, full)
    for (const row of full) {
      this.changes.push({ table, id: String(row['id']), before: null, after: JSON.stringify(row) })
    }
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
    await this.setFields(table, id, Object.fromEntries([...changed, ['version', version + 1]]))
    this.changes.push({
      table,
      id,
      before: JSON.stringify(Object.fromEntries(changed.map(([key]) => [key, old[key] ?? null]))),
      after: JSON.stringify(Object.fromEntries(changed)),
    })
    return version + 1
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
    for (const part of partsOf(ids, partSize)) {
      await this.query(`DELETE FROM ${this.nameOf(table)} WHERE id IN (${placeholders(part.length)})`, part)
    }
    for (const id of ids) {
      const row = current.get(id)
      if (row === undefined) throw new AppError('record.missing')
      this.changes.push({ table, id, before: JSON.stringify(row), after: null })
    }
  }

  /** Undo brings removed rows back under a new version, so that nobody's older copy passes for current. */
  async restoreAll<T extends TableName>(table: T, rows: readonly Tables[T][]): Promise<void> {
    const raised = rows.map((row) => ({ ...row, version: row.version + 1 }) as unknown as Values)
    await this.insertRaw(table, raised)
    for (const row of raised) {
      this.changes.push({ table, id: String(row['id']), before: null, after: JSON.stringify(row) })
    }
  }

  /** The whole row, or null. */
  async find<T extends TableName>(table: T, id: string): Promise<Tables[T] | null> {
    return (await this.findAll(table, [id])).get(id) ?? null
  }

  /** The whole rows by id, those that exist. */
  async findAll<T extends TableName>(
    table: T,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Tables[T]>> {
    const columns = this.metadataOf(table).columns.map(
      (c) => `${quote(c.databaseName)} AS ${quote(c.propertyName)}`,
    )
    const found = new Map<string, Tables[T]>()
    for (const part of partsOf(ids, partSize)) {
      const rows = await this.query<Tables[T]>(
        `SELECT ${columns.join(', ')} FROM ${this.nameOf(table)} WHERE id IN (${placeholders(part.length)})`,
        part,
      )
      for (const row of rows) found.set(row.id, row)
    }
    return found
  }

  /** Writes the audit entry. An edit that changed nothing leaves no entry. */
  async finish(): Promise<void> {
    if (this.changes.length === 0) return
    const at = new Date().toISOString()
    const undoable = this.edit.undoable ? 1 : 0
    await this.query(
      `INSERT INTO audit_entry (at, actor, action, label, undoable, undo_of) VALUES (${placeholders(6)})`,
      [at, this.actor, this.edit.action, this.label, undoable, this.undoOf],
    )
    const rows = await this.query<{ seq: number }>('SELECT max(seq) AS "seq" FROM audit_entry')
    const seq = rows[0]?.seq ?? 0
    if (this.undoOf !== null) {
      await this.query(
        `UPDATE audit_entry SET undone_by = ${placeholders(1)} WHERE seq = ${placeholders(1)}`,
        [seq, this.undoOf],
      )
    }
    await this.insertRaw(
      'auditChange',
      this.changes.map((c) => ({
        entrySeq: seq,
        tableName: c.table,
        recordId: c.id,
        before: c.before,
        after: c.after,
      })),
    )
  }

  private nameOf(table: string): string {
    return quote(this.metadataOf(table).tableName)
  }

  private async setFields(table: TableName, id: string, fields: Values): Promise<void> {
    const names = this.columnNames(table)
    const keys = Object.keys(fields)
    const assignments = keys.map((key) => `${quote(names.get(key) ?? key)} = ${placeholders(1)}`)
    await this.query(
      `UPDATE ${this.nameOf(table)} SET ${assignments.join(', ')} WHERE id = ${placeholders(1)}`,
      [...keys.map((key) => fields[key] ?? null), id],
    )
  }

  private async insertRaw(table: string, rows: readonly Values[]): Promise<void> {
    const first = rows[0]
    if (first === undefined) return
    const names = this.columnNames(table)
    const keys = Object.keys(first)
    const head = `INSERT INTO ${this.nameOf(table)} (${keys.map((k) => quote(names.get(k) ?? k)).join(', ')}) VALUES `
    const step = Math.min(500, Math.floor(mostVariables / keys.length))
    const one = `(${placeholders(keys.length)})`
    for (let start = 0; start < rows.length; start += step) {
      const part = rows.slice(start, start + step)
      await this.query(
        head + new Array(part.length).fill(one).join(', '),
        part.flatMap((row) => keys.map((key) => row[key] ?? null)),
      )
    }
  }

  private columnNames(table: string): ReadonlyMap<string, string> {
    return new Map(this.metadataOf(table).columns.map((c) => [c.propertyName, c.databaseName]))
  }
}
