import type { Database } from '../../main/database/database.ts'
import type { NewRow } from '../../main/database/rows.ts'
import { postRow, setUp } from './office.ts'

export const venueRow = (id: string, name: string, communityId: string): NewRow<'venue'> => ({
  id,
  name,
  communityId,
  estateId: null,
  address: null,
  areaDm2: null,
  rightKind: null,
  owner: null,
  seats: null,
  leaseFrom: null,
  leaseTo: null,
  rentFen: null,
  keeperId: null,
  openingHours: null,
  functions: null,
  note: '',
  endedOn: null,
})

export const volunteerRow = (id: string, personId: string, unitId: string): NewRow<'volunteer'> => ({
  id,
  personId,
  unitId,
  team: null,
  serviceType: null,
  specialty: null,
  startsOn: null,
  endsOn: null,
})

export const partnerRow = (id: string, name: string): NewRow<'partnerUnit'> => ({ id, name })

/**
 * To the district: venues v1 (shared by branch and b1), v2 (leased, used by branch), v3 (b2), three volunteers, a report,
 * the partner unit `tax`, and 白勇文 as 楼栋长 of 1号楼.
 */
export const addRegisters = (db: Database): Promise<void> =>
  db.edit(setUp, async (tx) => {
    await tx.insertAll('venue', [
      {
        ...venueRow('v1', '百二河雅苑党群活动室', 'community'),
        estateId: 'e1',
        address: '北京路1号',
        areaDm2: 9050,
        rightKind: 'shared',
        seats: 40,
        rentFen: 0,
        keeperId: 'xu',
        openingHours: '每日8:30-17:30',
      },
      {
        ...venueRow('v2', '六堰党员驿站', 'community'),
        areaDm2: 4000,
        rightKind: 'leased',
        leaseFrom: '2025-01-01',
        leaseTo: '2027-12-31',
        rentFen: 12_000_00,
      },
      venueRow('v3', '七里党员活动室', 'c2'),
      { ...venueRow('v4', '已停用的活动室', 'c2'), endedOn: '2025-05-01' },
    ])
    await tx.insertAll('venueUnit', [
      { id: 'u1', venueId: 'v1', unitId: 'branch', startsOn: null, endsOn: null },
      { id: 'u2', venueId: 'v1', unitId: 'b1', startsOn: '2025-01-01', endsOn: null },
      { id: 'u3', venueId: 'v2', unitId: 'branch', startsOn: null, endsOn: null },
      { id: 'u4', venueId: 'v3', unitId: 'b2', startsOn: null, endsOn: null },
      { id: 'u5', venueId: 'v4', unitId: 'b3', startsOn: null, endsOn: null },
    ])
    await tx.insertAll('volunteer', [
      { ...volunteerRow('w-bai', 'bai', 'community'), team: '绿色家园服务队', serviceType: '环境' },
      { ...volunteerRow('w-xu', 'xu', 'community'), team: '平安巡逻队' },
      { ...volunteerRow('w-zou', 'zou', 'c2'), serviceType: '助老' },
    ])
    await tx.insert('reporting', {
      id: 'r1',
      personId: 'zou',
      unitId: 'community',
      workUnit: '区税务局',
      claimedPost: '政策宣传员',
      specialty: null,
      partyCommittee: '区直机关工委',
      serviceType: '政策宣传',
      startsOn: '2025-03-01',
      endsOn: null,
    })
    await tx.insert('partnerUnit', {
      ...partnerRow('tax', '区税务局'),
      leaderId: 'zou',
      leaderPosition: '局长',
      liaisonId: 'bai',
    })
    await tx.insertAll(
      'partnerLink',
      [null, 'e1'].map((estateId, n) => ({
        id: `p${n}`,
        partnerUnitId: 'tax',
        unitId: 'community',
        estateId,
        startsOn: null,
        endsOn: null,
      })),
    )
    await tx.insert('post', { ...postRow('h1', 'b1', 'buildingHead', 'bai'), estateId: 'e1', place: '1号楼' })
    await tx.update('unit', 'emergency', 1, { partnerUnitId: 'tax' })
    await tx.update('person', 'zou', 1, { politicalStatus: '群众' })
  })
