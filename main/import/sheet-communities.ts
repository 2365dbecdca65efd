import { withoutBlanks } from '../../shared/rules/text.ts'
import { communityNamed } from './named-units.ts'

/** Names of sheets that are something else than a community's short name. */
const otherwise =
  /表|名册|名单|花名|台账|党员|志愿|人员|楼栋|楼长|单元|网格|单位|场所|阵地|经费|预算|收支|流水|支部|小区|街道|小组|汇总|合计|总|说明|附件|数据|信息|登记|统计|明细|模板|样|备份|新增|调入|调出|转入|转出|正式|预备|流动|失联|死亡|其他|[男女]|[一二三四五六七八九十\d]+[月季年]|上半年|下半年|^第|[A-Za-z]/u

const bare = (name: string): string => withoutBlanks(name).replace(/^\d{1,2}[.、\-_]?/u, '')

/** Fewer sheets of one kind may be named after anything. */
const fewest = 3

/**
 * The communities that the sheets of one table are named after, by sheet name, where at least three sheets are and
 * every one of them is: 六堰, 柳林, 阳光 → 六堰社区 … Empty when that is not so.
 */
export const communitiesOfSheets = (sheetNames: readonly string[]): ReadonlyMap<string, string> => {
  const found = new Map<string, string>()
  for (const sheetName of sheetNames) {
    const named = communityNamed(sheetName)
    const short = bare(sheetName)
    if (named !== null) found.set(sheetName, named)
    else if (/^\p{Script=Han}{2,5}$/u.test(short) && !otherwise.test(short))
      found.set(sheetName, `${short}社区`)
    else return new Map()
  }
  return found.size >= fewest && new Set(found.values()).size === found.size ? found : new Map()
}
