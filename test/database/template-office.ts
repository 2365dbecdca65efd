import type { Database } from '../../main/database/database.ts'
import { personRow, postRow, setUp, smallOffice, unitRow } from './office.ts'

const open = { startsOn: null, endsOn: null }

/** The small office with something for each ledger, and as much again that is over, elsewhere or taken back. */
export const fullOffice = async (): Promise<Database> => {
  const db = await smallOffice()
  const sources = await db.query<{ id: string; name: string }>(
    'SELECT id, name FROM fund_source ORDER BY sort',
  )
  const [first, second] = sources.map(({ id }) => id)
  if (first === undefined || second === undefined) throw new Error('an office has sources')
  await db.edit(setUp, async (tx) => {
    await tx.insertAll('unit', [
      unitRow('branch-2', 'branch', '阳光花园党支部', 'community', 3),
      unitRow('other', 'communityCommittee', '堰中社区党委', 'street', 2),
      unitRow('other-branch', 'branch', '堰中党支部', 'other'),
      { ...unitRow('gone', 'branch', '老院子党支部', 'community', 4), dissolvedOn: '2024-01-01' },
    ])
    await tx.insertAll('estate', [
      {
        id: 'estate',
        communityId: 'community',
        name: '百二河雅苑',
        buildingCount: 12,
        householdCount: 480,
        endedOn: null,
      },
      {
        id: 'estate-2',
        communityId: 'community',
        name: '阳光花园',
        buildingCount: null,
        householdCount: null,
        endedOn: null,
      },
    ])
    await tx.insertAll('unitEstate', [
      { id: 'serves-1', unitId: 'branch', estateId: 'estate', ...open },
      { id: 'serves-2', unitId: 'emergency', estateId: 'estate', ...open },
    ])
    await tx.insertAll('person', [
      personRow('full', '阿依古丽·买买提', {
        gender: '女',
        ethnicity: '维吾尔族',
        birthDate: '1980-01-01',
        idNumber: '420302198001010000',
        phone: '13900002222',
        phone2: '0719-8651234',
        category: 'full',
        joinedOn: '2005-07',
        confirmedOn: '2006-07-01',
        education: '大学本科',
        occupation: '区税务局科员',
        address: '百二河雅苑 3 号楼',
        outOfContact: 0,
        floating: 1,
        floatingTo: '武汉',
        note: '骨干',
      }),
      personRow('left', '王离', { endedOn: '2025-01-01', endedReason: '迁出' }),
      personRow('head', '楼长甲', { phone: '13900003333', gender: '男', politicalStatus: '群众' }),
      personRow('head-2', '单元长乙', { phone: '13900004444', category: 'probationary' }),
      personRow('worker', '网格员丙', { phone: '13900005555' }),
      personRow('liaison', '联络员丁', { phone: '13900006666' }),
    ])
    await tx.insertAll('membership', [
      { id: 'm-2', personId: 'full', unitId: 'branch-2', ...open },
      { id: 'm-3', personId: 'left', unitId: 'branch', ...open },
      { id: 'm-4', personId: 'head', unitId: 'other-branch', ...open },
      { id: 'm-5', personId: 'worker', unitId: 'branch', startsOn: null, endsOn: '2024-01-01' },
      { id: 'm-6', personId: 'head-2', unitId: 'group', ...open },
    ])
    await tx.insertAll('reporting', [
      {
        id: 'r-1',
        personId: 'full',
        unitId: 'community',
        workUnit: '区税务局',
        claimedPost: '政策宣传',
        specialty: null,
        partyCommittee: '区税务局党委',
        serviceType: null,
        startsOn: '2026-03-01',
        endsOn: null,
      },
    ])
    await tx.insertAll('volunteer', [
      {
        id: 'v-1',
        personId: 'head',
        unitId: 'community',
        team: '六堰社区志愿服务队',
        serviceType: '环境卫生',
        specialty: null,
        startsOn: '2026-03',
        endsOn: null,
      },
    ])
    await tx.insertAll('post', [
      { ...postRow('p-10', 'group', 'groupLeader', 'head-2') },
      {
        ...postRow('p-11', 'community', 'buildingHead', 'head'),
        estateId: 'estate',
        place: '10号楼',
        households: 48,
      },
      { ...postRow('p-12', 'community', 'stairwellHead', 'head-2'), estateId: 'estate', place: '2号楼1单元' },
      { ...postRow('p-13', 'community', 'gridWorker', 'worker'), place: '第一网格', households: 300 },
      { ...postRow('p-14', 'community', 'gridWorker', 'head'), endsOn: '2025-06-01' },
    ])
    await tx.insertAll('partnerUnit', [
      {
        id: 'tax',
        name: '区税务局',
        address: '北京中路8号',
        leaderId: 'zou',
        leaderPosition: '党委书记、局长',
        liaisonId: 'liaison',
        note: null,
      },
    ])
    await tx.insertAll('partnerLink', [
      { id: 'l-1', partnerUnitId: 'tax', unitId: 'community', estateId: 'estate', ...open },
      { id: 'l-2', partnerUnitId: 'tax', unitId: 'community', estateId: 'estate-2', ...open },
      { id: 'l-3', partnerUnitId: 'tax', unitId: 'other', estateId: null, ...open },
    ])
    const [emergency] = await tx.query<{ version: number }>("SELECT version FROM unit WHERE id = 'emergency'")
    await tx.update('unit', 'emergency', emergency?.version ?? 1, { partnerUnitId: 'tax' })
    await tx.update('post', 'post-2', 1, { position: '党委书记、局长' })
    await tx.insert('venue', {
      id: 'venue',
      name: '百二河雅苑党群活动室',
      communityId: 'community',
      estateId: 'estate',
      address: '3 号楼 1 层',
      areaDm2: 9050,
      rightKind: 'shared',
      owner: null,
      seats: 40,
      leaseFrom: '2026-01',
      leaseTo: null,
      rentFen: 1200050,
      keeperId: 'head',
      openingHours: '每日8:30-17:30',
      functions: null,
      note: '',
      endedOn: null,
    })
    await tx.insertAll('venueUnit', [
      { id: 'vu-1', venueId: 'venue', unitId: 'branch', ...open },
      { id: 'vu-2', venueId: 'venue', unitId: 'branch-2', ...open },
    ])
    const given = (
      id: string,
      sourceId: string,
      amountFen: number,
      year = 2026,
      reversesId: string | null = null,
    ) => ({
      id,
      year,
      unitId: 'branch',
      sourceId,
      amountFen,
      date: `${year}-03-01`,
      note: '',
      standardId: null,
      onceKey: null,
      reversesId,
    })
    await tx.insertAll('appropriation', [
      given('a-1', first, 1_000_000),
      given('a-2', first, 50_050),
      given('a-3', second, 500_000),
      given('a-4', second, -500_000, 2026, 'a-3'),
      given('a-5', first, 900_000, 2025),
    ])
    const paid = (id: string, voucherNo: string, amountFen: number, reversesId: string | null = null) => ({
      id,
      year: 2026,
      unitId: 'branch',
      sourceId: first,
      date: '2026-03-05',
      voucherNo,
      summary: '主题党日活动',
      category: '活动经费',
      payee: '',
      handler: '许文雪',
      amountFen,
      reversesId,
    })
    await tx.insertAll('disbursement', [
      paid('d-1', '记-10', 52_587),
      paid('d-2', '记-9', 4_752),
      paid('d-3', '记-11', 100_00),
      paid('d-4', '记-12', -100_00, 'd-3'),
    ])
  })
  return db
}
