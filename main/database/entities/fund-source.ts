import { EntitySchema } from 'typeorm'
import type { FundSourceRow } from '../rows.ts'
import { id, integer, text, version } from './columns.ts'

export const fundSourceEntity = new EntitySchema<FundSourceRow>({
  name: 'fundSource',
  tableName: 'fund_source',
  columns: {
    id,
    version,
    name: text('name'),
    sort: integer('sort'),
  },
})
