import fc from 'fast-check'
import type { Database } from '../../main/database/database.ts'
import { disburse, reverse } from '../../main/database/funding-vouchers.ts'
import { updatePerson } from '../../main/database/person-edits.ts'
import { mergePeople } from '../../main/database/person-merge.ts'
import { endPerson, transferMembers } from '../../main/database/person-terms.ts'
import { assignPost } from '../../main/database/post-edits.ts'
import type { Transaction } from '../../main/database/transaction.ts'
import { dissolveUnit } from '../../main/database/unit-dissolve.ts'
import { moveUnits } from '../../main/database/unit-move.ts'
import { renameUnit } from '../../main/database/unit-rename.ts'
import { AppError } from '../../shared/errors.ts'
import { noReading } from './district.ts'
import { change } from './imports.ts'
import { personRow, postRow, unitRow } from './office.ts'

const today = '2026-11-25'

export const step = fc.record({ what: fc.nat(19), a: fc.nat(60), b: fc.nat(60) })
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length]

interface Row {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly unitId: string
  readonly personId: string
}

const living = {
  person:
    'SELECT id, version, name FROM person WHERE ended_on IS NULL AND merged_into_id IS NULL ORDER BY id',
  branch: `SELECT id, version, name FROM unit WHERE kind = 'branch' AND dissolved_on IS NULL ORDER BY id`,
  community: `SELECT id, version, name FROM unit WHERE kind = 'communityCommittee' AND dissolved_on IS NULL ORDER BY id`,
  unit: 'SELECT id, version, name FROM unit WHERE dissolved_on IS NULL ORDER BY id',
  estate: 'SELECT id, version, name FROM estate WHERE ended_on IS NULL ORDER BY id',
  partner: 'SELECT id, version, name FROM partner_unit ORDER BY id',
  venue: 'SELECT id, version, name FROM venue ORDER BY id',
  membership:
    'SELECT id, version, person_id AS "personId", unit_id AS "unitId" FROM membership WHERE ends_on IS NULL ORDER BY id',
  post: 'SELECT id, version, person_id AS "personId", unit_id AS "unitId" FROM post WHERE ends_on IS NULL ORDER BY id',
  voucher: 'SELECT id, version FROM disbursement WHERE reverses_id IS NULL ORDER BY id',
} as const

type Reads = Pick<Transaction, 'query'>
const one = async (reader: Reads, what: keyof typeof living, at: number): Promise<Row> => {
  const row = pick(await reader.query<Row>(living[what]), at)
  if (row === undefined) throw new AppError('record.missing')
  return row
}

const term = { startsOn: null, endsOn: null }

