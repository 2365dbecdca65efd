import type { z } from 'zod'
import type { personChanges } from '../requests/organization.ts'
import { accept, type Checked, refuse } from './checked.ts'
import { checkBorn } from './dates.ts'
import { checkIdNumber } from './id-number.ts'
import { checkName } from './names.ts'
import { checkLandline, checkPhone, checkPhones } from './phone.ts'
import { isBefore } from './terms.ts'
import { trimmed } from './text.ts'

/** A person's fields as a form sends them. */
export type PersonChanges = z.infer<typeof personChanges>

/** The same fields as they are stored: phones and ID in their one form, cleared ones null. */
export interface PersonValues {
  readonly name?: string
  readonly gender?: PersonChanges['gender']
  readonly phone?: string | null
  readonly phone2?: string | null
  readonly idNumber?: string | null
  readonly birthDate?: string | null
  readonly category?: PersonChanges['category']
  readonly address?: string | null
  readonly memberKind?: PersonChanges['memberKind']
  readonly ethnicity?: string | null
  readonly education?: string | null
  readonly occupation?: string | null
  readonly politicalStatus?: string | null
  readonly joinedOn?: string | null
  readonly confirmedOn?: string | null
  readonly landline?: string | null
  readonly surnameReading?: string | null
  readonly note?: string
}

/** Checks only what is given. `today` is an ISO day. The first refusal is the answer, in words for the user. */
export const checkPersonChanges = (changes: PersonChanges, today: string): Checked<PersonValues> => {
  const { name, phone, phone2, idNumber, birthDate, joinedOn, confirmedOn, ...rest } = changes
  const { address, ethnicity, education, occupation, politicalStatus, landline, surnameReading, ...asTyped } =
    rest
  const plain = (text: string) => accept(trimmed(text))
  const checked = {
    name: name === undefined ? undefined : checkName(name),
    phone: optional(phone, onePhone),
    phone2: optional(phone2, onePhone),
    idNumber: optional(idNumber, (text) => checkIdNumber(text, today)),
    birthDate: typeof birthDate === 'string' ? checkBorn(birthDate, today) : cleared(birthDate),
    address: optional(address, plain),
    ethnicity: optional(ethnicity, plain),
    education: optional(education, plain),
    occupation: optional(occupation, plain),
    politicalStatus: optional(politicalStatus, plain),
    landline: optional(landline, checkLandline),
    surnameReading: optional(surnameReading, checkSurnameReading),
    joinedOn: pastDate(joinedOn, '入党日期', today),
    confirmedOn: pastDate(confirmedOn, '转正日期', today),
  }
  const values: [string, unknown][] = Object.entries(asTyped).filter(([, value]) => value !== undefined)
  for (const [field, result] of Object.entries(checked)) {
    if (result === undefined) continue
    if (!result.ok) return field === 'phone2' ? refuse(`备用电话：${result.reason}`) : result
    values.push([field, result.value])
  }
  return accept(Object.fromEntries(values) as PersonValues)
}

/** Latin syllables with one space between them. */
export const checkSurnameReading = (text: string): Checked<string> => {
  const reading = trimmed(text).toLowerCase().replaceAll('ü', 'v').replaceAll(/\s+/g, ' ')
  return /^[a-z]{1,6}( [a-z]{1,6}){0,3}$/.test(reading)
    ? accept(reading)
    : refuse('姓氏读音请写不带声调的拼音，如 chong；复姓用空格隔开，如 ou yang')
}

const pastDate = (
  date: string | null | undefined,
  label: string,
  today: string,
): Checked<string | null> | undefined => {
  if (typeof date !== 'string') return cleared(date)
  return isBefore(today, date) ? refuse(`${label}晚于今天`) : accept(date)
}

/** A date that is null clears the field; one that is missing leaves it. */
const cleared = (date: null | undefined): Checked<null> | undefined =>
  date === null ? accept(null) : undefined

/** Empty text clears the field. */
const optional = (
  text: string | undefined,
  check: (text: string) => Checked<string>,
): Checked<string | null> | undefined => {
  if (text === undefined) return undefined
  return trimmed(text) === '' ? accept(null) : check(text)
}

/** A form has a field for each number: two in one would leave the second where no one looks for it. */
const onePhone = (text: string): Checked<string> => {
  const several = checkPhones(text)
  const two = /[、，,；;\n]/.test(text) || (several.ok && several.value.length > 1)
  return two ? refuse('这里填一个号码，另一个请填在备用电话') : checkPhone(text)
}
