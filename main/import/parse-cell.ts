import { accept, type Checked, refuse } from '../../shared/rules/checked.ts'
import { checkBorn, checkDate, checkNumericDate } from '../../shared/rules/dates.ts'
import { isEmptyText } from '../../shared/rules/empty.ts'
import { checkIdNumber } from '../../shared/rules/id-number.ts'
import { checkName, namesNobody } from '../../shared/rules/names.ts'
import { splitPartner } from '../../shared/rules/partner-unit.ts'
import { checkLandline, checkPhones } from '../../shared/rules/phone.ts'
import { halfWidth, longerThan, trimmed, withoutBlanks } from '../../shared/rules/text.ts'
import { normalVoucherNo, voucherNoTooLong } from '../../shared/rules/voucher.ts'
import type { Column } from '../../shared/sheets/sheet.ts'
import { textOf } from './cell-text.ts'
import type { Cell, NumberCell } from './grid.ts'
import { areaOf, moneyOf } from './parse-amount.ts'
import { categories, expected, genders, offices, peoples, political, rights, yesNo } from './parse-words.ts'
import type { Value } from './parsed-row.ts'

type Values = Readonly<Record<string, Value>>

/** What a cell cannot tell by itself. */
export interface CellContext {
  /** ISO day of the import. */
  readonly today: string
  /** Yuan that an amount of 1 means. */
  readonly yuan: 1 | 10_000
  /** The cells are those of a text file, in which a spreadsheet has written 1988.10 as 1988.1. */
  readonly plainText?: boolean
}

const mostText = 500
/** Numbers of estates and households; more is a slip of the pen. */
const mostCount = 1_000_000

const asNumber = (cell: Cell): NumberCell | null =>
  cell !== null && typeof cell === 'object' && 'number' in cell ? cell : null

const dateOf = (cell: Cell, plainText: boolean | undefined): Checked<string> => {
  const number = asNumber(cell)
  if (number === null) {
    const text = textOf(cell)
    const typed = plainText === true ? withoutBlanks(text) : ''
    return /^\d{4}\.1$/.test(typed) ? checkNumericDate(Number(typed), typed) : checkDate(text)
  }
  return number.date === null ? checkNumericDate(number.number, number.shown) : accept(number.date)
}

const bornOf = (cell: Cell, { today, plainText }: CellContext): Checked<Value> => {
  const date = dateOf(cell, plainText)
  return date.ok ? checkBorn(date.value, today) : date
}

/** A day of the books: a month alone does not tell which. */
const dayOf = (cell: Cell, plainText: boolean | undefined): Checked<Value> => {
  const date = dateOf(cell, plainText)
  return date.ok && date.value.length === 7 ? refuse('日期请写到日，如 2026-03-05') : date
}

const idNumberOf = (cell: Cell, today: string): Checked<Value> => {
  const number = asNumber(cell)
  if (number !== null && number.number >= 1e15) {
    return refuse('18 位身份证号存成了数字，末几位已丢失，请把单元格改为文本后重新填写')
  }
  return checkIdNumber(number === null ? textOf(cell) : String(number.number), today)
}

const countOf = (cell: Cell): Checked<Value> => {
  const digits = /^(\d+)(?:\.0+)?[栋户幢座人层个名]?$/u.exec(
    halfWidth(withoutBlanks(textOf(cell))).replaceAll(',', ''),
  )
  const count = Number(digits?.[1] ?? Number.NaN)
  return Number.isInteger(count) && count <= mostCount ? accept(count) : refuse('这里应填整数')
}

const oneOf = <T extends Value>(cell: Cell, words: ReadonlyMap<string, T>, what: string): Checked<Value> => {
  const found = words.get(withoutBlanks(textOf(cell)))
  return found === undefined ? refuse(`这里应填${what}`) : accept(found)
}

const ethnicityOf = (cell: Cell): Checked<Value> => {
  const text = withoutBlanks(textOf(cell))
  return accept(peoples.has(text) ? `${text}族` : text)
}

const sentenceOf = (cell: Cell): Checked<Value> => {
  const text = trimmed(textOf(cell))
  return longerThan(text, mostText) ? refuse(`超过 ${mostText} 个字`) : accept(text)
}

const unitName = (cell: Cell): Checked<Value> => {
  const text = withoutBlanks(textOf(cell))
  if (longerThan(text, 100)) return refuse('名称超过 100 个字')
  return /\p{L}/u.test(text) ? accept(text) : refuse('这里应填名称')
}

