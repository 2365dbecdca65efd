import type { LedgerKind } from '../../../shared/models/import.ts'
import type { TemplateRow } from '../../../shared/models/template.ts'
import { usualSources } from '../../../shared/sheets/funding.ts'
import { idOf, mobileOf } from '../../unit/layouts/build.ts'
import type { Random } from '../../unit/mutations.ts'

/** Rows for each table of each ledger, as the templates show them. */
export type Ledgers = Readonly<Record<LedgerKind, readonly (readonly TemplateRow[])[]>>

const street = '汉江路街道党工委'
const communityNames = ['六堰社区党委', '罗家岗社区党委', '车站社区党委']
const estateNames = [
  '百二河雅苑',
  '阳光花园',
  '柳林小区',
  '二汽香郡',
  '蓝山雅苑',
  '老城根',
  '东风苑',
  '江南春',
]
const surnames = [...'张王李赵陈杨周吴郑孙𠅤欧钱']
const given = [...'建国秀兰志强桂英海涛丽华永明芳立新𫖯䶮']

interface Person {
  readonly name: string
  readonly phone?: string
  readonly idNumber?: string
  readonly gender?: string
  readonly birthDate?: string
}

/** Only what is known: a row holds no blanks. */
const known = (fields: Readonly<Record<string, string | undefined>>): TemplateRow =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
  )

