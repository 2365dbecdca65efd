import type { EntityMetadata, QueryRunner } from 'typeorm'
import { insertJsonRows, mostVariables, placeholders } from './dialect.ts'
import type { Parameter } from './reader.ts'
import type { TableName, Tables } from './rows.ts'

export type Values = Readonly<Record<string, Parameter>>

const quote = (identifier: string): string => `"${identifier}"`

/** Rows per statement: few enough that turning them into objects never holds up the window. */
const partSize = 1000

/** The list in pieces of at most `size`. */
export const partsOf = <T>(list: readonly T[], size: number): readonly T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size))

/** The statements of a transaction on whole rows, by the names that the models use. */
export class TableRows {
  constructor(
    private readonly runner: QueryRunner,
    private readonly metadataOf: (table: string) => EntityMetadata,
  ) {}

  /** The rows by id, those that exist. */
  async find<T extends TableName>(table: T, ids: readonly string[]): Promise<ReadonlyMap<string, Tables[T]>> {
    const columns = this.metadataOf(table).columns.map(
      (c) => `${quote(c.databaseName)} AS ${quote(c.propertyName)}`,
    )
    const found = new Map<string, Tables[T]>()
    for (const part of partsOf(ids, partSize)) {
      const rows: readonly Tables[T][] = await this.runner.query(
        `SELECT ${columns.join(', ')} FROM ${this.nameOf(table)} WHERE id IN (${placeholders(part.length)})`,
        part,
      )
      for (const row of rows) found.set(row.id, row)
    }
    return found
  }

  /** Multi-row statements of at most 500 rows; a field that a row does not have is null. */
  async insert(table: string, rows: readonly Values[]): Promise<void> {
    if (rows.length === 0) return
    const names = this.columnNames(table)
    const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))]
    const head = `INSERT INTO ${this.nameOf(table)} (${keys.map((k) => quote(names.get(k) ?? k)).join(', ')}) VALUES `
    const one = `(${placeholders(keys.length)})`
    for (const part of partsOf(rows, Math.min(500, Math.floor(mostVariables / keys.length)))) {
      await this.runner.query(
        head + new Array(part.length).fill(one).join(', '),
        part.flatMap((row) => keys.map((key) => row[key] ?? null)),
      )
    }
  }

  /** The rows of a JSON array, see `Transaction.insertJson`. */
  async insertJson(table: TableName, fields: readonly string[], json: string): Promise<void> {
    const names = this.columnNames(table)
    const columns = Object.fromEntries(fields.map((key) => [key, names.get(key) ?? key]))
    await this.runner.query(insertJsonRows(this.metadataOf(table).tableName, columns), [json])
  }

  async set(table: TableName, id: string, fields: Values): Promise<void> {
    const names = this.columnNames(table)
    const keys = Object.keys(fields)
    const assignments = keys.map((key) => `${quote(names.get(key) ?? key)} = ${placeholders(1)}`)
    await this.runner.query(
      `UPDATE ${this.nameOf(table)} SET ${assignments.join(', ')} WHERE id = ${placeholders(1)}`,
      [...keys.map((key) => fields[key] ?? null), id],
    )
  }

  /** The same fields of many rows; their versions rise by one. */
  async setAll(table: TableName, ids: readonly string[], fields: Values): Promise<void> {
    const names = this.columnNames(table)
    const keys = Object.keys(fields)
    const assignments = keys.map((key) => `${quote(names.get(key) ?? key)} = ${placeholders(1)}`)
    for (const part of partsOf(ids, partSize)) {
      await this.runner.query(
        `UPDATE ${this.nameOf(table)} SET ${assignments.join(', ')}, version = version + 1
         WHERE id IN (${placeholders(part.length)})`,
        [...keys.map((key) => fields[key] ?? null), ...part],
      )
    }
  }

  /** Values of their own for many rows, all of the same fields and in the same order; their versions rise by one. */
  async setEach(
    table: TableName,
    rows: readonly { readonly id: string; readonly fields: Values }[],
  ): Promise<void> {
    const names = this.columnNames(table)
    const keys = Object.keys(rows[0]?.fields ?? {})
    // What a list of values calls its columns: column1 is the id.
    const assignments = keys.map((key, n) => `${quote(names.get(key) ?? key)} = part.column${n + 2}`)
    const one = `(${placeholders(keys.length + 1)})`
    for (const part of partsOf(rows, Math.min(500, Math.floor(mostVariables / (keys.length + 1))))) {
      await this.runner.query(
        `UPDATE ${this.nameOf(table)} SET ${assignments.join(', ')}, version = version + 1
         FROM (VALUES ${new Array(part.length).fill(one).join(', ')}) AS part WHERE id = part.column1`,
        part.flatMap(({ id, fields }) => [id, ...keys.map((key) => fields[key] ?? null)]),
      )
    }
  }

  /** In parts; rows of one table that refer to each other may go together. */
  async remove(table: TableName, ids: readonly string[]): Promise<void> {
    for (const part of partsOf(ids, partSize)) {
      await this.runner.query(
        `DELETE FROM ${this.nameOf(table)} WHERE id IN (${placeholders(part.length)})`,
        part,
      )
    }
  }

  private nameOf(table: string): string {
    return quote(this.metadataOf(table).tableName)
  }

  private columnNames(table: string): ReadonlyMap<string, string> {
    return new Map(this.metadataOf(table).columns.map((c) => [c.propertyName, c.databaseName]))
  }
}
