import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  TableColumn,
  TableForeignKey,
  TableIndex,
} from 'typeorm'
import { foreignKey, integer, optionalInteger, optionalText, text } from './columns.ts'

/** What the ten ledgers hold: venues, volunteers, partner units' contacts, places of posts; and what imports remember. */
export class Ledgers1796169600000 implements MigrationInterface {
  readonly name = 'Ledgers1796169600000'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of newTables) await runner.createTable(table, true, true, true)
    for (const [table, columns] of newColumns) await runner.addColumns(table, [...columns])
    for (const [table, column, target] of newKeys) {
      await runner.createForeignKey(table, new TableForeignKey(foreignKey(column, target)))
    }
    await runner.createIndex('post', new TableIndex(postEstate))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('post', postEstate.name)
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
const term = [optionalText('starts_on'), optionalText('ends_on')]
const index = (name: string, columnNames: string[]) => ({ name, columnNames })
const postEstate = index('index_post_estate_id', ['estate_id'])

const newTables: readonly Table[] = [
  new Table({
    name: 'venue',
    columns: [
      ...key,
      text('name'),
      text('community_id'),
      optionalText('estate_id'),
      optionalText('address'),
      optionalInteger('area_dm2'),
      optionalText('right_kind'),
      optionalText('owner'),
      optionalInteger('seats'),
      optionalText('lease_from'),
      optionalText('lease_to'),
      optionalInteger('rent_fen'),
      optionalText('keeper_id'),
      optionalText('opening_hours'),
      optionalText('functions'),
      text('note'),
      optionalText('ended_on'),
    ],
    foreignKeys: [
      foreignKey('community_id', 'unit'),
      foreignKey('estate_id', 'estate'),
      foreignKey('keeper_id', 'person'),
    ],
    indices: [index('index_venue_community_id', ['community_id'])],
  }),
  new Table({
    name: 'venue_unit',
    columns: [...key, text('venue_id'), text('unit_id'), ...term],
    foreignKeys: [foreignKey('venue_id', 'venue'), foreignKey('unit_id', 'unit')],
    indices: [
      index('index_venue_unit_venue_id', ['venue_id']),
      index('index_venue_unit_unit_id', ['unit_id']),
    ],
  }),
  new Table({
    name: 'volunteer',
    columns: [
      ...key,
      text('person_id'),
      text('unit_id'),
      optionalText('team'),
      optionalText('service_type'),
      optionalText('specialty'),
      ...term,
    ],
    foreignKeys: [foreignKey('person_id', 'person'), foreignKey('unit_id', 'unit')],
    indices: [
      index('index_volunteer_person_id', ['person_id']),
      index('index_volunteer_unit_id', ['unit_id']),
    ],
  }),
  new Table({
    name: 'partner_link',
    columns: [...key, text('partner_unit_id'), text('unit_id'), optionalText('estate_id'), ...term],
    foreignKeys: [
      foreignKey('partner_unit_id', 'partner_unit'),
      foreignKey('unit_id', 'unit'),
      foreignKey('estate_id', 'estate'),
    ],
    indices: [
      index('index_partner_link_partner_unit_id', ['partner_unit_id']),
      index('index_partner_link_unit_id', ['unit_id']),
    ],
  }),
  new Table({ name: 'import_memory', columns: [...key, text('kind'), text('value')] }),
]

const newColumns: readonly (readonly [string, readonly TableColumn[]])[] = [
  ['person', [new TableColumn(optionalText('political_status'))]],
  ['post', ['estate_id', 'place'].map((name) => new TableColumn(optionalText(name)))],
  [
    'partner_unit',
    ['address', 'leader_id', 'leader_position', 'liaison_id', 'note'].map(
      (name) => new TableColumn(optionalText(name)),
    ),
  ],
  ['reporting', ['party_committee', 'service_type'].map((name) => new TableColumn(optionalText(name)))],
  ['import_run', [new TableColumn(optionalText('files'))]],
]

const newKeys = [
  ['post', 'estate_id', 'estate'],
  ['partner_unit', 'leader_id', 'person'],
  ['partner_unit', 'liaison_id', 'person'],
] as const
