import type { EntityMetadata, QueryRunner } from 'typeorm'
import { AppError } from '../../shared/errors.ts'
import type { Parameter, Reader } from './database.ts'
import { mostVariables, placeholders } from './dialect.ts'
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
    private readonly actor: string,
  ) {
    this.label = edit.label
  }

  get touched(): boolean {
    return this.changes.length > 0
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

  /** Only undo takes rows away, and only rows that the undone edit had made. */
  async remove<T extends TableName>(table: T, id: string): Promise<void> {
    const current = await this.find(table, id)
    if (current === null) throw new AppError('record.missing')
    await this.query(`DELETE FROM ${this.nameOf(table)} WHERE id = ${placeholders(1)}`, [id])
    this.changes.push({ table, id, before: JSON.stringify(current), after: null })
  }

  /** The whole row, or null. */
  async find<T extends TableName>(table: T, id: string): Promise<Tables[T] | null> {
    const columns = this.metadataOf(table).columns.map(
      (c) => `${quote(c.databaseName)} AS ${quote(c.propertyName)}`,
    )
    const rows = await this.query<Tables[T]>(
      `SELECT ${columns.join(', ')} FROM ${this.nameOf(table)} WHERE id = ${placeholders(1)}`,
      [id],
    )
    return rows[0] ?? null
  }

  /** Writes the audit entry. An edit that changed nothing leaves no entry. */
  async finish(): Promise<void> {
    if (!this.touched) return
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
