import type { BranchKind } from '../models/unit.ts'
import { halfWidth, trimmed, withoutBlanks } from './text.ts'

/*
 * Keys under which names of the same organization meet: 六堰社区 ≙ 六堰社区党委 ≙ 六堰社区党总支. For matching
 * only; what is stored is the name as written.
 */
const plain = (name: string): string => withoutBlanks(halfWidth(name)).replace(/[—–―－]/g, '-')

const streetEnding = /(?:党工委|街工委|工委|党委|办事处|街道办|办)+$/u
const communityEnding =
  /(?:(?:中共|联合)?(?:大党委|党委|党总支部?|总支部?|党支部|居委会|居民委员会|委员会))+$/u
const branchEnding = /(?:共驻共建)?(?:应急)?(?:党总支部?|党支部|支部委员会|支部)$/u
const estateEnding = /(?:住宅)?小区$/u

export const streetKey = (name: string): string =>
  plain(name)
    .replace(/^.*[省市区县](?=.+街道)/u, '')
    .replace(streetEnding, '')
    .replace(/街道$/u, '')

export const communityKey = (name: string): string =>
  plain(name)
    .replace(/^.+街道(?:办事处|办)?(?=.+社区)/u, '')
    .replace(communityEnding, '')
    .replace(/社区$/u, '')

/** 百二河雅苑 ≙ 百二河雅苑小区. */
export const estateKey = (name: string): string => {
  const whole = plain(name)
  const short = whole.replace(estateEnding, '')
  return short === '' ? whole : short
}

/** 百二河雅苑小区党支部 ≙ 百二河雅苑党支部; of an emergency branch, the same key as of the ordinary one beside it. */
export const branchKey = (name: string): string => estateKey(plain(name).replace(branchEnding, ''))

/** 1号楼党小组 ≙ 1号楼小组 ≙ 1号楼. */
export const groupKey = (name: string): string => plain(name).replace(/党?小组$/u, '')

/** Kind of a branch as its name tells it. */
export const branchKindOf = (name: string): BranchKind => {
  if (name.includes('联合')) return 'joint'
  if (/网格|片区/u.test(name)) return 'grid'
  if (name.includes('物业')) return 'property'
  return name.includes('临时') ? 'temporary' : 'estate'
}

/** Whether a committee's name says what organ it is (党委, 党总支 …): the fuller name is kept. */
export const namesAnOrgan = (name: string): boolean => /党工委|党委|总支|党支部|支部$/u.test(name)

/** The street that a title or 填报单位 line names, e.g. 汉江路街道; null when it names none. */
export const streetIn = (line: string): string | null => {
  const found = /([^省市区县\s：:,，、。（(]{1,12}街道)/u.exec(line)
  return found?.[1] ?? null
}

/** The community in a line such as 填报单位：花果街道二堰铺社区党委, e.g. 二堰铺社区党委; null when it names none. */
export const communityIn = (line: string): string | null => {
  const after = trimmed(halfWidth(line)).replace(/^[^:]*:\s*/u, '')
  const inStreet = after.replace(/^\S+?街道(?:办事处|办|党工委)?(?=\S+社区)/u, '')
  return /^([^\s,、。(]{1,16}社区(?:大党委|联合党委|党委|党总支)?)/u.exec(inStreet)?.[1] ?? null
}
