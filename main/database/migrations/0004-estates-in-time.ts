import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm'
import { optionalText } from './columns.ts'

/** Which branch serves an estate has a from and a to, and an estate may end (pulled down, entered by mistake). */
export class EstatesInTime1796083200000 implements MigrationInterface {
  readonly name = 'EstatesInTime1796083200000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('unit_estate', terms())
    await runner.addColumn('estate', new TableColumn(optionalText('ended_on')))
    // A branch that was dissolved serves no estate any more.
    await runner.query(
      `UPDATE unit_estate
       SET ends_on = (SELECT unit.dissolved_on FROM unit WHERE unit.id = unit_estate.unit_id)
       WHERE unit_id IN (SELECT id FROM unit WHERE dissolved_on IS NOT NULL)`,
    )
    await runner.dropIndex('unit_estate', once)
    await runner.createIndex('unit_estate', new TableIndex({ name: index, columnNames: ['unit_id'] }))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('unit_estate', index)
    await runner.createIndex(
      'unit_estate',
      new TableIndex({ name: once, columnNames: ['unit_id', 'estate_id'], isUnique: true }),
    )
    await runner.dropColumn('estate', 'ended_on')
    await runner.dropColumns('unit_estate', ['starts_on', 'ends_on'])
  }
}

const once = 'unique_unit_estate_unit_id_estate_id'
const index = 'index_unit_estate_unit_id'
const terms = () => ['starts_on', 'ends_on'].map((column) => new TableColumn(optionalText(column)))
