// People who do not exist: names drawn from lists, phone numbers of a block that is not given out, and ID numbers
// with the sequence 000, which is never issued.
const SURNAMES =
  '王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 郭 何 高 林 罗 郑 梁 谢 宋 唐 许 韩 冯 邓 曹 彭 曾 单 仇 解 查 覃 尉迟 万俟 欧阳'.split(
    ' ',
  )
const GIVEN =
  '伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀 霞 平 刚 桂 文 华 红 春 国 建 玉 海 志 晓 雪 梅 峰 燕 波 辉 云 𬭚 䶮 㛃 𠅤 𫖯'.split(
    ' ',
  )
const PREFIXES = ['138', '139', '150', '158', '159', '177', '186', '199']
/** For numbers from 80,000 on. */
const MORE_PREFIXES = ['135', '136', '137', '151', '152', '187', '188', '198']
const PHONES_A_PREFIX = 10_000
const REGIONS = ['420302', '420303', '420321', '340111', '431002', '511725', '610525']
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

const two = (number) => String(number).padStart(2, '0')

/** GB 11643: the number of 17 digits with its check character. */
const withCheck = (digits) => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
  return digits + '10X98765432'[sum % 11]
}

/**
 * Makes people whose phone and ID numbers are all different. `firstPhone` (0 to 159,999) begins the ledger's own range:
 * nobody stands in two ledgers.
 */
export function peopleMaker(random, firstPhone) {
  let phones = firstPhone
  const ids = new Set()
  const day = (from, years) => ({
    year: from + random.int(years),
    month: 1 + random.int(12),
    day: 1 + random.int(28),
  })
  const name = () =>
    random.pick(SURNAMES) + random.pick(GIVEN) + (random.chance(0.7) ? random.pick(GIVEN) : '')
  const phone = () => {
    const number = phones++
    const count = PREFIXES.length
    const serial = Math.floor(number / count)
    const prefixes = serial < PHONES_A_PREFIX ? PREFIXES : MORE_PREFIXES
    return `${prefixes[number % count]}0000${String(serial % PHONES_A_PREFIX).padStart(4, '0')}`
  }
  /** `{ idNumber, born }`: region and birthday differ from person to person, as the sequence cannot. */
  const identity = () => {
    for (;;) {
      const born = day(1940, 62)
      const idNumber = withCheck(`${random.pick(REGIONS)}${born.year}${two(born.month)}${two(born.day)}000`)
      if (ids.has(idNumber)) continue
      ids.add(idNumber)
      return { idNumber, born }
    }
  }
  return { name, phone, identity, day }
}
