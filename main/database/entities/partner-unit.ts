import { EntitySchema } from 'typeorm'
import type { PartnerUnitRow } from '../rows.ts'
import { id, optionalText, text, version } from './columns.ts'

export const partnerUnitEntity = new EntitySchema<PartnerUnitRow>({
  name: 'partnerUnit',
  tableName: 'partner_unit',
  columns: {
    id,
    version,
    name: text('name'),
    address: optionalText('address'),
    leaderId: { ...optionalText('leader_id'), foreignKey: { target: 'person' } },
    leaderPosition: optionalText('leader_position'),
    liaisonId: { ...optionalText('liaison_id'), foreignKey: { target: 'person' } },
    note: optionalText('note'),
  },
})
