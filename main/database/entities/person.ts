import { EntitySchema } from 'typeorm'
import type { PersonRecord } from '../rows.ts'
import { id, optionalInteger, optionalText, text, version } from './columns.ts'

export const personEntity = new EntitySchema<PersonRecord>({
  name: 'person',
  tableName: 'person',
  columns: {
    id,
    version,
    name: text('name'),
    pinyin: text('pinyin'),
    initials: text('initials'),
    gender: optionalText('gender'),
    ethnicity: optionalText('ethnicity'),
    birthDate: optionalText('birth_date'),
    idNumber: optionalText('id_number'),
    phone: optionalText('phone'),
    phone2: optionalText('phone2'),
    landline: optionalText('landline'),
    education: optionalText('education'),
    occupation: optionalText('occupation'),
    address: optionalText('address'),
    category: optionalText('category'),
    joinedOn: optionalText('joined_on'),
    confirmedOn: optionalText('confirmed_on'),
    partyStatus: optionalText('party_status'),
    outOfContact: optionalInteger('out_of_contact'),
    outOfContactSince: optionalText('out_of_contact_since'),
    floating: optionalInteger('floating'),
    floatingTo: optionalText('floating_to'),
    note: text('note'),
  },
  indices: [
    { name: 'index_person_id_number', columns: ['idNumber'] },
    { name: 'index_person_name', columns: ['name'] },
  ],
})
