import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { DuplicateDetail, MergeField, MergeLine } from '../../shared/models/duplicate.ts'
import { mergeFields } from '../../shared/models/duplicate.ts'
import type { PersonDetail } from '../../shared/models/person.ts'
import { isBefore } from '../../shared/rules/terms.ts'
import type { Reading } from '../pinyin.ts'
import type { Database, Reader } from './database.ts'
import { type HeldTable, heldTables } from './held-tables.ts'
import { loadPerson } from './people.ts'
import type { Patch, PersonRecord, Tables } from './rows.ts'
import type { Transaction } from './transaction.ts'

interface Version {
  readonly id: string
  readonly version: number
}

/** A field as the window may see it. */
const shownOf = (person: PersonDetail, field: MergeField): string | null => {
  switch (field) {
    case 'idNumber':
      return person.idNumberMasked
    case 'phone':
      return person.phoneMasked
    case 'phone2':
      return person.phone2Masked
    default:
      return person[field] === '' ? null : person[field]
  }
}

/** Both records, and the fields in which they differ: what is filled is suggested before a blank, else the first. */
export const loadDuplicate = async (reader: Reader, aId: string, bId: string): Promise<DuplicateDetail> => {
  const [a, b] = await Promise.all([loadPerson(reader, aId), loadPerson(reader, bId)])
  const full = await reader.query<{ field: MergeField; same: number }>(
    mergeFields
      .map(
        (field) =>
          `SELECT '${field}' AS "field", CASE WHEN coalesce(a.${snakeCase(field)}, '') = coalesce(b.${snakeCase(field)}, '')
             THEN 1 ELSE 0 END AS "same" FROM person a, person b WHERE a.id = ? AND b.id = ?`,
      )
      .join(' UNION ALL '),
    mergeFields.flatMap(() => [aId, bId]),
  )
  const differing = new Set(full.filter((row) => row.same === 0).map((row) => row.field))
  const lines = mergeFields
    .filter((field) => differing.has(field))
    .map((field): MergeLine => {
      const [shownA, shownB] = [shownOf(a, field), shownOf(b, field)]
      return { field, a: shownA, b: shownB, suggested: shownA === null && shownB !== null ? 'b' : 'a' }
    })
  return { a, b, lines }
}

const snakeCase = (field: string): string =>
  field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const find = async (tx: Transaction, { id, version }: Version) => {
  const person = await tx.find('person', id)
  if (person === null || person.mergedIntoId !== null) throw new AppError('record.missing')
  if (person.version !== version) throw new AppError('record.changed')
  return person
}

/** Facts without a choice of their own: a blank is filled from the other record. */
const filledFields = [
  'partyStatus',
  'politicalStatus',
  'outOfContact',
  'outOfContactSince',
  'floating',
  'floatingTo',
] as const

const patchOf = (keep: PersonRecord, other: PersonRecord, take: readonly MergeField[]): Patch<'person'> => ({
  ...Object.fromEntries(take.map((field) => [field, other[field]])),
  ...Object.fromEntries(
    filledFields.filter((field) => keep[field] === null).map((field) => [field, other[field]]),
  ),
  // Whoever is in the office's care with one record is so with both.
  ...(keep.endedOn !== null && other.endedOn === null ? { endedOn: null, endedReason: null } : {}),
})

type Held = Tables[HeldTable]

const heldBy = async (tx: Transaction, table: HeldTable, personId: string): Promise<readonly Held[]> => {
  const rows = await tx.query<{ id: string }>(
    `SELECT id AS "id" FROM ${table} WHERE person_id = ? ORDER BY id`,
    [personId],
  )
  const found = await tx.findAll(
    table,
    rows.map((row) => row.id),
  )
  return rows.flatMap((row) => found.get(row.id) ?? [])
}

/** What tells two things held in one unit apart: 楼栋长 of two buildings are two posts. */
const telling = ['kind', 'estateId', 'place', 'team'] as const

const tell = (row: Held, key: (typeof telling)[number]): unknown => Reflect.get(row, key) ?? null

/** Nobody holds the same twice at one time; what one row leaves blank may be what the other tells. */
const twinOf = (living: readonly Held[], row: Held): Held | undefined => {
  const alike = living.filter(
    (one) =>
      one.unitId === row.unitId &&
      telling.every((key) => {
        const [a, b] = [tell(one, key), tell(row, key)]
        return a === null || b === null || a === b
      }),
  )
  return alike.find((one) => telling.every((key) => tell(one, key) === tell(row, key))) ?? alike[0]
}

/** The earlier of two beginnings; one that is known before one that is not. */
const earlier = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? (a ?? b) : isBefore(b, a) ? b : a

/** Blank facts of what both hold, filled from the other row. */
const blanksOf = (twin: Held, row: Held): Readonly<Record<string, string | number | null>> =>
  Object.fromEntries(
    Object.entries(row).filter(
      ([key, value]) => value !== null && Reflect.get(twin, key) === null && key !== 'endsOn',
    ),
  )

