/*
 * 个人信息保护法: screens, prints and exports show an ID's first 6 and last 4 characters and a phone's first 3 and
 * last 4, except where the document is for contact. Counted by code point.
 */

const keepEnds = (value: string, first: number, last: number): string => {
  const characters = [...value]
  const hidden = characters.length - first - last
  // Too short to hide anything between the ends: only the last two stay.
  if (hidden < 1) return '*'.repeat(Math.max(characters.length - 2, 0)) + characters.slice(-2).join('')
  return characters.slice(0, first).join('') + '*'.repeat(hidden) + characters.slice(-last).join('')
}

/** `13812345678` → `138****5678`; land lines likewise. */
export const maskPhone = (phone: string): string => keepEnds(phone, 3, 4)

/** `420321195908220003` → `420321********0003`. */
export const maskIdNumber = (idNumber: string): string => keepEnds(idNumber, 6, 4)

/** Null stays null. */
export const maskedPhone = (phone: string | null): string | null => (phone === null ? null : maskPhone(phone))
export const maskedIdNumber = (idNumber: string | null): string | null =>
  idNumber === null ? null : maskIdNumber(idNumber)
