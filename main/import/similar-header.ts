import { bareHeader, isAboutOthers } from './header-text.ts'

/** Characters that typing and reading confuse in headers: of the same sound or nearly the same shape. */
const confused: ReadonlyMap<string, string> = new Map(
  (
    '份分身 话活 码吗玛 名明民 入人 账帐 栋幢楝东 系係糸 别別 程成 庭廷停 址止扯祉 部布 属署 注住驻 备被 型形 ' +
    '姓性 员圆 格各 支只 期其 时是 联连 机几 党档 职只 费废 号浩 区曲 单但 记计纪 '
  )
    .trim()
    .split(' ')
    .flatMap((group) => [...group].map((one): [string, string] => [one, [...group][0] ?? one])),
)

const spelt = new Map<string, string>()

/** With one character for all that are confused with it: 联系电活 and 联系电话 are the same then. */
export const unconfused = (text: string): string => {
  const before = spelt.get(text)
  if (before !== undefined) return before
  let same = ''
  for (const one of text) same += confused.get(one) ?? one
  if (spelt.size < 5000) spelt.set(text, same)
  return same
}

/**
 * Parts of a header that carry its meaning; those written differently for one thing share a letter. A header that
 * has a part which the known name lacks speaks of something else: 社区名称 is not 小区名称.
 */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/社区|居委会/u, 'c'],
  [/小区|院落/u, 'e'],
  [/街道|乡镇/u, 's'],
  [/网格/u, 'g'],
  [/楼/u, 'b'],
  [/单元/u, 'w'],
  [/支部|党组织/u, 'z'],
  [/党委/u, 'd'],
  [/小组/u, 'x'],
  [/书记/u, 'j'],
  [/(?<!家)长(?!春|沙)/u, 'z1'],
  [/(?<!党|人|成|队|职)员/u, 'y'],
  [/第一/u, '1'],
  [/副/u, 'f'],
  [/单位/u, 'u'],
  [/办公/u, 'o'],
  [/姓名|名字/u, 'n'],
  [/电话|手机|联系方式/u, 'p'],
  [/座机|固定|固话/u, 'l'],
  [/微信|邮箱|QQ|邮编/iu, 'q'],
  [/日期|时间|年月/u, 't'],
  [/地址|住址/u, 'a'],
  [/籍贯|户籍|户口|出生地/u, 'h'],
  [/身份证|证件|证号|身份号/u, 'i'],
  [/学历|文化|学位|院校|专业/u, 'k'],
  [/民族/u, 'm'],
  [/性别/u, 'v'],
  [/年龄|党龄|工龄/u, '2'],
  [/职务|职称/u, '3'],
  [/岗位/u, '4'],
  [/类别|类型/u, '5'],
  [/性质|产权|权属/u, '6'],
  [/面积/u, '7'],
  [/金额|收入|支出|余额|预算|党费|租金|工资|补贴/u, '8'],
  [/来源/u, '9'],
  [/数(?!据)/u, 'r'],
  [/备注/u, 'bz'],
  [/入党|加入/u, 'rd'],
  [/申请|积极分子|发展对象|培养/u, 'sq'],
  [/转正|转为/u, 'zz'],
  [/转入|转出|接转/u, 'zj'],
  [/出生/u, 'cs'],
  [/参加工作|入伍|入职|入队|入住|入团|退休|退伍|任职|离任|毕业/u, 'rz'],
  [/失联|失去/u, 'sl'],
  [/流动|流向|外出/u, 'ld'],
  [/报到/u, 'bd'],
  [/注册|登记/u, 'zc'],
  [/联系人|联络|负责|管理|经办|收款|审核|审批|组长/u, 'lx'],
  [/是否/u, 'sf'],
  [/党内|兼任/u, 'dn'],
  [/原|曾用|前/u, 'y1'],
]

const known = new Map<string, ReadonlySet<string>>()
const meaningsOf = (text: string): ReadonlySet<string> => {
  const before = known.get(text)
  if (before !== undefined) return before
  const found = new Set(meanings.filter(([part]) => part.test(text)).map(([, letter]) => letter))
  if (known.size < 5000) known.set(text, found)
  return found
}

const saysNothingElse = (header: string, name: string): boolean => {
  const named = meaningsOf(name)
  for (const meaning of meaningsOf(header)) if (!named.has(meaning)) return false
  return true
}

const ownPrefix =
  /^(?:党员|本人|志愿者?|报到人员?|报到党员|在职党员|人员|成员|居民|个人|群众|业主|真实|现|现在|目前|当前|常用|有效|实际|具体|主要|所属|所在)+$/u
const plainSuffix = /^(?:号码?|名称|全称|情况|信息|内容|明细|\d|[一二①②]|[AB甲乙]|如有|填写)+$/u

/** Changes from one to the other, at most `most` + 1. */
const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? most + 1
}

const likeness = (header: string, name: string): number => {
  if (name.length < 2) return 0
  if (header.endsWith(name) && ownPrefix.test(header.slice(0, -name.length))) return 85
  if (header.startsWith(name) && plainSuffix.test(header.slice(name.length))) return 82
  if (!saysNothingElse(header, name)) return 0
  if (header.length === name.length && unconfused(header) === unconfused(name)) return 80
  const atEdge = header.startsWith(name) || header.endsWith(name)
  if (header.includes(name) && (name.length >= 3 || (atEdge && header.length <= 6))) {
    return 60 + Math.round((20 * name.length) / header.length)
  }
  if (name.length < 4 || header.length < 3) return 0
  if (header.length === name.length && [...header].sort().join('') === [...name].sort().join('')) return 72
  const changes = distance(header, name, 2)
  // One character more or less is a slip; another character in its place may be another word: 入队 is not 入党.
  if (changes === 1 && header.length !== name.length) return 72
  if (changes === 1 && name.length >= 5) return 66
  return changes === 2 && name.length >= 7 ? 60 : 0
}

/** How like a header is to one of the names of a column: 60 to 85, or 0 when it is not. */
export const similarity = (plain: string, names: Iterable<string>): number => {
  const header = bareHeader(plain)
  if (header.length < 2 || header.length > 16 || isAboutOthers(plain)) return 0
  let best = 0
  for (const name of names) best = Math.max(best, likeness(header, name))
  return best
}
