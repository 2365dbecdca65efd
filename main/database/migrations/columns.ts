import type { TableColumnOptions, TableForeignKeyOptions } from 'typeorm'

export const text = (name: string): TableColumnOptions => ({ name, type: 'text' })
export const optionalText = (name: string): TableColumnOptions => ({ name, type: 'text', isNullable: true })
export const integer = (name: string): TableColumnOptions => ({ name, type: 'integer' })
export const optionalInteger = (name: string): TableColumnOptions => ({
  name,
  type: 'integer',
  isNullable: true,
})

export const foreignKey = (column: string, table: string, key = 'id'): TableForeignKeyOptions => ({
  columnNames: [column],
  referencedTableName: table,
  referencedColumnNames: [key],
})
