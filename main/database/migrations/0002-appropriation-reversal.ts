import { type MigrationInterface, type QueryRunner, TableColumn, TableForeignKey, TableIndex } from 'typeorm'
import { foreignKey, optionalText } from './columns.ts'

/** 冲销: an appropriation may name the one that it takes back. */
export class AppropriationReversal1795309200000 implements MigrationInterface {
  readonly name = 'AppropriationReversal1795309200000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn(table, new TableColumn(optionalText(column)))
    await runner.createForeignKey(table, new TableForeignKey(foreignKey(column, table)))
    await runner.createIndex(table, new TableIndex({ name: index, columnNames: [column], isUnique: true }))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(table, index)
    const key = (await runner.getTable(table))?.foreignKeys.find((one) => one.columnNames.includes(column))
    if (key !== undefined) await runner.dropForeignKey(table, key)
    await runner.dropColumn(table, column)
  }
}

const table = 'appropriation'
const column = 'reverses_id'
const index = 'unique_appropriation_reverses_id'
