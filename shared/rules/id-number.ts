import { accept, type Checked, refuse } from './checked.ts'
import { isRealDay } from './dates.ts'
import { halfWidth, withoutBlanks } from './text.ts'

/** GB 11643-1999: weights of the first 17 digits, and the check character for each remainder modulo 11. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/** GB/T 2260 provinces, with 81/82/83; 9 begins the permanent-residence form. County codes of old stay valid. */
const regions: ReadonlySet<string> = new Set(
  (
    '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 ' +
    '61 62 63 64 65 71 81 82 83'
  ).split(' '),
)

/** The check character that belongs to 17 digits. */
export const checkCharacterOf = (digits: string): string => {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return checkCharacters[sum % 11] ?? ''
}

/**
 * An ID number in its stored form: 18 characters, X upper case. `today` is the ISO day: nobody is born after it.
 * Reasons never repeat the number.
 */
export const checkIdNumber = (text: string, today: string): Checked<string> => {
  const id = withoutBlanks(halfWidth(text)).replace(/^'/, '').toUpperCase()
  if (/^[\d.]+E\+?\d+$/.test(id)) return refuse('身份证号存成了数字，末几位已丢失，请改为文本后重新填写')
  if (/^\d{15}$/.test(id)) return refuse('身份证号是 15 位的旧号码，请填写 18 位号码')
  if (!/^\d*X?$/.test(id)) return refuse('身份证号里有不应出现的字符')
  if (id.length !== 18) return refuse(`身份证号应为 18 位，现有 ${id.length} 位`)
  if (!/^\d{17}[\dX]$/.test(id)) return refuse('身份证号里有不应出现的字符')
  if (!regions.has(id.slice(0, 2)) && !id.startsWith('9')) return refuse('身份证号开头的地区代码不存在')
  const born = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  if (!isRealDay(born) || born < '1850') return refuse('身份证号里的出生日期不存在')
  if (born > today) return refuse('身份证号里的出生日期在今天之后')
  if (checkCharacterOf(id) !== id[17]) return refuse('身份证号的校验位不对，请核对是否抄错')
  return accept(id)
}

/** The ISO day of birth in a checked ID number. */
export const birthOfIdNumber = (id: string): string =>
  `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
