import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { DuplicateDetail, MergeField, MergeLine } from '../../shared/models/duplicate.ts'
import { mergeFields } from '../../shared/models/duplicate.ts'
import type { PersonDetail } from '../../shared/models/person.ts'
import { isBefore } from '../../shared/rules/terms.ts'
import type { Database, Reader } from './database.ts'
import { loadPerson } from './people.ts'
import type { Patch, PersonRecord } from './rows.ts'
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
          `SELECT '${field}' AS "field", CASE WHEN coalesce(a.${columnOf(field)}, '') = coalesce(b.${columnOf(field)}, '')
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

const columnOf = (field: MergeField): string =>
  field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const find = async (tx: Transaction, { id, version }: Version) => {
  const person = await tx.find('person', id)
  if (person === null || person.mergedIntoId !== null) throw new AppError('record.missing')
  if (person.version !== version) throw new AppError('record.changed')
  return person
}

/** What goes with a name: its readings, and what it is sorted by. */
const patchOf = (other: PersonRecord, take: readonly MergeField[]): Patch<'person'> => ({
  ...Object.fromEntries(take.map((field) => [field, other[field]])),
  ...(take.includes('name') || take.includes('surnameReading')
    ? {
        pinyin: other.pinyin,
        initials: other.initials,
        readingKey: other.readingKey,
        strokeKey: other.strokeKey,
      }
    : {}),
})

const heldTables = ['post', 'membership', 'reporting'] as const

interface Held {
  readonly id: string
  readonly version: number
  readonly personId: string
  /** What nobody holds twice at one time. */
  readonly what: string
  readonly startsOn: string | null
  readonly endsOn: string | null
}

const heldBy = (
  tx: Transaction,
  table: (typeof heldTables)[number],
  ids: readonly string[],
): Promise<Held[]> =>
  tx.query<Held>(
    `SELECT id AS "id", version AS "version", person_id AS "personId",
       ${table === 'post' ? "unit_id || ' ' || kind" : 'unit_id'} AS "what",
       starts_on AS "startsOn", ends_on AS "endsOn"
     FROM ${table} WHERE person_id IN (?, ?) ORDER BY id`,
    [...ids],
  )

/** The earlier of two beginnings; unknown is the earliest. */
const earlier = (a: string | null, b: string | null): string | null =>
  a === null || b === null ? null : isBefore(b, a) ? b : a

/**
 * Two records are one person: `keep` stays, with the fields in `take` from the other, and gets the other's posts,
 * memberships and reports; what both hold at the same time is held once, since the earlier day. The other is kept out of
 * sight, naming the one that stayed. Throws `record.missing`, `record.changed`, `value.invalid`.
 */
export const mergePeople = (
  db: Database,
  merger: { readonly keep: Version; readonly other: Version; readonly take: readonly MergeField[] },
  today: string,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'person.merge', label: '合并人员', undoable: true }, async (tx) => {
    if (merger.keep.id === merger.other.id) {
      throw new AppError('value.invalid', { reason: '请选择两条不同的记录' })
    }
    const [keep, other] = [await find(tx, merger.keep), await find(tx, merger.other)]
    tx.relabel(`合并重复人员 ${other.name} 到 ${keep.name}`)
    for (const table of heldTables) {
      const held = await heldBy(tx, table, [keep.id, other.id])
      const living = new Map(
        held.filter((row) => row.personId === keep.id && row.endsOn === null).map((row) => [row.what, row]),
      )
      for (const row of held.filter((one) => one.personId === other.id)) {
        const twin = row.endsOn === null ? living.get(row.what) : undefined
        if (twin === undefined) {
          await tx.update(table, row.id, row.version, { personId: keep.id })
          continue
        }
        const startsOn = earlier(twin.startsOn, row.startsOn)
        if (startsOn !== twin.startsOn) await tx.update(table, twin.id, twin.version, { startsOn })
        // Held once from now on: the other row stays readable with the record it belongs to.
        await tx.update(table, row.id, row.version, {
          endsOn: row.startsOn !== null && isBefore(today, row.startsOn) ? row.startsOn : today,
        })
      }
    }
    const into = await tx.query<Version>(
      'SELECT id AS "id", version AS "version" FROM person WHERE merged_into_id = ?',
      [other.id],
    )
    for (const { id, version } of into) await tx.update('person', id, version, { mergedIntoId: keep.id })
    // The ID number is given up first: nobody else may have it.
    await tx.update('person', other.id, other.version, { mergedIntoId: keep.id })
    // Whoever is in the office's care with one record is so with both.
    const alive = keep.endedOn !== null && other.endedOn === null ? { endedOn: null, endedReason: null } : {}
    const patch = { ...patchOf(other, merger.take), ...alive }
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
