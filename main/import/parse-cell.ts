import { accept, type Checked, refuse } from '../../shared/rules/checked.ts'
import { checkBorn, checkDate, checkNumericDate } from '../../shared/rules/dates.ts'
import { isEmptyText } from '../../shared/rules/empty.ts'
import { checkIdNumber } from '../../shared/rules/id-number.ts'
import { checkName } from '../../shared/rules/names.ts'
import { splitPartner } from '../../shared/rules/partner-unit.ts'
import { checkLandline, checkPhones } from '../../shared/rules/phone.ts'
import { halfWidth, longerThan, trimmed, withoutBlanks } from '../../shared/rules/text.ts'
import type { Column } from '../../shared/sheets/sheet.ts'
import type { Cell, NumberCell } from './grid.ts'
import type { Value } from './parsed-row.ts'

type Values = Readonly<Record<string, Value>>

const peoples: ReadonlySet<string> = new Set(
  (
    '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 ' +
    '柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 ' +
    '塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
  ).split(' '),
)

const mostText = 500
/** Numbers of estates and households; more is a slip of the pen. */
const mostCount = 1_000_000

const asNumber = (cell: Cell): NumberCell | null =>
  cell !== null && typeof cell === 'object' && 'number' in cell ? cell : null

/** Text of a cell; a plain number is written out in full, never as 1.5E+10. */
export const textOf = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if ('error' in cell) return cell.error
  return cell.date ?? (/e[+-]/i.test(cell.shown) ? String(cell.number) : cell.shown)
}

const dateOf = (cell: Cell): Checked<string> => {
  const number = asNumber(cell)
  if (number === null) return checkDate(textOf(cell))
  return number.date === null ? checkNumericDate(number.number, number.shown) : accept(number.date)
}

const bornOf = (cell: Cell, today: string): Checked<Value> => {
  const date = dateOf(cell)
  return date.ok ? checkBorn(date.value, today) : date
}

const idNumberOf = (cell: Cell, today: string): Checked<Value> => {
  const number = asNumber(cell)
  if (number !== null && number.number >= 1e15) {
    return refuse('18 位身份证号存成了数字，末几位已丢失，请把单元格改为文本后重新填写')
  }
  return checkIdNumber(number === null ? textOf(cell) : String(number.number), today)
}

const countOf = (cell: Cell): Checked<Value> => {
  const digits = /^(\d+)(?:\.0+)?[栋户幢座]?$/u.exec(
    halfWidth(withoutBlanks(textOf(cell))).replaceAll(',', ''),
  )
  const count = Number(digits?.[1] ?? Number.NaN)
  return Number.isInteger(count) && count <= mostCount ? accept(count) : refuse('这里应填整数')
}

const oneOf = <T extends Value>(
  cell: Cell,
  words: Readonly<Record<string, T>>,
  expected: string,
): Checked<Value> => {
  const word = withoutBlanks(textOf(cell))
  return Object.hasOwn(words, word) ? accept(words[word] ?? null) : refuse(`这里应填${expected}`)
}

const yesNo = { 是: 1, 否: 0, 有: 1, 没有: 0, 不是: 0, '√': 1, '×': 0 } as const
const genders = { 男: '男', 女: '女', 男性: '男', 女性: '女' } as const
const categories = {
  正式党员: 'full',
  正式: 'full',
  中共党员: 'full',
  预备党员: 'probationary',
  预备: 'probationary',
} as const

const ethnicityOf = (cell: Cell): Checked<Value> => {
  const text = withoutBlanks(textOf(cell))
  return accept(peoples.has(text) ? `${text}族` : text)
}

const plainText = (cell: Cell): Checked<Value> => {
  const text = trimmed(textOf(cell))
  return longerThan(text, mostText) ? refuse(`超过 ${mostText} 个字`) : accept(text)
}

const unitName = (cell: Cell): Checked<Value> => {
  const text = withoutBlanks(textOf(cell))
  if (longerThan(text, 100)) return refuse('名称超过 100 个字')
  return /\p{L}/u.test(text) ? accept(text) : refuse('这里应填名称')
}

const phoneText = (cell: Cell): string => {
  const number = asNumber(cell)
  return number === null ? textOf(cell) : String(number.number)
}

/** Values by field of one cell: nothing for a blank one. `today` is the ISO day of the import. */
export const parseCell = (column: Column, cell: Cell, today: string): Checked<Values> => {
  const { field, type } = column
  if (cell !== null && typeof cell === 'object' && 'error' in cell)
    return refuse(`单元格是公式错误 ${cell.error}`)
  if (type === 'serial' || isEmptyText(textOf(cell))) return accept({})
  if (type === 'phones') {
    const checked = checkPhones(phoneText(cell))
    return checked.ok
      ? accept({ [field]: checked.value[0] ?? null, [`${field}2`]: checked.value[1] ?? null })
      : checked
  }
  if (type === 'partner') {
    const { unit, position } = splitPartner(textOf(cell))
    return accept({ [field]: unit, [`${field}Position`]: position })
  }
  const checked = single(type, cell, today)
  return checked.ok ? accept({ [field]: checked.value }) : checked
}

const single = (
  type: Exclude<Column['type'], 'serial' | 'phones' | 'partner'>,
  cell: Cell,
  today: string,
): Checked<Value> => {
  switch (type) {
    case 'name':
      return checkName(textOf(cell))
    case 'landline':
      return checkLandline(phoneText(cell))
    case 'idNumber':
      return idNumberOf(cell, today)
    case 'date':
      return dateOf(cell)
    case 'born':
      return bornOf(cell, today)
    case 'count':
      return countOf(cell)
    case 'yesNo':
      return oneOf(cell, yesNo, '“是”或“否”')
    case 'gender':
      return oneOf(cell, genders, '“男”或“女”')
    case 'category':
      return oneOf(cell, categories, '“正式党员”或“预备党员”')
    case 'ethnicity':
      return ethnicityOf(cell)
    case 'text':
      return plainText(cell)
    case 'street':
    case 'community':
    case 'branch':
    case 'group':
    case 'estate':
      return unitName(cell)
  }
}
