import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { PersonOption } from '../../shared/models/people-list.ts'
import type { MemberCategory, MemberKind } from '../../shared/models/person.ts'
import { birthOfIdNumber } from '../../shared/rules/id-number.ts'
import { maskedPhone } from '../../shared/rules/masking.ts'
import { nameKey } from '../../shared/rules/names.ts'
import { termProblem } from '../../shared/rules/terms.ts'
import type { Reading } from '../pinyin.ts'
import type { Database, Reader } from './database.ts'
import { newPerson, refuseTakenIdNumber } from './person-edits.ts'
import { newMembership, refuseMembers } from './person-terms.ts'
import { findLiving } from './unit-checks.ts'

/** Checked values of somebody new. */
export interface NewPerson {
  readonly name: string
  readonly reading: Reading
  readonly gender: string | null
  /** At most two. */
  readonly phones: readonly string[]
  readonly idNumber: string | null
  readonly category: MemberCategory | null
  readonly memberKind: MemberKind | null
  readonly unitId: string | null
  /** ISO day. */
  readonly on: string
}

/** Somebody new, at once a member of a branch if told so. Throws `value.invalid`, `record.missing`, `unit.dissolved`. */
export const addPerson = (db: Database, person: NewPerson, today: string): Promise<{ readonly id: string }> =>
  db.edit({ action: 'person.add', label: `新增人员 ${person.name}`, undoable: true }, async (tx) => {
    const { name, reading, phones, idNumber, unitId, on } = person
    if (termProblem(on, null, today) !== null) {
      throw new AppError('value.invalid', { reason: '转入日期晚于今天' })
    }
    const id = randomUUID()
    if (idNumber !== null) await refuseTakenIdNumber(tx, id, idNumber)
    if (unitId !== null) refuseMembers(await findLiving(tx, unitId), on)
    await tx.insert('person', {
      ...newPerson(id, name, reading, phones),
      gender: person.gender,
      idNumber,
      birthDate: idNumber === null ? null : birthOfIdNumber(idNumber),
      category: person.category,
      memberKind: person.memberKind,
    })
    if (unitId !== null) await tx.insert('membership', newMembership(id, unitId, on))
    return { id }
  })

/** Who has the same ID number, or the same name and one of the phones; at most 5. Empty values match nobody. */
export const findAlike = async (
  reader: Reader,
  asked: { readonly name: string; readonly phones: readonly string[]; readonly idNumber: string | null },
): Promise<readonly PersonOption[]> => {
  const [phone = '', phone2 = phone] = asked.phones
  const rows = await reader.query<{
    id: string
    name: string
    phone: string | null
    idNumber: string | null
  }>(
    `SELECT id AS "id", name AS "name", phone AS "phone", id_number AS "idNumber" FROM person
     WHERE merged_into_id IS NULL AND (id_number = ? OR phone IN (?, ?) OR phone2 IN (?, ?)) ORDER BY id LIMIT 20`,
    [asked.idNumber ?? '', phone, phone2, phone, phone2],
  )
  return rows
    .filter(
      (row) =>
        (asked.idNumber !== null && row.idNumber === asked.idNumber) ||
        nameKey(row.name) === nameKey(asked.name),
    )
    .slice(0, 5)
    .map((row) => ({ id: row.id, name: row.name, phoneMasked: maskedPhone(row.phone), posts: '' }))
}
