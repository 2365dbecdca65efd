import { type MigrationInterface, type QueryRunner, Table } from 'typeorm'
import { placeholders } from '../dialect.ts'
import { foreignKey, integer, optionalInteger, optionalText, text } from './columns.ts'

/** The first schema: organization, people, funds, audit trail. */
export class InitialSchema1795305600000 implements MigrationInterface {
  readonly name = 'InitialSchema1795305600000'

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table, true, true, true)
    await seedFundSources(runner)
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables].reverse()) await runner.dropTable(table, true)
  }
}

const tables: readonly Table[] = [
  new Table({
    name: 'partner_unit',
    columns: [{ ...text('id'), isPrimary: true }, integer('version'), text('name')],
  }),
  new Table({
    name: 'unit',
    columns: [
      { ...text('id'), isPrimary: true },
      integer('version'),
      text('kind'),
      optionalText('branch_kind'),
      optionalText('parent_id'),
      text('name'),
      text('pinyin'),
      text('initials'),
      integer('sort'),
      optionalText('founded_on'),
      optionalText('dissolved_on'),
      text('note'),
      optionalText('beside_id'),
      optionalText('partner_unit_id'),
    ],
    foreignKeys: [
      foreignKey('parent_id', 'unit'),
      foreignKey('beside_id', 'unit'),
      foreignKey('partner_unit_id', 'partner_unit'),
    ],
    indices: [
      { name: 'index_unit_parent_id', columnNames: ['parent_id'], isUnique: false },
      { name: 'index_unit_kind', columnNames: ['kind'], isUnique: false },
      { name: 'index_unit_beside_id', columnNames: ['beside_id'], isUnique: false },
    ],
  }),
  new Table({
    name: 'estate',
    columns: [
      { ...text('id'), isPrimary: true },
      integer('version'),
      optionalText('community_id'),
      text('name'),
      optionalInteger('building_count'),
      optionalInteger('household_count'),
    ],
    foreignKeys: [foreignKey('community_id', 'unit')],
    indices: [{ name: 'index_estate_community_id', columnNames: ['community_id'], isUnique: false }],
  }),
  new Table({
    name: 'unit_estate',
    columns: [{ ...text('id'), isPrimary: true }, integer('version'), text('unit_id'), text('estate_id')],
    foreignKeys: [foreignKey('unit_id', 'unit'), foreignKey('estate_id', 'estate')],
    indices: [
      { name: 'unique_unit_estate_unit_id_estate_id', columnNames: ['unit_id', 'estate_id'], isUnique: true },
      { name: 'index_unit_estate_estate_id', columnNames: ['estate_id'], isUnique: false },
    ],
  }),
  new Table({
    name: 'person',
    columns: [
      { ...text('id'), isPrimary: true },
      integer('version'),
      text('name'),
      text('pinyin'),
      text('initials'),
      optionalText('gender'),
      optionalText('ethnicity'),
      optionalText('birth_date'),
      optionalText('id_number'),
      optionalText('phone'),
      optionalText('phone2'),
      optionalText('landline'),
      optionalText('education'),
      optionalText('occupation'),
      optionalText('address'),
      optionalText('category'),
      optionalText('joined_on'),
      optionalText('confirmed_on'),
      optionalText('party_status'),
      optionalInteger('out_of_contact'),
      optionalText('out_of_contact_since'),
      optionalInteger('floating'),
      optionalText('floating_to'),
      text('note'),
    ],
    indices: [
      { name: 'index_person_id_number', columnNames: ['id_number'], isUnique: false },
      { name: 'index_person_name', columnNames: ['name'], isUnique: false },
    ],
  }),
  new Table({
    name: 'membership',
    columns: [
      { ...text('id'), isPrimary: true },
      integer('version'),
      text('person_id'),
      text('unit_id'),
      optionalText('starts_on'),
      optionalText('ends_on'),
    ],
    foreignKeys: [foreignKey('person_id', 'person'), foreignKey('unit_id', 'unit')],
    indices: [
      { name: 'index_membership_person_id', columnNames: ['person_id'], isUnique: false },
      { name: 'index_membership_unit_id', columnNames: ['unit_id'], isUnique: false },
    ],
  }),
  new Table({
    name: 'post',
    columns: [
      { ...text('id'), isPrimary: true },
      integer('version'),
      text('person_id'),
      text('unit_id'),
      text('kind'),
      optionalText('position'),
      optionalText('starts_on'),
      optionalText('ends_on'),
    ],
    foreignKeys: [foreignKey('person_id', 'person'), foreignKey('unit_id', 'unit')],
    indices: [
      { name: 'index_post_unit_id', columnNames: ['unit_id'], isUnique: false },
      { name: 'index_post_person_id', columnNames: ['person_id'], isUnique: false },
    ],
  }),
  new Table({
    name: 'fund_source',
    columns: [{ ...text('id'), isPrimary: true }, integer('version'), text('name'), integer('sort')],
  }),
  new Table({
    name: 'fund_standard',
    columns: [
      { ...text('id'), isPrimary: true },
      integer('version'),
      text('unit_kind'),
      text('source_id'),
      integer('amount_fen'),
      integer('from_year'),
    ],
    foreignKeys: [foreignKey('source_id', 'fund_source')],
    indices: [
      {
        name: 'unique_fund_standard_unit_kind_source_id_from_year',
        columnNames: ['unit_kind', 'source_id', 'from_year'],
        isUnique: true,
      },
    ],
  }),
  new Table({
    name: 'appropriation',
    columns: [
      { ...text('id'), isPrimary: true },
      integer('version'),
      integer('year'),
      text('unit_id'),
      text('source_id'),
      integer('amount_fen'),
      text('date'),
      text('note'),
      optionalText('standard_id'),
      optionalText('once_key'),
    ],
    foreignKeys: [
      foreignKey('unit_id', 'unit'),
      foreignKey('source_id', 'fund_source'),
      foreignKey('standard_id', 'fund_standard'),
    ],
    indices: [
      { name: 'index_appropriation_year_unit_id', columnNames: ['year', 'unit_id'], isUnique: false },
      { name: 'unique_appropriation_once_key', columnNames: ['once_key'], isUnique: true },
    ],
  }),
  new Table({
    name: 'disbursement',
    columns: [
      { ...text('id'), isPrimary: true },
      integer('version'),
      integer('year'),
      text('unit_id'),
      text('source_id'),
      text('date'),
      text('voucher_no'),
      text('summary'),
      text('category'),
      text('payee'),
      text('handler'),
      integer('amount_fen'),
      optionalText('reverses_id'),
    ],
    foreignKeys: [
      foreignKey('unit_id', 'unit'),
      foreignKey('source_id', 'fund_source'),
      foreignKey('reverses_id', 'disbursement'),
    ],
    indices: [
      { name: 'index_disbursement_year_unit_id', columnNames: ['year', 'unit_id'], isUnique: false },
      { name: 'unique_disbursement_year_voucher_no', columnNames: ['year', 'voucher_no'], isUnique: true },
      { name: 'unique_disbursement_reverses_id', columnNames: ['reverses_id'], isUnique: true },
    ],
  }),
  new Table({
    name: 'import_run',
    columns: [
      { ...text('id'), isPrimary: true },
      integer('version'),
      text('at'),
      text('file'),
      text('actor'),
      text('outcome'),
    ],
  }),
  new Table({
    name: 'setting',
    columns: [{ ...text('id'), isPrimary: true }, integer('version'), text('value')],
  }),
  new Table({
    name: 'audit_entry',
    columns: [
      { ...integer('seq'), isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
      text('at'),
      text('actor'),
      text('action'),
      text('label'),
      integer('undoable'),
      optionalInteger('undo_of'),
      optionalInteger('undone_by'),
    ],
  }),
  new Table({
    name: 'audit_change',
    columns: [
      { ...integer('id'), isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
      integer('entry_seq'),
      text('table_name'),
      text('record_id'),
      optionalText('before'),
      optionalText('after'),
    ],
    foreignKeys: [foreignKey('entry_seq', 'audit_entry', 'seq')],
    indices: [
      { name: 'index_audit_change_entry_seq', columnNames: ['entry_seq'] },
      { name: 'index_audit_change_record_id', columnNames: ['record_id'] },
    ],
  }),
]

/** The six sources bundled down to the community, and the standard per branch (10,000 + 5,000 yuan). */
const seedFundSources = async (runner: QueryRunner): Promise<void> => {
  const names = [
    '县级财政定额预算',
    '县管党费定量补助',
    '党员群众众筹基金',
    '社区集体经济自筹',
    '共驻共建单位支持',
    '街道补助',
  ]
  for (const [index, name] of names.entries()) {
    await runner.query(`INSERT INTO fund_source (id, version, name, sort) VALUES (${placeholders(4)})`, [
      `source-${index + 1}`,
      1,
      name,
      index + 1,
    ])
  }
  for (const [id, sourceId, amountFen] of [
    ['standard-1', 'source-1', 10_000_00],
    ['standard-2', 'source-2', 5_000_00],
  ] as const) {
    await runner.query(
      `INSERT INTO fund_standard (id, version, unit_kind, source_id, amount_fen, from_year) VALUES (${placeholders(6)})`,
      [id, 1, 'branch', sourceId, amountFen, 1990],
    )
  }
}
