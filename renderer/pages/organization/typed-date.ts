import { checkDate } from '../../../shared/rules/dates.ts'

/** Why a date as typed, e.g. 2020.7.1, cannot be; empty text clears the field. */
export const dateProblem = (text: string): string | null => {
  if (text.trim() === '') return null
  const checked = checkDate(text)
  return checked.ok ? null : checked.reason
}

/** The ISO day or month that was typed; null for none. */
export const dateOf = (text: string): string | null => {
  const checked = checkDate(text)
  return checked.ok ? checked.value : null
}
