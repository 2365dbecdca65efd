import type { EntitySchemaColumnOptions } from 'typeorm'

/*
 * Column types are always named: bundlers emit no decorator metadata, and TypeORM's `bigint`, `decimal` and
 * `date` lie on SQLite. Ids, dates and codes are text; money is an integer of fen.
 */
export const id: EntitySchemaColumnOptions = { type: 'text', primary: true }
export const version: EntitySchemaColumnOptions = { type: 'integer' }

export const text = (name: string): EntitySchemaColumnOptions => ({ name, type: 'text' })
export const optionalText = (name: string): EntitySchemaColumnOptions => ({
  name,
  type: 'text',
  nullable: true,
})
export const integer = (name: string): EntitySchemaColumnOptions => ({ name, type: 'integer' })
export const optionalInteger = (name: string): EntitySchemaColumnOptions => ({
  name,
  type: 'integer',
  nullable: true,
})