/** One thing that an import does. */
export const importStep = async (tx: Transaction, { what, a, b }: Step, id: string): Promise<void> => {
  const find = (which: keyof typeof living, at = a) => one(tx, which, at)
  switch (what) {
    case 0:
    case 1:
    case 2:
      return tx.insert('person', personRow(id, `导入${id}`, { phone: `138000${String(a).padStart(5, '0')}` }))
    case 3:
      return tx.insert('unit', unitRow(id, 'branch', `支部${id}`, (await find('community')).id, 30))
    case 4:
      return tx.insert('unit', unitRow(id, 'buildingGroup', `小组${id}`, (await find('branch')).id, 30))
    case 5:
      return tx.insert('estate', {
        id,
        communityId: (await find('community')).id,
        name: id,
        buildingCount: null,
        householdCount: null,
        endedOn: null,
      })
    case 6: {
      const person = await find('person')
      const held = await tx.query<Row>(`${living.membership.replace('ORDER', 'AND person_id = ? ORDER')}`, [
        person.id,
      ])
      for (const row of held) await change(tx, 'membership', row.id, { endsOn: '2026-05-01' })
      return tx.insert('membership', {
        id,
        personId: person.id,
        unitId: (await find('branch', b)).id,
        ...term,
      })
    }
    case 7: {
      const unitId = (await find('branch')).id
      const held = await tx.query<Row>(
        `${living.post.replace('ORDER', "AND unit_id = ? AND kind = 'secretary' ORDER")}`,
        [unitId],
      )
      for (const row of held) await change(tx, 'post', row.id, { endsOn: '2026-05-01' })
      return tx.insert('post', postRow(id, unitId, 'secretary', (await find('person', b)).id))
    }
    case 8:
      return tx.insert('partnerUnit', { id, name: id, leaderId: (await find('person')).id })
    case 9:
      return change(tx, 'unit', (await find('branch')).id, { partnerUnitId: (await find('partner', b)).id })
    case 10:
      return tx.insert('volunteer', {
        id,
        personId: (await find('person')).id,
        unitId: (await find('community', b)).id,
        team: null,
        serviceType: null,
        specialty: null,
        ...term,
      })
    case 11:
      return tx.insert('venue', {
        id,
        name: id,
        communityId: (await find('community')).id,
        estateId: null,
        address: null,
        areaDm2: null,
        rightKind: null,
        owner: null,
        seats: null,
        leaseFrom: null,
        leaseTo: null,
        rentFen: null,
        keeperId: (await find('person', b)).id,
        openingHours: null,
        functions: null,
        note: '',
        endedOn: null,
      })
    case 12:
      return tx.insert('venueUnit', {
        id,
        venueId: (await find('venue')).id,
        unitId: (await find('branch', b)).id,
        ...term,
      })
    case 13:
      return tx.insert('partnerLink', {
        id,
        partnerUnitId: (await find('partner')).id,
        unitId: (await find('community', b)).id,
        estateId: null,
        ...term,
      })
    case 14:
      return tx.insert('appropriation', {
        id,
        year: 2026,
        unitId: (await find('branch')).id,
        sourceId: 'source-1',
        amountFen: 1000 + b,
        date: '2026-02-01',
        note: '',
        standardId: null,
        onceKey: null,
        reversesId: null,
      })
    case 15:
      return tx.insert('disbursement', {
        id,
        year: 2026,
        unitId: pick(['b1', 'b2'], a) ?? '',
        sourceId: 'source-1',
        date: '2026-02-02',
        voucherNo: `J-${id}`,
        summary: '',
        category: '',
        payee: '',
        handler: '',
        amountFen: 10 + b,
        reversesId: null,
      })
    case 16:
      return change(tx, 'person', (await find('person')).id, {
        phone: `139000${String(b).padStart(5, '0')}`,
        note: id,
      })
    case 17:
      return change(tx, 'unit', (await find('branch')).id, { name: `改名${id}`, pinyin: id })
    case 18:
      return change(tx, 'unit', (await find('branch')).id, { parentId: (await find('community', b)).id })
    default:
      return tx.insert('unitEstate', {
        id,
        unitId: (await find('branch')).id,
        estateId: (await find('estate', b)).id,
        ...term,
      })
  }
}

/** One thing that somebody does later, through the program's own edits; false when it is refused. */
export const handStep = async (db: Database, { what, a, b }: Step, n: number): Promise<boolean> => {
  try {
    await act(db, what, a, b, n)
    return true
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return false
  }
}

const act = async (db: Database, what: number, a: number, b: number, n: number): Promise<unknown> => {
  const find = (which: keyof typeof living, at = a) => one(db, which, at)
  switch (what) {
    case 0:
    case 1: {
      const { id, version } = await find('person')
      return updatePerson(db, id, version, { phone: `137000${String(n).padStart(5, '0')}` }, null)
    }
    case 2: {
      const { id, version } = await find('person')
      return updatePerson(db, id, version, { name: `手改${n}` }, { pinyin: `shougai${n}`, initials: 'sg' })
    }
    case 3:
      return renameUnit(db, { ...(await find('unit')), name: `手名${n}`, on: '2026-06-01' }, noReading, today)
    case 4:
      return moveUnits(
        db,
        {
          units: [await find('branch')],
          parentId: (await find('community', b)).id,
          beside: null,
          on: '2026-06-01',
        },
        today,
      )
    case 5:
      return transferMembers(
        db,
        { personIds: [(await find('person')).id], unitId: (await find('branch', b)).id, on: '2026-06-01' },
        today,
      )
    case 6: {
      const { id, version } = await find('unit')
      return dissolveUnit(db, id, version, '2026-06-01', today)
    }
    case 7: {
      const { id, version } = await find('person')
      return endPerson(db, { id, version, on: '2026-06-01', reason: '迁出' }, today)
    }
    case 8: {
      const [keep, other] = [await find('person'), await find('person', b)]
      return mergePeople(db, { keep, other, take: [] }, today)
    }
    case 9:
      return reverse(db, { id: (await find('voucher')).id, date: '2026-06-01', reason: '' })
    case 10:
    case 11:
    case 12:
      return disburse(db, {
        unitId: (await find('branch')).id,
        sourceId: 'source-1',
        date: '2026-06-01',
        voucherNo: null,
        summary: '',
        category: '',
        payee: '',
        handler: '',
        amountFen: 900,
      })
    default:
      return assignPost(
        db,
        {
          unitId: (await find('branch')).id,
          kind: what % 2 === 0 ? 'secretary' : 'committeeMember',
          holder: { kind: 'known', id: (await find('person', b)).id },
          position: '',
          startsOn: '2026-06-01',
          replaces: null,
        },
        today,
      )
  }
}
