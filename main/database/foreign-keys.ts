import type { EntitySchemaColumnOptions } from 'typeorm'
import { entities } from './entities/all.ts'
import type { TableName } from './rows.ts'

/** A column that holds the id of a row of another table. */
export interface ForeignKey {
  readonly table: TableName
  readonly property: string
  readonly target: TableName
  /** Their names in the database. */
  readonly tableName: string
  readonly column: string
}

const described = entities.map(({ options }) => ({
  table: options.name as TableName,
  tableName: options.tableName ?? options.name,
  columns: Object.entries(options.columns as Readonly<Record<string, EntitySchemaColumnOptions | undefined>>),
  indices: options.indices ?? [],
}))

/** Every one of the database, as the entities say. */
export const foreignKeys: readonly ForeignKey[] = described.flatMap(({ table, tableName, columns }) =>
  columns.flatMap(([property, column]) => {
    const target = column?.foreignKey?.target
    if (column === undefined || typeof target !== 'string') return []
    return [{ table, property, target: target as TableName, tableName, column: column.name ?? property }]
  }),
)

export interface UniqueIndex {
  readonly table: TableName
  readonly tableName: string
  /** Property and column of each. */
  readonly columns: readonly (readonly [property: string, column: string])[]
}

/** Values that only one row of a table may have. */
export const uniqueIndexes: readonly UniqueIndex[] = described.flatMap(
  ({ table, tableName, columns, indices }) => {
    const names = new Map(columns.map(([property, column]) => [property, column?.name ?? property]))
    return indices
      .filter((index) => index.unique === true && Array.isArray(index.columns))
      .map((index) => ({
        table,
        tableName,
        columns: (index.columns as string[]).map(
          (property) => [property, names.get(property) ?? property] as const,
        ),
      }))
  },
)

/** The name of a table in the database. */
export const tableNameOf = (table: TableName): string =>
  described.find((one) => one.table === table)?.tableName ?? table
