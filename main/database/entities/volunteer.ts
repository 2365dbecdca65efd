import { EntitySchema } from 'typeorm'
import type { VolunteerRow } from '../rows.ts'
import { id, optionalText, text, version } from './columns.ts'

export const volunteerEntity = new EntitySchema<VolunteerRow>({
  name: 'volunteer',
  tableName: 'volunteer',
  columns: {
    id,
    version,
    personId: { ...text('person_id'), foreignKey: { target: 'person' } },
    unitId: { ...text('unit_id'), foreignKey: { target: 'unit' } },
    team: optionalText('team'),
    serviceType: optionalText('service_type'),
    specialty: optionalText('specialty'),
    startsOn: optionalText('starts_on'),
    endsOn: optionalText('ends_on'),
  },
  indices: [
    { name: 'index_volunteer_person_id', columns: ['personId'] },
    { name: 'index_volunteer_unit_id', columns: ['unitId'] },
  ],
})
