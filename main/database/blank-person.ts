import type { PersonRecord } from './rows.ts'

/** A person of whom nothing is known but a name. */
export const blankPerson: Omit<PersonRecord, 'id' | 'version' | 'name' | 'pinyin' | 'initials'> = {
  gender: null,
  ethnicity: null,
  birthDate: null,
  idNumber: null,
  phone: null,
  phone2: null,
  landline: null,
  education: null,
  occupation: null,
  address: null,
  category: null,
  joinedOn: null,
  confirmedOn: null,
  partyStatus: null,
  outOfContact: null,
  outOfContactSince: null,
  floating: null,
  floatingTo: null,
  note: '',
}
