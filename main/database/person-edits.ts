import { AppError } from '../../shared/errors.ts'
import { fieldLabels } from '../../shared/labels.ts'
import type { PersonalField } from '../../shared/models/person.ts'
import { birthOfIdNumber } from '../../shared/rules/id-number.ts'
import type { PersonValues } from '../../shared/rules/person-values.ts'
import { isBefore } from '../../shared/rules/terms.ts'
import type { Reading } from '../pinyin.ts'
import { blankPerson } from './blank-person.ts'
import type { Database, Reader } from './database.ts'
import type { PersonRecord } from './rows.ts'
import type { Transaction } from './transaction.ts'
import { labelsOf } from './unit-edits.ts'

/**
 * `values` are checked ones; `reading`: of the new name, when there is one. Throws `record.missing`,
 * `record.changed`, and `value.invalid` when another person has the ID number.
 */
export const updatePerson = (
  db: Database,
  id: string,
  version: number,
  values: PersonValues,
  reading: Reading | null,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'person.update', label: '修改人员', undoable: true }, async (tx) => {
    const person = await tx.find('person', id)
    if (person === null) throw new AppError('record.missing')
    if (person.mergedIntoId !== null) {
      throw new AppError('value.invalid', { reason: '这条记录已并入另一条，请在保留的记录上修改' })
    }
    if (values.idNumber) await refuseTakenIdNumber(tx, id, values.idNumber)
    refuseOddDates(person, values)
    tx.relabel(`修改 ${person.name} 的${labelsOf('person', values)}`)
    return { version: await tx.update('person', id, version, { ...values, ...reading }) }
  })

/** Born before joining, confirmed after it, born as the ID number says. Only what is changed is judged: ledgers bring odd dates. */
const refuseOddDates = (person: PersonRecord, values: PersonValues): void => {
  const born = values.birthDate === undefined ? person.birthDate : values.birthDate
  const idNumber = values.idNumber === undefined ? person.idNumber : values.idNumber
  if (values.birthDate && idNumber !== null && !birthOfIdNumber(idNumber).startsWith(values.birthDate)) {
    throw new AppError('value.invalid', { reason: '出生日期与身份证号不一致' })
  }
  if (values.joinedOn && born !== null && isBefore(values.joinedOn, born)) {
    throw new AppError('value.invalid', { reason: '入党日期早于出生日期' })
  }
  const joined = values.joinedOn === undefined ? person.joinedOn : values.joinedOn
  const confirmed = values.confirmedOn === undefined ? person.confirmedOn : values.confirmedOn
  const changed = values.joinedOn !== undefined || values.confirmedOn !== undefined
  if (changed && joined !== null && confirmed !== null && isBefore(confirmed, joined)) {
    throw new AppError('value.invalid', { reason: '转正日期早于入党日期' })
  }
}

/** Throws `value.invalid` when another person has the ID number. */
export const refuseTakenIdNumber = async (tx: Transaction, id: string, idNumber: string): Promise<void> => {
  const taken = await tx.query<{ id: string }>(
    'SELECT id AS "id" FROM person WHERE id_number = ? AND id <> ? AND merged_into_id IS NULL',
    [idNumber, id],
  )
  if (taken.length > 0) throw new AppError('value.invalid', { reason: '这个身份证号已登记在另一人名下' })
}

/** Name and surname reading as they stand, to work out a new reading. Throws `record.missing`. */
export const loadReadingParts = async (
  reader: Reader,
  id: string,
): Promise<{ readonly name: string; readonly surnameReading: string | null }> => {
  const [row] = await reader.query<{ name: string; surnameReading: string | null }>(
    'SELECT name AS "name", surname_reading AS "surnameReading" FROM person WHERE id = ?',
    [id],
  )
  if (row === undefined) throw new AppError('record.missing')
  return row
}

/**
 * A personal value in full, empty when there is none. The audit trail keeps who looked at which field of whom, never
 * the value. Throws `record.missing`.
 */
export const revealPersonal = (db: Database, id: string, field: PersonalField): Promise<string> =>
  db.edit({ action: 'person.reveal', label: '查看个人信息', undoable: false }, async (tx) => {
    const person = await tx.find('person', id)
    if (person === null) throw new AppError('record.missing')
    const value = person[field]
    if (value === null) return ''
    tx.relabel(`查看 ${person.name} 的${fieldLabels['person']?.[field] ?? field}`)
    tx.witness('person', id)
    return value
  })

/** A person of whom only name and phones are known. */
export const newPerson = (
  id: string,
  name: string,
  reading: Reading,
  phones: readonly string[],
): Omit<PersonRecord, 'version'> => ({
  ...blankPerson,
  id,
  name,
  ...reading,
  phone: phones[0] ?? null,
  phone2: phones[1] ?? null,
})
