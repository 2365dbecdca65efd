import type { Argument, HandlersOf } from '../../shared/ipc.ts'
import type { memberRequests } from '../../shared/requests/members.ts'
import { checkIdNumber } from '../../shared/rules/id-number.ts'
import { checkName, cleanName } from '../../shared/rules/names.ts'
import { checkPhones } from '../../shared/rules/phone.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import type { Context } from '../context.ts'
import { loadDuplicates } from '../database/duplicates.ts'
import { addPerson, findAlike } from '../database/person-add.ts'
import { loadReadingParts } from '../database/person-edits.ts'
import { dismissDuplicate, loadDuplicate, mergePeople } from '../database/person-merge.ts'
import { endMembership, endPerson, returnPerson, transferMembers } from '../database/person-terms.ts'
import type { Reader } from '../database/reader.ts'
import { beginReport, endReport, updateReport } from '../database/reporting-edits.ts'
import { accepted } from './holders.ts'
import { readingOf } from './readings.ts'

const today = (): string => dayOf(new Date())

/** The reading of the name that comes out of a merger; null where it stays as it is. */
const mergedReading = async (reader: Reader, { keep, other, take }: Argument<'duplicate.merge'>) => {
  if (!take.includes('name') && !take.includes('surnameReading')) return null
  const [kept, gone] = [await loadReadingParts(reader, keep.id), await loadReadingParts(reader, other.id)]
  const name = (take.includes('name') ? gone : kept).name
  return readingOf(name, 'person', (take.includes('surnameReading') ? gone : kept).surnameReading)
}

export const memberHandlers: HandlersOf<typeof memberRequests, Context> = {
  'person.add': async ({ name: typed, phone, idNumber, ...person }, { database }) => {
    const name = accepted(checkName(typed))
    const phones = accepted(checkPhones(phone))
    const id = idNumber.trim() === '' ? null : accepted(checkIdNumber(idNumber, today()))
    const reading = await readingOf(name, 'person')
    return addPerson(database(), { ...person, name, reading, phones, idNumber: id }, today())
  },
  'person.alike': ({ name, phone, idNumber }, { database }) => {
    // While somebody is typing, what is not whole yet matches nobody.
    const phones = checkPhones(phone)
    const id = checkIdNumber(idNumber, today())
    return findAlike(database(), {
      name: cleanName(name),
      phones: phones.ok ? phones.value : [],
      idNumber: id.ok ? id.value : null,
    })
  },
  'person.end': (end, { database }) => endPerson(database(), end, today()),
  'person.return': (back, { database }) => returnPerson(database(), back, today()),
  'membership.transfer': (transfer, { database }) => transferMembers(database(), transfer, today()),
  'membership.end': (end, { database }) => endMembership(database(), end, today()),
  'report.begin': (report, { database }) => beginReport(database(), report, today()),
  'report.update': ({ id, version, fields }, { database }) => updateReport(database(), id, version, fields),
  'report.end': (end, { database }) => endReport(database(), end, today()),
  'duplicate.list': (_, { database }) => loadDuplicates(database().slow),
  'duplicate.load': ({ aId, bId }, { database }) => loadDuplicate(database(), aId, bId),
  'duplicate.merge': async (merger, { database }) => {
    const reading = await mergedReading(database(), merger)
    return mergePeople(database(), { ...merger, reading }, today())
  },
  'duplicate.dismiss': async ({ aId, bId }, { database }) => {
    await dismissDuplicate(database(), aId, bId)
    return null
  },
}
