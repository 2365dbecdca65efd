import { withoutBlanks } from '../../shared/rules/text.ts'
import { type Cell, shownText } from './grid.ts'

const totals =
  /^(?:本页|本表|全表|总|本月|本年|本季|累计)*(?:合计|小计|总计|共计|累计|承前页|过次页|转下页|接上页)[:：]?$/u
const totalOfSomething =
  /^(?:.{0,14}(?:合计|小计|总计)(?:[（(].*[）)])?[:：]?|(?:合计|小计|总计|共计|共)[:：]?\d+(?:\.\d+)?[人户栋个名元条][。；;]?|(?:合计|总计|共计)(?:[（(]?(?:大写|人民币)|[:：]).*)$/u
const footers =
  /^(?:制表|制表人|制表单位|审核|审核人|审批|审批人|复核|复核人|填表人|填报人|经办人|填表单位|填报单位|报送单位|填表日期|填报日期|填表时间|填报时间|制表日期|制表时间|统计时间|统计日期|截止日期|截至日期|联系人|单位负责人|主要负责人|负责人|分管领导|负责人(?:[（(].*[）)])?|单位[（(]盖章[）)]|盖章|填表说明|填报说明|填写说明|说明|注|备注|注意|注意事项|附注|附)[:：]|^(?:填表说明|填报说明|填写说明|制表人|审核人|填表人|填报人|注意事项)|^注\d?[.、]/u
/** How the words of `footers` begin: most texts of data need no look at the pattern. */
const footerInitials: ReadonlySet<string> = new Set('制审复填报经统截联单主负分盖说注备附')
const notes = /^(?:填表说明|填报说明|填写说明|说明|注|备注|注意|注意事项|附注)(?:[:：]|$)/u

const plainText = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : withoutBlanks(typeof cell === 'string' ? cell : shownText(cell))

/** 计, 页, a colon or a blank: how a word for a total ends. */
const totalEnds: ReadonlySet<number> = new Set([...'计页:： 　\n'].map((end) => end.charCodeAt(0)))
const mayTotal = /[计共页]/u
const longestTotal = 12

/** 合计, 小计, 承前页: the first text says it, or any cell holds nothing else. */
export const isTotal = (cells: readonly Cell[]): boolean => {
  let first = true
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index]
    if (typeof cell !== 'string' || cell === '') continue
    if (first) {
      first = false
      if (cell.length <= 40 && mayTotal.test(cell)) {
        const plain = withoutBlanks(cell)
        if (totals.test(plain) || totalOfSomething.test(plain)) return true
      }
      // Most cells are too long or end otherwise: no pattern is tried on them.
    } else if (cell.length <= longestTotal && totalEnds.has(cell.charCodeAt(cell.length - 1))) {
      if (totals.test(withoutBlanks(cell))) return true
    }
  }
  return false
}

/** The first text of a row, without blanks. */
export const firstText = (cells: readonly Cell[]): string => {
  for (const cell of cells) {
    if (cell === null) continue
    const text = plainText(cell)
    if (text !== '') return text
  }
  return ''
}

/** 制表人, 审核人 and 填表说明 rows are not data. */
export const isFooter = (first: string): boolean => footerInitials.has(first[0] ?? '') && footers.test(first)

/** After 填表说明 or 注, what stands alone in its row goes on with it. */
export const beginsNotes = (first: string): boolean => notes.test(first)

const exampleInitials = /^[（(示样填举例]/u

/** 示例, 例：张三, 填写样例: a template's row that nobody deleted. */
export const isExample = (first: string): boolean =>
  exampleInitials.test(first) &&
  /^[（(]?(?:示例|样例|填写示例|填写样例|举例|例如|例[:：]|例\d|例$)/u.test(first)

/** A row under the header that numbers the columns, 1 2 3 … or 甲 乙 丙, or says how to fill them in. */
export const isBelowHeader = (cells: readonly Cell[]): boolean => {
  const texts = cells.map(plainText).filter((text) => text !== '')
  if (texts.length < 3) return false
  const counts = texts.filter((text, index) => text.replace(/[（()）栏]/gu, '') === String(index + 1)).length
  if (counts === texts.length || (/^[甲乙丙丁戊\d（()）]+$/u.test(texts.join('')) && texts[0] === '甲'))
    return true
  const hints = texts.filter((text) =>
    /^[（(]?(?:必填|选填|非必填|文本|日期|数字|下拉选择|手工填写|自动生成)/u.test(text),
  )
  return hints.length * 2 > texts.length
}

/** The only different text of a row, and where it stands; null when there are several, or none. */
export const loneText = (cells: readonly Cell[]): { readonly text: string; readonly at: number } | null => {
  let at = -1
  let text = ''
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] ?? null
    if (cell === null || cell === '') continue
    if (at === -1) {
      text = plainText(cell)
      if (text !== '') at = index
    } else if (cells[at] !== cell && plainText(cell) !== '') return null
  }
  return at === -1 ? null : { text, at }
}
