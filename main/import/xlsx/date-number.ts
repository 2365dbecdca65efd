import { SSF } from '@e965/xlsx'
import type { NumberStyle } from './styles.ts'

/** ISO day of a spreadsheet's date number; ISO month where the format shows no day; null for a time alone. */
export const dateOf = (number: number, style: NumberStyle, date1904: boolean): string | null => {
  const parts = SSF.parse_date_code(number, { date1904 })
  if (!parts || number < 1 || parts.y < 1900) return null
  const month = `${parts.y}-${String(parts.m).padStart(2, '0')}`
  return style.showsDay ? `${month}-${String(parts.d).padStart(2, '0')}` : month
}
