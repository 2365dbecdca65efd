// A district of the size that 张湾区 reported: 4 streets, 34 communities, 335 branches, 1,077 building groups.
import { seeded } from './random.mjs'

const STREETS = ['东岳街道', '南湖街道', '西苑街道', '北辰街道']
const COMMUNITIES =
  '柳林 桃园 枫桥 银杏 梧桐 玉兰 丹桂 海棠 竹溪 松岭 荷塘 梅岭 槐荫 榆林 樱花 紫藤 云峰 石桥 龙泉 凤鸣 鹤鸣 金沙 银川 翠屏 青山 碧水 红旗 东风 朝阳 胜利 和平 建设 工农 团结'.split(
    ' ',
  )
const PLACES =
  '滨江 临湖 望山 观澜 听涛 锦绣 御景 华府 安居 康乐 幸福 吉祥 平安 如意 祥云 瑞景 春晖 秋实 晨光 暮云 星河 明月 清泉 丹霞 百合 杜鹃 芙蓉 牡丹'.split(
    ' ',
  )
const ENDINGS =
  '雅苑 花园 新村 家园 公寓 华庭 佳苑 名邸 东区小区 西区小区 家属院 机关小区 教师小区 一号院'.split(' ')

export const COUNTS = { streets: 4, communities: 34, branches: 335, groups: 1077, members: 8149 }

/** Names of estates, all different: 28 × 14 combinations in a shuffled order. */
const estateNames = (random) =>
  random.shuffled(PLACES.flatMap((place) => ENDINGS.map((ending) => place + ending)))

/** `[{ street, name, branches: [{ estate, name, groups }] }]`, one entry a community; `groups` is a number. */
export function makeDistrict() {
  const random = seeded(335)
  const estates = estateNames(random)
  const perCommunity = Math.floor(COUNTS.branches / COUNTS.communities)
  const oneMore = COUNTS.branches % COUNTS.communities
  const fourGroups = COUNTS.groups - 3 * COUNTS.branches
  let used = 0
  return COMMUNITIES.map((community, index) => ({
    street: STREETS[Math.floor((index * STREETS.length) / COMMUNITIES.length)],
    name: `${community}社区`,
    branches: Array.from({ length: perCommunity + (index < oneMore ? 1 : 0) }, () => {
      const groups = used < fourGroups ? 4 : 3
      const estate = estates[used++]
      return { estate, name: `${estate}党支部`, groups }
    }),
  }))
}
