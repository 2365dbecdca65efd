import { halfWidth, withoutBlanks } from '../../shared/rules/text.ts'
import { communityIn, streetIn } from '../../shared/rules/unit-names.ts'

const ordinal =
  /^(?:[(【[]?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[)\]】]?[、.．,:)\-_]+|第[一二三四五六七八九十\d]+[、,:]?|附件\d*[:、]?)/u
const year =
  /^(?:\d{4}|二[〇○零]\S{2})年度?(?:第?[一二三四1-4]季度|上半年|下半年|\d{1,2}月(?:份|\d{1,2}日)?)?/u
const prefixes = /^(?:中共|中国共产党|关于)/u
/** 张湾区, 十堰市, 渠县; not the 区 of 小区 or 社区, nor the 市 of 新市社区 and 城市花园社区. */
const districts =
  /^(?:\p{Script=Han}{2,6}?(?:省|市|(?<![小社])区|自治州)|\p{Script=Han}{1,6}?县)(?=\p{Script=Han}{2,}(?:社区|街道))/u

/** Words that show that 社区 is spoken of in general: 党员进社区报到, 各社区, 街道社区. */
const inGeneral =
  /党员|志愿|人员|报到|名册|名单|花名|统计|登记|情况|汇总|示范|智慧|附件|楼栋|网格|台账|支部|单位|物业|干部|\p{Script=Han}{2}(?<![小社])区社区$|县社区$|(?:^|[进到向各本我为在入及和与驻的])(?:所在|所属|辖区|居住地?|街道|[进到向各本我为入驻及和与的])?社区$/u

/** A line without what stands before the name of a street or a community in it. */
const withoutPreface = (line: string): string => {
  const plain = withoutBlanks(halfWidth(line)).replace(/^[【[<《"“](.*)[】\]>》"”]$/u, '$1')
  const stripped = plain.replace(ordinal, '').replace(year, '').replace(prefixes, '').replace(ordinal, '')
  const behindColon = stripped.replace(/^[^:]*:/u, '').replace(prefixes, '')
  let rest = behindColon.replace(/^\d{1,2}(?=[^\d年月日号栋]\S*社区)/u, '')
  for (let times = 0; times < 3 && districts.test(rest) && /街道|社区|镇/u.test(rest); times += 1) {
    rest = rest.replace(districts, '')
  }
  return rest
}

const organ = /(?:大党委|联合党委|党委|党总支|居委会|居民委员会)$/u

/**
 * The community that a title, a 填报单位 line, a sheet's or a file's name, or a heading inside a table names; null when
 * it names none, or only speaks of communities.
 */
export const communityNamed = (line: string): string | null => {
  // Parts of names such as 花名册-六堰社区; last, those between single blanks, which a title may have in every word.
  for (const blanks of [/\s{2,}/u, /\s+/u]) {
    for (const part of line.split(blanks).flatMap((one) => one.split(/[-—–_|/（()）]+/u))) {
      const found = communityIn(withoutPreface(part))
      const proper = found?.replace(organ, '') ?? ''
      if (found !== null && proper.length > 2 && !inGeneral.test(proper)) return found
    }
  }
  return null
}

/** The street that a line names; null when it names none. */
export const streetNamed = (line: string): string | null => {
  const found = streetIn(withoutPreface(line))
  return found !== null && found.length > 2 && !/^(?:所属|各|本|所在)街道$/u.test(found) ? found : null
}

/** Words before 支部 that say what kind it is, but not which one. */
const branchKinds =
  /社区|小区|网格|片区|楼栋|街道|联合|物业|临时|机关|离退休|流动|在职|应急|共驻共建|双报到|党员|中共|党|总|各|所在|所属|全体|下属|基层|名称|及|和|的/gu

const properName = (branch: string): string =>
  branch.replace(/(?:党总支|党支部|支部委员会|支部)$/u, '').replace(branchKinds, '')

/** 汉江路街道六堰社区阳光花园党支部 → 阳光花园党支部; 六堰社区第一党支部 needs its community to be told from others. */
const withoutParents = (branch: string): string => {
  const inStreet = branch.replace(/^\S+?街道(?:办事处|党工委)?(?=\S{2,})/u, '')
  const alone = inStreet.replace(/^\S{2,8}?社区(?:党委|党总支)?(?=\S{2,})/u, '')
  const proper = properName(alone)
  return [...proper].length >= 2 && !/^第/u.test(proper) ? alone : inStreet
}

/** The branch that a heading inside a table names, e.g. 二、柳林小区党支部（12人）; null when it names none. */
export const branchNamed = (line: string): string | null => {
  const found = /^([^\s,、。:(]{2,40}?(?:党总支|党支部|支部委员会))(?:[(共\d:]|$)/u.exec(
    withoutPreface(line),
  )?.[1]
  return found === undefined ? null : withoutParents(found)
}

/** The branch that a title or the name of a sheet names for all its rows, e.g. 柳林小区党支部党员花名册. */
export const branchTitled = (line: string): string | null => {
  for (const part of line.split(/[-—–_|/]+|\s{2,}/u)) {
    const found =
      /^([^\s,、。:(《]{2,30}?(?:党支部|支部委员会|第[一二三四五六七八九十\d]+支部))(?!书记|委员|班子|党委|应急|联系|工作)/u.exec(
        withoutPreface(part),
      )?.[1]
    if (found === undefined || /应急/u.test(found)) continue
    const proper = properName(found)
    if (/^第[一二三四五六七八九十\d]+/u.test(proper) || [...proper].length >= 2) return withoutParents(found)
  }
  return null
}

const estateEnding = '(?:小区|花园|家园|公寓|家属院|雅苑|新苑|华庭|新村)'
const estateAlone = new RegExp(`^([^\\s,、。:(]{1,16}?${estateEnding})(?:[(共\\d]|$)`, 'u')
const estateInTitle = new RegExp(
  `^([^\\s,、。:(《]{2,16}?${estateEnding})(?=楼|单元|邻长|网格|志愿|物业|台账|名册|花名册|信息|居民|$)`,
  'u',
)

const withoutCommunity = (name: string): string =>
  name.replace(/^\S+?街道(?:办事处)?(?=\S{2,})/u, '').replace(/^\S{2,8}?社区(?=\S{2,})/u, '')

/** 包联小区, 各小区: not the name of one. */
const estateProper = (name: string): boolean =>
  [...name.replace(branchKinds, '').replace(/无物业|三无|老旧|包联|包保|住宅|辖区|城区|开放式/gu, '')]
    .length >= 2

const estateBy = (pattern: RegExp, line: string): string | null => {
  const found = pattern.exec(withoutPreface(line))?.[1]
  const name = found === undefined ? '' : withoutCommunity(found)
  return estateProper(name) ? name : null
}

/** The estate that a heading inside a table names, e.g. 一、柳林小区（12栋）; null when it names none. */
export const estateNamed = (line: string): string | null => estateBy(estateAlone, line)

/** The estate that a title or the name of a sheet names for all its rows, e.g. 柳林小区楼栋长花名册. */
export const estateTitled = (line: string): string | null => {
  for (const part of line.split(/[-—–_|/]+|\s{2,}/u)) {
    const found = estateBy(estateInTitle, part)
    if (found !== null) return found
  }
  return null
}
