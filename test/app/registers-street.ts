import { blankUnit } from '../../main/database/blank-unit.ts'
import type { Database } from '../../main/database/database.ts'
import type { NewRow } from '../../main/database/rows.ts'
import { venueRights } from '../../shared/models/venue.ts'
import { personRow, postRow, setUp, unitRow } from '../database/office.ts'
import { partnerRow, venueRow, volunteerRow } from '../database/registers-office.ts'

/** The scale that 张湾区 reports: communities, branches, venues, partner units, people who report, volunteers. */
export const scale = {
  communities: 34,
  branches: 335,
  venues: 59,
  uses: 70,
  partners: 61,
  reports: 2497,
  volunteers: 50_511,
} as const

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾']
const given = ['伟', '秀英', '文雪', '磊', '桂兰', '志强', '丽', '建国', '海燕', '明', '艳', '军', '晓东']
const communityNames = ['六堰', '七里', '车城', '张湾', '红卫', '花果', '汉江', '柏林', '东岳', '百二河']
const estates = ['阳光花园', '花园路华庭', '锦绣新村', '滨河雅苑', '翠苑', '蓝山', '汉江明珠', '百二河雅苑']
const teams = ['绿色家园服务队', '平安巡逻队', '银龄互助队', '红马甲服务队', null]
const services = ['环境整治', '邻里守望', '助老助残', '政策宣传', '应急救援']

const at = <T>(list: readonly T[], n: number): T => list[n % list.length] as T

const rows = new Map<string, NewRow<'person'>>()
/** The reading of a name is worked out once. */
const named = (id: string, name: string, phone: string | null): NewRow<'person'> => {
  const row = rows.get(name) ?? personRow(id, name)
  rows.set(name, row)
  return { ...row, id, phone }
}

const branchName = (n: number): string => `${at(estates, n)}${Math.floor(n / estates.length) + 1}区党支部`

/** Fills the tables through the database, as an import would. */
export const fillStreet = (db: Database): Promise<void> =>
  db.edit(setUp, async (tx) => {
    const communities = Array.from({ length: scale.communities }, (_, n) => ({
      id: `c${n}`,
      name: `${at(communityNames, n)}${n < communityNames.length ? '' : Math.floor(n / communityNames.length) + 1}社区党委`,
    }))
    await tx.insertAll('unit', [
      unitRow('street', 'streetCommittee', '汉江路街道党工委', null),
      ...communities.map(({ id, name }, n) => unitRow(id, 'communityCommittee', name, 'street', n)),
      ...Array.from({ length: scale.branches }, (_, n) => ({
        ...unitRow(`b${n}`, 'branch', branchName(n), `c${n % scale.communities}`, n),
        ...blankUnit,
      })),
    ])
    await tx.insertAll(
      'estate',
      estates.map((name, n) => ({
        id: `e${n}`,
        communityId: `c${n}`,
        name,
        buildingCount: 8,
        householdCount: 420,
        endedOn: null,
      })),
    )
    await tx.insertAll(
      'person',
      Array.from({ length: scale.volunteers }, (_, n) => ({
        ...named(
          `p${n}`,
          `${at(surnames, n * 7)}${at(given, Math.floor(n / surnames.length))}`,
          `1380${String(n).padStart(7, '0')}`,
        ),
        politicalStatus: n % 3 === 0 ? '群众' : null,
        category: n % 3 === 1 ? ('full' as const) : null,
      })),
    )
    await tx.insertAll(
      'volunteer',
      Array.from({ length: scale.volunteers }, (_, n) => ({
        ...volunteerRow(`w${n}`, `p${n}`, `c${n % scale.communities}`),
        team: at(teams, n),
        serviceType: at(services, n),
        specialty: n % 4 === 0 ? '水电维修' : null,
        startsOn: '2024-03-05',
      })),
    )
    await tx.insertAll(
      'reporting',
      Array.from({ length: scale.reports }, (_, n) => ({
        id: `r${n}`,
        personId: `p${n}`,
        unitId: `c${n % scale.communities}`,
        workUnit: at(['区税务局', '区教育局', '区人民医院', '区自然资源局'], n),
        claimedPost: at(['政策宣传员', '文明劝导员'], n),
        specialty: null,
        partyCommittee: '区直机关工委',
        serviceType: at(services, n),
        startsOn: '2025-03-01',
        endsOn: null,
      })),
    )
    await addVenues(tx.insertAll.bind(tx))
    await tx.insertAll('post', [
      { ...postRow('h1', 'b1', 'buildingHead', 'p1'), estateId: 'e1', place: '1号楼' },
      { ...postRow('h2', 'b1', 'stairwellHead', 'p2'), estateId: 'e1', place: '1号楼2单元' },
    ])
    await tx.insertAll(
      'partnerUnit',
      Array.from({ length: scale.partners }, (_, n) => ({
        ...partnerRow(`u${n}`, n === 0 ? '区税务局' : `第${n}中学`),
        leaderId: `p${n * 3}`,
        leaderPosition: '党组书记、局长',
        liaisonId: n % 5 === 0 ? null : `p${n * 3 + 1}`,
      })),
    )
    await tx.insertAll('unit', [
      {
        ...unitRow('em', 'emergencyBranch', '花园路华庭应急党支部', 'c1', 900),
        besideId: 'b1',
        partnerUnitId: 'u0',
      },
    ])
    await tx.insertAll(
      'partnerLink',
      Array.from({ length: scale.partners * 2 }, (_, n) => ({
        id: `k${n}`,
        partnerUnitId: `u${n % scale.partners}`,
        unitId: `c${n % scale.communities}`,
        estateId: n % scale.communities < estates.length ? `e${n % scale.communities}` : null,
        startsOn: null,
        endsOn: null,
      })),
    )
  })

type InsertAll = import('../../main/database/transaction.ts').Transaction['insertAll']

const addVenues = async (insertAll: InsertAll): Promise<void> => {
  await insertAll(
    'venue',
    Array.from({ length: scale.venues }, (_, n) => {
      const rightKind = n % 11 === 10 ? null : at(venueRights, n)
      return {
        ...venueRow(
          `v${n}`,
          `${at(estates, n)}${Math.floor(n / estates.length) + 1}区党群活动室`,
          `c${n % 34}`,
        ),
        estateId: n < estates.length ? `e${n}` : null,
        address: `北京北路${n + 1}号`,
        areaDm2: n % 9 === 8 ? null : 60_00 + n * 150,
        rightKind,
        owner: rightKind === 'leased' ? '汉江物业公司' : null,
        seats: 30 + (n % 5) * 10,
        leaseFrom: rightKind === 'leased' ? '2025-01-01' : null,
        leaseTo: rightKind === 'leased' ? '2027-12-31' : null,
        rentFen: rightKind === 'leased' ? 12_000_00 + n * 100_00 : null,
        keeperId: n % 7 === 6 ? null : `p${n}`,
        openingHours: '每日8:30-17:30',
        functions: '会议室、图书角、调解室',
      }
    }),
  )
  await insertAll(
    'venueUnit',
    Array.from({ length: scale.uses }, (_, n) => ({
      id: `vu${n}`,
      venueId: `v${n % scale.venues}`,
      unitId: `b${n}`,
      startsOn: '2025-01-01',
      endsOn: null,
    })),
  )
}
