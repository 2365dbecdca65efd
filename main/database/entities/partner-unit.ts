import { EntitySchema } from 'typeorm'
import type { PartnerUnitRow } from '../rows.ts'
import { id, text, version } from './columns.ts'

export const partnerUnitEntity = new EntitySchema<PartnerUnitRow>({
  name: 'partnerUnit',
  tableName: 'partner_unit',
  columns: {
    id,
    version,
    name: text('name'),
  },
})
