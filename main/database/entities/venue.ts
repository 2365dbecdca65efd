import { EntitySchema } from 'typeorm'
import type { VenueRow } from '../rows.ts'
import { id, optionalInteger, optionalText, text, version } from './columns.ts'

export const venueEntity = new EntitySchema<VenueRow>({
  name: 'venue',
  tableName: 'venue',
  columns: {
    id,
    version,
    name: text('name'),
    communityId: { ...text('community_id'), foreignKey: { target: 'unit' } },
    estateId: { ...optionalText('estate_id'), foreignKey: { target: 'estate' } },
    address: optionalText('address'),
    areaDm2: optionalInteger('area_dm2'),
    rightKind: optionalText('right_kind'),
    owner: optionalText('owner'),
    seats: optionalInteger('seats'),
    leaseFrom: optionalText('lease_from'),
    leaseTo: optionalText('lease_to'),
    rentFen: optionalInteger('rent_fen'),
    keeperId: { ...optionalText('keeper_id'), foreignKey: { target: 'person' } },
    openingHours: optionalText('opening_hours'),
    functions: optionalText('functions'),
    note: text('note'),
    endedOn: optionalText('ended_on'),
  },
  indices: [{ name: 'index_venue_community_id', columns: ['communityId'] }],
})
