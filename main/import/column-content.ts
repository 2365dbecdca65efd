import { checkDate, isRealDay } from '../../shared/rules/dates.ts'
import { isEmptyText } from '../../shared/rules/empty.ts'
import { checkPhones } from '../../shared/rules/phone.ts'
import { halfWidth, withoutBlanks } from '../../shared/rules/text.ts'
import { type Cell, shownText } from './grid.ts'
import type { Rows } from './header-paths.ts'
import { firstText, isBelowHeader, isFooter, isTotal, loneText } from './row-kinds.ts'

/** Kinds of contents that tell a column, or contradict its header. */
export const contentKinds = [
  'idNumber',
  'mobile',
  'phone',
  'date',
  'fullDate',
  'gender',
  'ethnicity',
  'category',
  'name',
  'number',
  'community',
  'branch',
  'estate',
  'place',
  'yesNo',
  'long',
] as const
export type ContentKind = (typeof contentKinds)[number]

/** What the first rows of a column hold. */
export interface Content {
  /** Cells that are not blank. */
  readonly filled: number
  readonly share: (kind: ContentKind) => number
  /** Texts of the cells looked at, by sampled row; blank ones are empty. */
  readonly texts: readonly string[]
}

/** Enough to tell a column; reading more would only take longer. */
const mostRows = 100

const people = new RegExp(
  `^(?:${(
    '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 ' +
    '柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 ' +
    '塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
  )
    .split(' ')
    .join('|')})族?$`,
  'u',
)
/** The commonest surnames, of nine people in ten. */
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边'

const numberOf = (cell: Cell): number | null =>
  cell !== null && typeof cell === 'object' && 'number' in cell ? cell.number : null

const plainOf = (cell: Cell): string => {
  const number = numberOf(cell)
  if (number !== null && cell !== null && typeof cell === 'object' && 'date' in cell && cell.date !== null) {
    return cell.date
  }
  if (number !== null && Number.isInteger(number)) return String(number)
  return halfWidth(withoutBlanks(shownText(cell)))
}

const dateOf = (text: string): string => {
  if (!/^(?:1[89]|20)\d{2}/.test(text)) return ''
  const checked = checkDate(text)
  return checked.ok ? checked.value : ''
}

export const isIdNumber = (text: string): boolean =>
  /^[1-9]\d{5}(?:1[89]|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/i.test(text)
export const isMobile = (text: string): boolean => /^(?:\+?86-?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}$/.test(text)
/** Two to four Chinese characters, or a name with a dot in it. */
export const isNameLike = (text: string): boolean =>
  (/^\p{Script=Han}{2,4}$/u.test(text) && !/[社小]区|支部|街道|党|群众|汉族|[男女]性?$/u.test(text)) ||
  /^\p{Script=Han}{2,10}[·•・]\p{Script=Han}{2,10}$/u.test(text)
/** With a common surname too: a street or a job of three characters has none. */
export const hasSurname = (text: string): boolean => surnames.includes([...text][0] ?? '-')

const tests: Readonly<Record<ContentKind, (text: string, cell: Cell) => boolean>> = {
  // A number that lost its last digits is an ID number still, and refused later.
  idNumber: (text, cell) => isIdNumber(text) || (numberOf(cell) ?? 0) >= 1e17,
  mobile: isMobile,
  phone: (text) => /\d{7}/.test(text) && !isIdNumber(text) && (isMobile(text) || checkPhones(text).ok),
  date: (text) => dateOf(text) !== '',
  fullDate: (text) => isRealDay(dateOf(text)),
  gender: (text) => /^[男女]性?$/u.test(text),
  ethnicity: (text) => people.test(text),
  category: (text) => /^(?:中共)?(?:正式|预备)(?:党员)?$|^中共党员$/u.test(text),
  name: isNameLike,
  number: (text) => /^[¥￥]?-?[\d,]+(?:\.\d+)?(?:元|万元|㎡|平方米|m2|户|人|栋|个|层|幢)?$/u.test(text),
  community: (text) => /社区(?:大党委|党委|党总支|居委会)?$/u.test(text) && text.length > 2,
  branch: (text) => /(?:支部|支部委员会)$/u.test(text),
  estate: (text) => /(?:小区|[苑园城]|公寓|家属院|新村|国际)$/u.test(text) && text.length > 2,
  place: (text) => /^(?:[\dA-Z一二三四五六七八九十]+(?:-\d+)?(?:号楼|号|#楼?|栋|幢|座|单元))+$/iu.test(text),
  yesNo: (text) => /^(?:是|否|有|无|没有|不是|√|×|Y|N)$/iu.test(text),
  long: (text) => text.length > 25,
}

const contentOf = (cells: readonly Cell[]): Content => {
  const texts = cells.map((cell) => (isEmptyText(shownText(cell)) ? '' : plainOf(cell)))
  const filled = texts.filter((text) => text !== '').length
  const shares = new Map<ContentKind, number>()
  return {
    filled,
    texts,
    share: (kind) => {
      const before = shares.get(kind)
      if (before !== undefined) return before
      const valid = texts.filter((text, row) => text !== '' && tests[kind](text, cells[row] ?? null)).length
      const share = filled === 0 ? 0 : valid / filled
      shares.set(kind, share)
      return share
    },
  }
}

/** True for a row that may be one of data: more than one text, no total, no note. */
const maybeData = (row: readonly Cell[] | undefined): row is readonly Cell[] =>
  row !== undefined && loneText(row) === null && !isTotal(row) && !isFooter(firstText(row))

/** What the columns hold in the first rows from `from` on, at most a hundred. */
export const contentsOf = (rows: Rows, from: number): readonly Content[] => {
  const sample: (readonly Cell[])[] = []
  const last = Math.min(rows.length, from + 2 * mostRows)
  for (let index = Math.max(0, from); index < last && sample.length < mostRows; index += 1) {
    const row = rows[index]
    if (maybeData(row) && !(index <= from + 1 && isBelowHeader(row))) sample.push(row)
  }
  const width = sample.reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: width }, (_, column) => contentOf(sample.map((row) => row[column] ?? null)))
}
