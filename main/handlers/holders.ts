import { AppError } from '../../shared/errors.ts'
import type { Checked } from '../../shared/rules/checked.ts'
import { checkName } from '../../shared/rules/names.ts'
import { checkPhones } from '../../shared/rules/phone.ts'
import type { Holder } from '../database/post-edits.ts'
import { readingOf } from './readings.ts'

/** The checked value, or `value.invalid` with the rule's words. */
export const accepted = <T>(checked: Checked<T>): T => {
  if (!checked.ok) throw new AppError('value.invalid', { reason: checked.reason })
  return checked.value
}

export type TypedHolder = { readonly id: string } | { readonly name: string; readonly phone: string }

/** Somebody on record, or a typed name with its reading and checked phones. Throws `value.invalid`. */
export const holderOf = async (person: TypedHolder): Promise<Holder> => {
  if ('id' in person) return { kind: 'known', id: person.id }
  const name = accepted(checkName(person.name))
  const phones = accepted(checkPhones(person.phone))
  return { kind: 'named', name, phones, reading: await readingOf(name, 'person') }
}
