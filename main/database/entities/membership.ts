import { EntitySchema } from 'typeorm'
import type { MembershipRow } from '../rows.ts'
import { id, optionalText, text, version } from './columns.ts'

export const membershipEntity = new EntitySchema<MembershipRow>({
  name: 'membership',
  tableName: 'membership',
  columns: {
    id,
    version,
    personId: { ...text('person_id'), foreignKey: { target: 'person' } },
    unitId: { ...text('unit_id'), foreignKey: { target: 'unit' } },
    startsOn: optionalText('starts_on'),
    endsOn: optionalText('ends_on'),
  },
  indices: [
    { name: 'index_membership_person_id', columns: ['personId'] },
    { name: 'index_membership_unit_id', columns: ['unitId'] },
  ],
})
