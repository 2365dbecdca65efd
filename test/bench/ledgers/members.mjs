// 党员花名册: 8,149 rows on 34 sheets, the 21 columns of the real form, dates written in every way that is met.
import { COUNTS } from './district.mjs'
import { peopleMaker } from './people.mjs'
import { seeded } from './random.mjs'

export const MEMBER_HEADERS =
  '序号 姓名 所在党支部 公民身份证号 性别 民族 出生日期 学历 人员类别 加入党组织日期 转为正式党员日期 工作岗位 手机号 固定电话 家庭住址 党籍状态 是否为失联党员 失去联系日期 是否为流动党员 外出流向 备注'.split(
    ' ',
  )

const two = (number) => String(number).padStart(2, '0')

/** The ways to write a date; the first is a real date cell. */
const DATE_STYLES = [
  ({ year, month, day }) => new Date(Date.UTC(year, month - 1, day)),
  ({ year, month, day }) => `${year}-${month}-${day}`,
  ({ year, month }) => `${year}.${two(month)}`,
  ({ year, month }) => `${year}年${month}月`,
  ({ year, month, day }) => `${year}年${month}月${day}日`,
  ({ year, month, day }) => `${year}${two(month)}${two(day)}`,
  ({ year, month, day }) => `${year}/${month}/${day}`,
]

/** One sheet a community: `{ sheet, street, community, rows }`; `firstPhone` as in `peopleMaker`. */
export function memberSheets(district, members = COUNTS.members, firstPhone = 0) {
  const random = seeded(members)
  const people = peopleMaker(random, firstPhone)
  const base = Math.floor(members / district.length)
  const oneMore = members % district.length

  const row = (serial, community) => {
    const branch = random.pick(community.branches)
    const { idNumber, born } = people.identity()
    const style = random.pick(DATE_STYLES)
    const joined = people.day(Math.min(born.year + 19, 2022), 3)
    const confirmed = { ...joined, year: joined.year + 1 }
    const away = random.chance(0.03)
    return [
      serial,
      people.name(),
      branch.name,
      idNumber,
      // The last digit of the sequence tells the gender; 000 is even.
      '女',
      random.pick(['汉', '汉族', '土家族', '回族']),
      style(born),
      random.pick(['初中', '高中', '大专', '本科', '研究生']),
      random.chance(0.95) ? '正式党员' : '预备党员',
      style(joined),
      style(confirmed),
      random.pick(['在职', '退休', '务工', '个体', '']),
      people.phone(),
      random.chance(0.1) ? `0719-8${String(100000 + random.int(900000))}` : '',
      `张湾区${community.street}${branch.estate}${1 + random.int(12)}号楼${1 + random.int(4)}单元${1 + random.int(18)}02`,
      '正常',
      '否',
      '',
      away ? '是' : '否',
      away ? random.pick(['广东省深圳市', '浙江省宁波市', '湖北省武汉市']) : '',
      '',
    ]
  }
  return district.map((community, index) => ({
    sheet: community.name,
    street: community.street,
    community: community.name,
    rows: Array.from({ length: base + (index < oneMore ? 1 : 0) }, (_, n) => row(n + 1, community)),
  }))
}