const placeOf = (cell: Cell): Checked<Value> => {
  const text = halfWidth(withoutBlanks(textOf(cell)))
  return longerThan(text, 50) ? refuse('超过 50 个字') : accept(text)
}

const namesOf = (cell: Cell): Checked<Value> => {
  const names = textOf(cell)
    .split(/[、，,；;/／\r\n]+/u)
    .map(withoutBlanks)
    .filter((name) => name !== '')
  return names.some((name) => longerThan(name, 100))
    ? refuse('名称超过 100 个字')
    : accept([...new Set(names)].join('、'))
}

const politicalOf = (cell: Cell): Checked<Value> => {
  const text = withoutBlanks(textOf(cell))
  if (longerThan(text, 20)) return refuse('这里应填政治面貌，如中共党员、共青团员、群众')
  return accept(political.get(text) ?? text)
}

const voucherOf = (cell: Cell): Checked<Value> => {
  const number = normalVoucherNo(textOf(cell))
  if (number === null) return refuse(voucherNoTooLong)
  return longerThan(number, 40) ? refuse('凭证号超过 40 个字') : accept(number)
}

const phoneText = (cell: Cell): string => {
  const number = asNumber(cell)
  return number === null ? textOf(cell) : String(number.number)
}

/**
 * Puts the values of one cell into `values` by field, nothing for a blank one. Answers why the cell cannot be taken, in
 * words for the user, or null.
 */
export const readCell = (
  column: Column,
  cell: Cell,
  context: CellContext,
  values: Record<string, Value>,
): string | null => {
  const { field, type } = column
  if (cell === null) return null
  if (typeof cell === 'object' && 'error' in cell) return `单元格是公式错误 ${cell.error}`
  if (type === 'serial' || isEmptyText(textOf(cell))) return null
  // 空缺 in a list of posts says that there is nobody.
  if (type === 'name' && namesNobody(textOf(cell))) return null
  if (type === 'phones') {
    const checked = checkPhones(phoneText(cell))
    if (!checked.ok) return checked.reason
    values[field] = checked.value[0] ?? null
    values[`${field}2`] = checked.value[1] ?? null
    return null
  }
  if (type === 'partner') {
    const { unit, position } = splitPartner(textOf(cell))
    values[field] = unit
    values[`${field}Position`] = position
    return null
  }
  const checked = single(type, cell, context)
  if (!checked.ok) return checked.reason
  values[field] = checked.value
  return null
}

/** Values by field of one cell: nothing for a blank one. */
export const parseCell = (column: Column, cell: Cell, context: CellContext): Checked<Values> => {
  const values: Record<string, Value> = {}
  const reason = readCell(column, cell, context, values)
  return reason === null ? accept(values) : refuse(reason)
}

const single = (
  type: Exclude<Column['type'], 'serial' | 'phones' | 'partner'>,
  cell: Cell,
  context: CellContext,
): Checked<Value> => {
  const { today, yuan, plainText } = context
  switch (type) {
    case 'name':
      return checkName(textOf(cell))
    case 'landline':
      return checkLandline(phoneText(cell))
    case 'idNumber':
      return idNumberOf(cell, today)
    case 'date':
      return dateOf(cell, plainText)
    case 'day':
      return dayOf(cell, plainText)
    case 'born':
      return bornOf(cell, context)
    case 'count':
      return countOf(cell)
    case 'money':
      return moneyOf(cell, yuan)
    case 'area':
      return areaOf(cell)
    case 'yesNo':
      return oneOf(cell, yesNo, expected.yesNo)
    case 'gender':
      return oneOf(cell, genders, expected.gender)
    case 'category':
      return oneOf(cell, categories, expected.category)
    case 'right':
      return oneOf(cell, rights, expected.right)
    case 'office':
      return oneOf(cell, offices, expected.office)
    case 'political':
      return politicalOf(cell)
    case 'ethnicity':
      return ethnicityOf(cell)
    case 'voucher':
      return voucherOf(cell)
    case 'text':
    case 'source':
      return sentenceOf(cell)
    case 'names':
      return namesOf(cell)
    case 'place':
      return placeOf(cell)
    case 'street':
    case 'community':
    case 'branch':
    case 'group':
    case 'estate':
      return unitName(cell)
  }
}