/** Hands on what the other record holds; what both hold is held once from then on. */
const moveHeld = async (
  tx: Transaction,
  table: HeldTable,
  keepId: string,
  otherId: string,
  today: string,
): Promise<void> => {
  const living = (await heldBy(tx, table, keepId)).filter((row) => row.endsOn === null)
  // A person belongs to one branch: the record that stays knows which.
  const elsewhere = table === 'membership' && living.length > 0
  const over = (row: Held) => (row.startsOn !== null && isBefore(today, row.startsOn) ? row.startsOn : today)
  for (const row of await heldBy(tx, table, otherId)) {
    const twin = row.endsOn === null ? twinOf(living, row) : undefined
    if (twin !== undefined) {
      const patch = { ...blanksOf(twin, row), startsOn: earlier(twin.startsOn, row.startsOn) }
      const version = await tx.update(table, twin.id, twin.version, patch)
      living[living.indexOf(twin)] = { ...twin, ...patch, version } as Held
      // The other row stays readable with the record it belongs to.
      await tx.update(table, row.id, row.version, { endsOn: over(row) })
      continue
    }
    const ends = elsewhere && row.endsOn === null ? { endsOn: over(row) } : {}
    await tx.update(table, row.id, row.version, { personId: keepId, ...ends })
    if (row.endsOn === null && !elsewhere) living.push({ ...row, personId: keepId, version: row.version + 1 })
  }
}

/** Where a record names somebody: 管理人 of a venue, 负责人 and 联络员 of a partner unit. */
const namings = [
  { rows: 'venue', table: 'venue', field: 'keeperId' },
  { rows: 'partnerUnit', table: 'partner_unit', field: 'leaderId' },
  { rows: 'partnerUnit', table: 'partner_unit', field: 'liaisonId' },
] as const

/** Whatever named the other record names the one that stays. */
const renameHolders = async (tx: Transaction, keepId: string, otherId: string): Promise<void> => {
  for (const { rows, table, field } of namings) {
    const naming = await tx.query<Version>(
      `SELECT id AS "id", version AS "version" FROM ${table} WHERE ${snakeCase(field)} = ? ORDER BY id`,
      [otherId],
    )
    await tx.updateAll(rows, naming, { [field]: keepId })
  }
}

/**
 * Two records are one person: `keep` stays, with the fields in `take` from the other, and gets the other's posts,
 * memberships, reports and volunteering, and is named wherever the other was; what both hold at the same time is held once, since the earlier day; of two branches that of the
 * kept record stays. The other is kept out of sight, naming the one that stayed. Throws `record.missing`, `record.changed`, `value.invalid`.
 */
export const mergePeople = (
  db: Database,
  merger: {
    readonly keep: Version
    readonly other: Version
    readonly take: readonly MergeField[]
    /** Of the name that comes out, where name or surname reading are taken from the other. */
    readonly reading?: Reading | null
  },
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'person.merge', label: '合并人员', undoable: true }, async (tx) => {
    if (merger.keep.id === merger.other.id) {
      throw new AppError('value.invalid', { reason: '请选择两条不同的记录' })
    }
    const [keep, other] = [await find(tx, merger.keep), await find(tx, merger.other)]
    tx.relabel(`合并重复人员 ${other.name} 到 ${keep.name}`)
    for (const table of heldTables) await moveHeld(tx, table, keep.id, other.id, today)
    await renameHolders(tx, keep.id, other.id)
    const into = await tx.query<Version>(
      'SELECT id AS "id", version AS "version" FROM person WHERE merged_into_id = ?',
      [other.id],
    )
    for (const { id, version } of into) await tx.update('person', id, version, { mergedIntoId: keep.id })
    // The ID number is given up first: nobody else may have it.
    await tx.update('person', other.id, other.version, { mergedIntoId: keep.id })
    const patch = { ...patchOf(keep, other, merger.take), ...(merger.reading ?? {}) }
    return { version: await tx.update('person', keep.id, keep.version, patch) }
  })

/** 不是同一人: the pair is not shown again. */
export const dismissDuplicate = (db: Database, aId: string, bId: string): Promise<void> =>
  db.edit({ action: 'person.not-same', label: '不是同一人', undoable: true }, async (tx) => {
    const [first, second] = aId < bId ? [aId, bId] : [bId, aId]
    const [a, b] = [await tx.find('person', first), await tx.find('person', second)]
    if (a === null || b === null || first === second) throw new AppError('record.missing')
    tx.relabel(`${a.name}：两条记录不是同一人`)
    const [known] = await tx.query<{ id: string }>(
      'SELECT id AS "id" FROM not_same WHERE a_id = ? AND b_id = ?',
      [first, second],
    )
    if (known === undefined) await tx.insert('notSame', { id: randomUUID(), aId: first, bId: second })
  })
