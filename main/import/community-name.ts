import { halfWidth, withoutBlanks } from '../../shared/rules/text.ts'
import { communityIn, streetIn } from '../../shared/rules/unit-names.ts'

const ordinal =
  /^(?:[(【[]?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[)\]】]?[、.．,:)\-_]+|第[一二三四五六七八九十\d]+[、,:]?|附件\d*[:、]?)/u
const year =
  /^(?:\d{4}|二[〇○零]\S{2})年度?(?:第?[一二三四1-4]季度|上半年|下半年|\d{1,2}月(?:份|\d{1,2}日)?)?/u
const prefixes = /^(?:中共|中国共产党|关于|各|全)/u
/** 张湾区, 十堰市; not the 区 of 小区 or 社区. */
const districts = /^\p{Script=Han}{1,6}?(?:省|市|(?<![小社])区|县|自治州)(?=\p{Script=Han}{2,})/u

/** Words that show that 社区 is spoken of in general: 党员进社区报到, 各社区, 街道社区. */
const inGeneral =
  /党员|志愿|人员|报到|名册|名单|花名|统计|登记|情况|汇总|示范|智慧|附件|楼栋|网格|台账|支部|单位|物业|干部|(?:^|[进到向各本我为在入及和与驻的])(?:所在|所属|辖区|居住地?|街道|[进到向各本我为入驻及和与的])?社区$/u

/** A line without what stands before the name of a street or a community in it. */
const withoutPreface = (line: string): string => {
  const plain = withoutBlanks(halfWidth(line)).replace(/^[【[<《"“](.*)[】\]>》"”]$/u, '$1')
  const stripped = plain.replace(ordinal, '').replace(year, '').replace(prefixes, '').replace(ordinal, '')
  const behindColon = stripped.replace(/^[^:]*:/u, '').replace(prefixes, '')
  let rest = behindColon
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
  // Parts of names such as 花名册-六堰社区 and 六堰社区_党员.
  for (const part of line.split(/[-—–_|/]+|\s{2,}/u)) {
    const found = communityIn(withoutPreface(part))
    if (found !== null && !inGeneral.test(found.replace(organ, '')) && found.replace(organ, '').length > 2)
      return found
  }
  return null
}

/** The street that a line names; null when it names none. */
export const streetNamed = (line: string): string | null => {
  const found = streetIn(withoutPreface(line))
  return found !== null && found.length > 2 && !/^(?:所属|各|本|所在)街道$/u.test(found) ? found : null
}

/** The branch that a heading inside a table names, e.g. 二、柳林小区党支部（12人）; null when it names none. */
export const branchNamed = (line: string): string | null =>
  /^([^\s,、。:(]{2,40}?(?:党总支|党支部|支部委员会))(?:[(共\d:]|$)/u.exec(withoutPreface(line))?.[1] ?? null
