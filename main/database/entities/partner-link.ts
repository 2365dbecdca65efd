import { EntitySchema } from 'typeorm'
import type { PartnerLinkRow } from '../rows.ts'
import { id, optionalText, text, version } from './columns.ts'

export const partnerLinkEntity = new EntitySchema<PartnerLinkRow>({
  name: 'partnerLink',
  tableName: 'partner_link',
  columns: {
    id,
    version,
    partnerUnitId: { ...text('partner_unit_id'), foreignKey: { target: 'partnerUnit' } },
    unitId: { ...text('unit_id'), foreignKey: { target: 'unit' } },
    estateId: { ...optionalText('estate_id'), foreignKey: { target: 'estate' } },
    startsOn: optionalText('starts_on'),
    endsOn: optionalText('ends_on'),
  },
  indices: [
    { name: 'index_partner_link_partner_unit_id', columns: ['partnerUnitId'] },
    { name: 'index_partner_link_unit_id', columns: ['unitId'] },
  ],
})