/** Everything a small office keeps, put together by chance: each ledger is imported after the ones before it. */
export const randomLedgers = (random: Random, year: number): Ledgers => {
  const one = <T>(items: readonly T[]): T => items[random(items.length)] as T
  const maybe = <T>(value: T): T | undefined => (random(3) > 0 ? value : undefined)
  const some = (least: number, most: number): readonly number[] =>
    Array.from({ length: least + random(most - least + 1) }, (_, index) => index)
  let people = 0
  const person = (): Person => {
    people += 1
    const name = `${surnames[people % surnames.length]}${given[people % given.length]}${one(given)}${one(given)}`
    const born = `${1940 + random(60)}-${one(['01', '07', '11'])}-${one(['01', '10', '28'])}`
    const sequence = random(900)
    const identified = random(3) > 0
    return {
      name,
      ...(random(4) > 0 ? { phone: mobileOf(people) } : {}),
      ...(identified
        ? {
            idNumber: idOf(born.replaceAll('-', ''), sequence),
            gender: sequence % 2 === 0 ? '女' : '男',
            birthDate: born,
          }
        : {}),
    }
  }

  const communities = communityNames.slice(0, 2 + random(2))
  const places = communities.map((community, at) => ({
    community,
    estates: estateNames.slice(at * 2, at * 2 + 2),
    branches: estateNames.slice(at * 2, at * 2 + 1 + random(2)).map((estate) => `${estate}党支部`),
  }))
  const perCommunity = (rows: (place: (typeof places)[number]) => readonly TemplateRow[]) =>
    places.flatMap(rows)

  const organization = perCommunity(({ community, branches }) =>
    branches.flatMap((branch) => {
      const groups = some(0, 3)
      if (groups.length === 0) return [known({ street, community, branch })]
      return groups.map((group) => {
        const leader = maybe(person())
        return known({
          street,
          community,
          branch,
          group: `${group + 1}号楼党小组`,
          leader: leader?.name,
          leaderPhone: leader?.phone,
        })
      })
    }),
  )

  const partnerUnits = perCommunity(({ community, estates }) =>
    some(0, 2).map((index) => {
      const [leader, liaison] = [person(), person()]
      return known({
        partner: `区${community.slice(0, 2)}${['税务局', '审计局', '统计局'][index]}`,
        address: maybe(`北京中路${random(90) + 1}号`),
        leader: leader.name,
        leaderPhone: leader.phone,
        leaderPosition: maybe('党组书记、局长'),
        liaison: liaison.name,
        liaisonPhone: liaison.phone,
        community,
        estates: maybe(estates.join('、')),
        note: maybe('每月走访'),
      })
    }),
  )

  const emergencyBranches = perCommunity(({ community, estates }) =>
    estates.slice(0, random(3)).map((estate) => {
      const [secretary, first, grid] = [person(), person(), person()]
      return known({
        community,
        estate,
        branch: `${estate}应急党支部`,
        secretary: secretary.name,
        secretaryPhone: secretary.phone,
        firstSecretary: first.name,
        firstSecretaryPhone: first.phone,
        partner: maybe('区税务局党委书记、局长'),
        gridLeader: grid.name,
        gridLeaderPhone: grid.phone,
        buildings: maybe(String(1 + random(20))),
        households: maybe(String(100 + random(900))),
        note: maybe('已授牌'),
      })
    }),
  )

  const members = perCommunity(({ community, branches }) =>
    branches.flatMap((branch) =>
      some(1, 4).map(() => {
        const { name, phone, idNumber, gender, birthDate } = person()
        const full = random(4) > 0
        return known({
          name,
          community,
          branch,
          idNumber,
          gender,
          ethnicity: maybe(one(['汉族', '回族', '土家族'])),
          birthDate,
          education: maybe(one(['大学本科', '大专', '高中'])),
          category: full ? '正式党员' : '预备党员',
          joinedOn: maybe(one(['2005-07-01', '1998-07', '2012-12-30'])),
          confirmedOn: full ? maybe('2014-01-01') : undefined,
          occupation: maybe('区税务局科员'),
          phone: phone === undefined ? undefined : random(4) === 0 ? `${phone}、0719-8651234` : phone,
          landline: maybe('0719-8651235'),
          address: maybe(`${branch.slice(0, 4)} 3 号楼`),
          partyStatus: maybe('正常'),
          outOfContact: maybe('否'),
          floating: maybe(one(['是', '否'])),
          note: maybe('骨干'),
        })
      }),
    ),
  )

  const reporting = perCommunity(({ community }) =>
    some(1, 4).map(() => {
      const { name, phone, idNumber, gender, birthDate } = person()
      return known({
        name,
        gender,
        idNumber,
        birthDate,
        phone,
        community,
        reportedOn: maybe('2025-03-01'),
        partyCommittee: maybe('区税务局党委'),
        workUnit: maybe('区税务局, 办公室'),
        claimedPost: maybe('政策宣传'),
        specialty: maybe('税务'),
        serviceType: maybe('政策咨询'),
      })
    }),
  )

  const heads = perCommunity(({ community, estates }) =>
    estates.flatMap((estate) =>
      some(1, 3).map((index) => {
        const { name, phone, idNumber, gender } = person()
        const building = random(2) === 0
        return known({
          street,
          community,
          estate,
          place: building ? `${index + 1}号楼` : `${index + 1}号楼${1 + random(3)}单元`,
          office: building ? '楼栋长' : '单元长',
          name,
          gender,
          idNumber,
          phone,
          households: maybe(String(10 + random(50))),
        })
      }),
    ),
  )

  const gridStaff = perCommunity(({ community, estates }) =>
    some(1, 4).map((index) => {
      const { name, phone, idNumber, gender } = person()
      return known({
        street,
        community,
        grid: random(5) === 0 ? undefined : `第${['一', '一', '二', '三'][index]}网格`,
        estate: maybe(one(estates)),
        office: index === 0 ? '网格长' : '网格员',
        name,
        gender,
        politicalStatus: maybe('群众'),
        idNumber,
        phone,
        households: maybe(String(100 + random(300))),
      })
    }),
  )

  const volunteers = perCommunity(({ community }) =>
    some(1, 4).map(() => {
      const { name, phone, idNumber, gender, birthDate } = person()
      return known({
        name,
        gender,
        idNumber,
        birthDate,
        politicalStatus: maybe(one(['群众', '共青团员', '中共党员'])),
        community,
        team: maybe(`${community.slice(0, -2)}志愿服务队`),
        serviceType: maybe('环境卫生'),
        specialty: maybe('书法'),
        phone,
        registeredOn: maybe('2024-05-04'),
        address: maybe('人民路1号'),
      })
    }),
  )

  const venues = perCommunity(({ community, estates, branches }) =>
    some(0, 2).map((index) => {
      const keeper = person()
      const leased = random(2) === 0
      return known({
        venue: `${estates[index] ?? community.slice(0, -2)}党群活动室`,
        community,
        estate: maybe(estates[index]),
        address: maybe(`${random(9) + 1} 号楼 1 层`),
        area: maybe(`${10 + random(90)}.${one(['25', '50', '05'])}`),
        right: leased ? '租赁' : '共享',
        functions: maybe('会议室、图书室'),
        seats: maybe(String(20 + random(60))),
        leaseFrom: leased ? '2026-01-01' : undefined,
        leaseTo: leased ? '2027-12-31' : undefined,
        rent: leased ? `${1000 + random(9000)}.50` : undefined,
        branches: maybe(branches.join('、')),
        keeper: keeper.name,
        keeperPhone: keeper.phone,
        openingHours: maybe('每日8:30-17:30'),
        note: maybe('与物业共用'),
      })
    }),
  )

  const appropriations = perCommunity(({ community, branches }) =>
    branches.map((branch) =>
      known({
        street,
        community,
        branch,
        ...Object.fromEntries(
          usualSources.map((source, index) => [
            `source:${source}`,
            index === 0 || random(2) === 0 ? `${5000 + random(5000)}.00` : undefined,
          ]),
        ),
      }),
    ),
  )

  let voucher = 0
  const disbursements = perCommunity(({ community, branches }) =>
    branches.flatMap((branch) =>
      some(0, 4).map(() => {
        voucher += 1
        return known({
          date: `${year}-01-01`,
          voucherNo: `记-${String(voucher).padStart(4, '0')}`,
          summary: one(['主题党日活动', '购买学习资料', '慰问困难党员']),
          community,
          branch,
          source: usualSources[0],
          category: maybe('活动经费'),
          amount: `${1 + random(900)}.${one(['00', '05', '37'])}`,
          payee: maybe('区新华书店'),
          handler: maybe('张三'),
        })
      }),
    ),
  )

  return {
    organization: [organization],
    partnerUnits: [partnerUnits],
    emergencyBranches: [emergencyBranches],
    members: [members],
    reporting: [reporting],
    heads: [heads],
    gridStaff: [gridStaff],
    volunteers: [volunteers],
    venues: [venues],
    funding: [appropriations, disbursements],
  }
}
