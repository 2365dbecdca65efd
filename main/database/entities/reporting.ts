import { EntitySchema } from 'typeorm'
import type { ReportingRow } from '../rows.ts'
import { id, optionalText, text, version } from './columns.ts'

export const reportingEntity = new EntitySchema<ReportingRow>({
  name: 'reporting',
  tableName: 'reporting',
  columns: {
    id,
    version,
    personId: { ...text('person_id'), foreignKey: { target: 'person' } },
    unitId: { ...text('unit_id'), foreignKey: { target: 'unit' } },
    workUnit: optionalText('work_unit'),
    claimedPost: optionalText('claimed_post'),
    specialty: optionalText('specialty'),
    startsOn: optionalText('starts_on'),
    endsOn: optionalText('ends_on'),
    partyCommittee: optionalText('party_committee'),
    serviceType: optionalText('service_type'),
  },
  indices: [
    { name: 'index_reporting_person_id', columns: ['personId'] },
    { name: 'index_reporting_unit_id', columns: ['unitId'] },
  ],
})
