import { accept, type Checked, refuse } from './checked.ts'
import { halfWidth, withoutBlanks } from './text.ts'

const mobile = /^1[3-9]\d{9}$/
/** Area code (three digits in 010 and 02x, four elsewhere), number, optional extension. */
const landline = /^(010|02\d|0[3-9]\d{2})[-)]?(\d{7,8})(?:[-转#x,]+(\d{1,6}))?$/
const separators = /[、，,；;/／|\n\r]|或/

/** Only what can stand in a number: no blanks, no full-width forms, one kind of dash. */
const plain = (text: string): string =>
  withoutBlanks(halfWidth(text))
    .replace(/[－—–―‐‑]/g, '-')
    .replace(/分机|轉/g, '转')

const withoutCountry = (text: string): string => text.replace(/^(?:\+|00)?86-?(?=[01]\d)/, '')

/** Ten digits too few, letters, a wrong first digit: said in words that need no explanation. */
const whyNot = (digits: string): string => {
  if (/e\+?\d/i.test(digits)) return '号码被表格改成了科学计数法，末几位已丢失'
  if (/[^\d]/.test(digits)) return '电话号码里有不是数字的字符'
  if (digits.startsWith('0')) return '固定电话应为区号加 7 至 8 位号码'
  if (/^[2-8]\d{6,7}$/.test(digits)) return '像是座机号码，请在前面加上区号，如 0719-'
  if (digits.length < 11) return `手机号只有 ${digits.length} 位`
  if (digits.length > 11) return `手机号有 ${digits.length} 位，多了 ${digits.length - 11} 位`
  return '手机号应以 13 至 19 开头'
}

/**
 * One phone number in its stored form: 11 digits for a mobile, `0719-8651234` or `0719-8651234-801` for a land
 * line. Spaces, dashes, +86 and full-width forms are taken off (domain rule: `1[3-9]` and nine digits).
 */
export const checkPhone = (text: string): Checked<string> => {
  const typed = withoutCountry(plain(text).replace(/^\((0\d{2,3})\)/, '$1-'))
  const digits = typed.replaceAll('-', '')
  if (mobile.test(digits)) return accept(digits)
  if (/^01[3-9]\d{9}$/.test(digits)) return accept(digits.slice(1))
  const parts = landline.exec(typed)
  if (parts !== null) {
    const [, area = '', number = '', extension] = parts
    return accept(`${area}-${number}${extension === undefined ? '' : `-${extension}`}`)
  }
  return refuse(whyNot(digits))
}

/** As `checkPhone`, and a local number of 7 or 8 digits too: in a column for land lines it needs no area code. */
export const checkLandline = (text: string): Checked<string> => {
  const digits = plain(text).replaceAll('-', '')
  return /^[2-8]\d{6,7}$/.test(digits) ? accept(digits) : checkPhone(text)
}

/** The numbers of one cell, at most two: separated by 、 / ； or a line break, or simply by a space. */
export const checkPhones = (text: string): Checked<readonly string[]> => {
  const parts = text
    .split(separators)
    .flatMap(splitAtSpace)
    .filter((part) => withoutBlanks(part) !== '')
  const numbers: string[] = []
  for (const part of parts) {
    const checked = checkPhone(part)
    if (!checked.ok) return checked
    if (!numbers.includes(checked.value)) numbers.push(checked.value)
  }
  if (numbers.length > 2) return refuse(`一格里有 ${numbers.length} 个号码，最多填两个`)
  return accept(numbers)
}

/** Numbers that fill more characters than this are a remark, not worth trying every space of. */
const longestCell = 100

/**
 * `138… 150…`, with a space between or nothing, is two numbers; `138 0000 3191` is one. A space parts two numbers
 * where what stands before it is a whole number, and what stands behind it too.
 */
const splitAtSpace = (part: string): readonly string[] => {
  const digits = withoutBlanks(halfWidth(part))
  const halves = [digits.slice(0, 11), digits.slice(11)]
  if (digits.length === 22 && halves.every((half) => mobile.test(half))) return halves
  if (part.length > longestCell || checkPhone(part).ok) return [part]
  for (const { index } of part.matchAll(/\s+/g)) {
    const [before, behind] = [part.slice(0, index), part.slice(index)]
    if (!checkPhone(before).ok) continue
    const others = splitAtSpace(behind)
    if (others.every((other) => checkPhone(other).ok)) return [before, ...others]
  }
  return [part]
}
