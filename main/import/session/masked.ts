import { maskIdNumber, maskPhone } from '../../../shared/rules/masking.ts'
import { halfWidth } from '../../../shared/rules/text.ts'

/**
 * Text of a cell for the screen: ID numbers and phones masked by the type of their column, and anything that looks
 * like one in a column whose meaning is not known.
 */
export const masked = (type: string | null, text: string): string => {
  if (type === 'idNumber') return maskIdNumber(text)
  if (type === 'phones' || type === 'landline')
    return text.replace(/[0-9０-９][0-9０-９ -]{5,}[0-9０-９]/g, maskPhone)
  if (type !== null) return text
  return halfWidth(text)
    .replace(/\d{17}[\dXx]/g, maskIdNumber)
    .replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, maskPhone)
}
