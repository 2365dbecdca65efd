import { withoutBlanks } from '../../shared/rules/text.ts'
import { type Cell, shownText } from './grid.ts'

const totals =
  /^(?:本页|本表|全表|总|本月|本年|本季|累计)*(?:合计|小计|总计|共计|累计|承前页|过次页|转下页|接上页)[:：]?$/u
const totalOfSomething =
  /^(?:.{0,14}(?:合计|小计|总计)(?:[（(].*[）)])?[:：]?|(?:合计|小计|总计|共计|共)[:：]?\d+(?:\.\d+)?[人户栋个名元条][。；;]?|(?:合计|总计|共计)(?:[（(]?(?:大写|人民币)|[:：]).*)$/u
const footers =
  /^(?:制表|制表人|制表单位|审核|审核人|审批|审批人|复核|复核人|填表|填表人|填报|填报人|经办|经办人|填表单位|填报单位|报送单位|填表日期|填报日期|填表时间|填报时间|制表日期|制表时间|统计时间|统计日期|截止日期|截至日期|联系人|联系电话|单位|单位负责人|主要负责人|负责人|分管领导|主管|会计|出纳|记账|书记|支部书记|盖章|填表说明|填报说明|填写说明|说明|注|备注|注意|注意事项|附注|附)[:：]|^(?:填表说明|填报说明|填写说明|制表人|审核人|填表人|填报人|注意事项)|^注\d?[.、]|^.{0,12}(?:签字|签名|签章|盖章|公章)[:：]?$/u
const bracketed = /[（(][^）)]*[）)]/gu
/** How the words of `footers` begin: most texts of data need no look at the pattern. */
const footerInitials: ReadonlySet<string> = new Set('制审复填报经统截联单主负分会出记书支盖签领公说注备附')
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
export const isFooter = (first: string): boolean =>
  footerInitials.has(first[0] ?? '') && (footers.test(first) || footers.test(first.replace(bracketed, '')))

/** After 填表说明 or 注, what stands alone in its row goes on with it. */
export const beginsNotes = (first: string): boolean => notes.test(first)

const exampleInitials = /^[（(示样填举例以此.…·]/u

/** 示例, 例：张三, 填写样例: a template's row that nobody deleted; 以下空白 and … stand for rows that are not there. */
export const isExample = (first: string): boolean =>
  exampleInitials.test(first) &&
  /^[（(]?(?:示例|样例|填写示例|填写样例|举例|例如|例[:：]|例\d|例$|以下空白|以下无正文|以下无数据|此行以下|[.…·]+$)/u.test(
    first,
  )

const signedBy =
  /(?:党工委|党委|党支部|党总支|办事处|街道办|居委会|委员会|党建办|组织部|社区|[（(]?(?:盖章|公章|章)[）)]?)$/u
const signedOn = /^(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?$/u

/** What stands under a table at the right: the office and the day, or one of them in a column of something else. */
export const isSignature = (cells: readonly Cell[], isUnit: (at: number) => boolean): boolean => {
  let day = false
  let texts = 0
  for (let at = 0; at < cells.length; at += 1) {
    const text = plainText(cells[at])
    if (text === '') continue
    texts += 1
    if (texts > 2) return false
    if (signedOn.test(text)) day = true
    else if (!signedBy.test(text) || isUnit(at)) return false
  }
  return texts === 2 ? day : texts === 1
}

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
