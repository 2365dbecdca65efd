import type { PostKind } from '../../shared/models/post.ts'
import { type VenueRight, venueRightLabels } from '../../shared/models/venue.ts'

/* The words that cells of a closed set may hold, as ledgers write them. */

export const peoples: ReadonlySet<string> = new Set(
  (
    '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 ' +
    '柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 ' +
    '塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
  ).split(' '),
)

const words = <T>(lists: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(Object.entries(lists).flatMap(([names, value]) => names.split(' ').map((name) => [name, value])))

export const yesNo = words<0 | 1>({ '是 有 √ Y y': 1, '否 没有 不是 × N n': 0 })
export const genders = words({ '男 男性': '男', '女 女性': '女' })
export const categories = words<'full' | 'probationary'>({
  '正式党员 正式 中共党员 党员 中共正式党员': 'full',
  '预备党员 预备 中共预备党员': 'probationary',
})
export const rights = words<VenueRight>({
  '自有 自建 自有产权 社区自有 购买 自购': 'owned',
  '共享 共用 共建共享': 'shared',
  '租赁 租用 租借 租': 'leased',
  '国有资产划拨 划拨 国资划拨 国有资产 政府划拨': 'assigned',
  '开发商移交 移交 开发商配建 配建移交 配建': 'handedOver',
  '驻区单位提供 单位提供 驻区单位 借用 共建单位提供': 'provided',
})
export const offices = words<PostKind>({
  '楼栋长 楼长': 'buildingHead',
  '单元长 楼道长': 'stairwellHead',
  '邻长 中心户长': 'neighborHead',
  '网格长 网格党支部书记 总网格长 网格负责人': 'gridLeader',
  '网格员 专职网格员 兼职网格员 专属网格员 微网格员 网格信息员': 'gridWorker',
  党建指导员: 'partyAdvisor',
  专员: 'specialist',
})

/** 政治面貌 in the one word it is kept under; others stay as written. */
export const political = words({
  '中共党员 党员 正式党员 中国共产党党员': '中共党员',
  '中共预备党员 预备党员': '中共预备党员',
  '共青团员 团员 青团员': '共青团员',
  '群众 普通群众 一般群众': '群众',
})

/** What belongs in a cell, for the sentence that refuses another word. */
export const expected = {
  yesNo: '“是”或“否”',
  gender: '“男”或“女”',
  category: '“正式党员”或“预备党员”',
  office: '“楼栋长”“单元长”“邻长”“网格长”或“网格员”',
  right: `“${Object.values(venueRightLabels).join('”“')}”之一`,
} as const
