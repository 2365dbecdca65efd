import { checkIdNumber } from '../../../shared/rules/id-number.ts'
import { checkName } from '../../../shared/rules/names.ts'
import { checkPhone } from '../../../shared/rules/phone.ts'
import { dayOf } from '../../../shared/rules/terms.ts'

/** Why a typed value would be refused, in Chinese, or null. Empty text clears a phone or an ID number. */
export const phoneProblem = (text: string): string | null => {
  if (text.trim() === '') return null
  const checked = checkPhone(text)
  return checked.ok ? null : checked.reason
}

export const idNumberProblem = (text: string): string | null => {
  if (text.trim() === '') return null
  const checked = checkIdNumber(text, dayOf(new Date()))
  return checked.ok ? null : checked.reason
}

export const nameProblem = (text: string): string | null => {
  const checked = checkName(text)
  return checked.ok ? null : checked.reason
}
