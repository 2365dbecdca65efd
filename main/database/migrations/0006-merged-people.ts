import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm'

/**
 * Each person that an undo takes away is looked for among those that others were merged into: without an index that is
 * a look at everybody, 50,000 times over for an import of 50,000.
 */
export class MergedPeople1796256000000 implements MigrationInterface {
  readonly name = 'MergedPeople1796256000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('person', new TableIndex({ name: index, columnNames: ['merged_into_id'] }))
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('person', index)
  }
}

const index = 'index_person_merged_into_id'
