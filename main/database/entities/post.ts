import { EntitySchema } from 'typeorm'
import type { PostRow } from '../rows.ts'
import { id, optionalInteger, optionalText, text, version } from './columns.ts'

export const postEntity = new EntitySchema<PostRow>({
  name: 'post',
  tableName: 'post',
  columns: {
    id,
    version,
    personId: { ...text('person_id'), foreignKey: { target: 'person' } },
    unitId: { ...text('unit_id'), foreignKey: { target: 'unit' } },
    kind: text('kind'),
    position: optionalText('position'),
    households: optionalInteger('households'),
    startsOn: optionalText('starts_on'),
    endsOn: optionalText('ends_on'),
    estateId: { ...optionalText('estate_id'), foreignKey: { target: 'estate' } },
    place: optionalText('place'),
  },
  indices: [
    { name: 'index_post_unit_id', columns: ['unitId'] },
    { name: 'index_post_person_id', columns: ['personId'] },
    { name: 'index_post_estate_id', columns: ['estateId'] },
  ],
})
