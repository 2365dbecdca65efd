import { EntitySchema } from 'typeorm'
import type { FundStandardRow } from '../rows.ts'
import { id, integer, text, version } from './columns.ts'

export const fundStandardEntity = new EntitySchema<FundStandardRow>({
  name: 'fundStandard',
  tableName: 'fund_standard',
  columns: {
    id,
    version,
    unitKind: text('unit_kind'),
    sourceId: { ...text('source_id'), foreignKey: { target: 'fundSource' } },
    amountFen: integer('amount_fen'),
    fromYear: integer('from_year'),
  },
  indices: [
    {
      name: 'unique_fund_standard_unit_kind_source_id_from_year',
      columns: ['unitKind', 'sourceId', 'fromYear'],
      unique: true,
    },
  ],
})
