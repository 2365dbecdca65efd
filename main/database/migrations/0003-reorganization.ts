import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  TableColumn,
  TableForeignKey,
  TableIndex,
} from 'typeorm'
import { foreignKey, integer, optionalInteger, optionalText, text } from './columns.ts'

/** Dated names and places of units, successors, scanned documents, elections, 双报到, and how people are sorted. */
export class Reorganization1795996800000 implements MigrationInterface {
  readonly name = 'Reorganization1795996800000'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of newTables) await runner.createTable(table, true, true, true)
    for (const [table, columns] of newColumns) await runner.addColumns(table, [...columns])
    for (const [table, column, target] of newKeys) {
      await runner.createForeignKey(table, new TableForeignKey(foreignKey(column, target)))
    }
    await runner.dropIndex('unit', 'index_unit_parent_id')
    for (const [table, index] of newIndices) await runner.createIndex(table, index)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, index] of newIndices) await runner.dropIndex(table, index)
    await runner.createIndex(
      'unit',
      new TableIndex({ name: 'index_unit_parent_id', columnNames: ['parent_id'] }),
    )
    for (const [table, column] of newKeys) {
      const key = (await runner.getTable(table))?.foreignKeys.find((one) => one.columnNames.includes(column))
      if (key !== undefined) await runner.dropForeignKey(table, key)
    }
    for (const [table, columns] of newColumns) {
      await runner.dropColumns(
        table,
        columns.map((column) => column.name),
      )
    }
    for (const table of [...newTables].reverse()) await runner.dropTable(table, true)
  }
}

const key = [{ ...text('id'), isPrimary: true }, integer('version')]
const index = (name: string, columnNames: string[], isUnique = false) => ({ name, columnNames, isUnique })

const newTables: readonly Table[] = [
  new Table({
    name: 'unit_past',
    columns: [
      ...key,
      text('unit_id'),
      text('name'),
      optionalText('parent_id'),
      text('state'),
      optionalText('starts_on'),
      text('ends_on'),
    ],
    foreignKeys: [foreignKey('unit_id', 'unit'), foreignKey('parent_id', 'unit')],
    indices: [
      index('index_unit_past_unit_id', ['unit_id', 'ends_on']),
      index('index_unit_past_parent_id', ['parent_id', 'ends_on']),
    ],
  }),
  new Table({
    name: 'succession',
    columns: [...key, text('from_id'), text('to_id'), text('kind'), text('day')],
    foreignKeys: [foreignKey('from_id', 'unit'), foreignKey('to_id', 'unit')],
    indices: [index('index_succession_from_id', ['from_id']), index('index_succession_to_id', ['to_id'])],
  }),
  new Table({
    name: 'document',
    columns: [...key, text('name'), text('sha256'), integer('size')],
    indices: [index('index_document_sha256', ['sha256'])],
  }),
  new Table({
    name: 'document_content',
    columns: [
      { ...text('sha256'), isPrimary: true },
      { name: 'bytes', type: 'blob' },
    ],
  }),
  new Table({
    name: 'reporting',
    columns: [
      ...key,
      text('person_id'),
      text('unit_id'),
      optionalText('work_unit'),
      optionalText('claimed_post'),
      optionalText('specialty'),
      optionalText('starts_on'),
      optionalText('ends_on'),
    ],
    foreignKeys: [foreignKey('person_id', 'person'), foreignKey('unit_id', 'unit')],
    indices: [
      index('index_reporting_person_id', ['person_id']),
      index('index_reporting_unit_id', ['unit_id']),
    ],
  }),
  new Table({
    name: 'not_same',
    columns: [...key, text('a_id'), text('b_id')],
    foreignKeys: [foreignKey('a_id', 'person'), foreignKey('b_id', 'person')],
    indices: [
      index('unique_not_same_a_id_b_id', ['a_id', 'b_id'], true),
      index('index_not_same_b_id', ['b_id']),
    ],
  }),
]

const column = (options: ReturnType<typeof text>) => new TableColumn(options)

const newColumns: readonly (readonly [string, readonly TableColumn[]])[] = [
  [
    'unit',
    [
      column(optionalText('approval_no')),
      column(optionalText('approved_on')),
      column(optionalText('approval_document_id')),
      column(optionalInteger('term_years')),
      column(optionalText('elected_on')),
      column(optionalText('next_election_on')),
    ],
  ],
  [
    'person',
    [
      column(optionalText('member_kind')),
      column(optionalText('surname_reading')),
      column({ ...text('reading_key'), default: "''" }),
      column({ ...text('stroke_key'), default: "''" }),
      column(optionalText('ended_on')),
      column(optionalText('ended_reason')),
      column(optionalText('merged_into_id')),
    ],
  ],
  ['post', [column(optionalInteger('households'))]],
]

const newKeys = [
  ['unit', 'approval_document_id', 'document'],
  ['person', 'merged_into_id', 'person'],
] as const

const newIndices: readonly (readonly [string, TableIndex])[] = [
  ['unit', new TableIndex(index('index_unit_parent_id_sort', ['parent_id', 'sort', 'id']))],
  ['person', new TableIndex(index('index_person_reading_key', ['reading_key', 'id']))],
  ['person', new TableIndex(index('index_person_stroke_key', ['stroke_key', 'id']))],
  ['person', new TableIndex(index('index_person_phone', ['phone']))],
]
