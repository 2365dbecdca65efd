import type { HandlersOf } from '../../shared/ipc.ts'
import type { organizationRequests } from '../../shared/requests/organization.ts'
import { checkPersonChanges, type PersonValues } from '../../shared/rules/person-values.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import { trimmed } from '../../shared/rules/text.ts'
import type { Context } from '../context.ts'
import { loadPerson } from '../database/people.ts'
import { loadReadingParts, revealPersonal, updatePerson } from '../database/person-edits.ts'
import { assignPost, endPost, updatePost } from '../database/post-edits.ts'
import type { Reader } from '../database/reader.ts'
import { loadCounts, loadUnits } from '../database/tree.ts'
import { dissolveUnit } from '../database/unit-dissolve.ts'
import { assignPartner, createUnit, updateUnit } from '../database/unit-edits.ts'
import { loadUnit } from '../database/units.ts'
import { accepted, holderOf } from './holders.ts'
import { readingOf } from './readings.ts'

const today = (): string => dayOf(new Date())

/** The reading after a change of the name or of how its surname is read. */
const newReading = async (reader: Reader, id: string, values: PersonValues) => {
  const before = await loadReadingParts(reader, id)
  const surname = values.surnameReading === undefined ? before.surnameReading : values.surnameReading
  return readingOf(values.name ?? before.name, 'person', surname)
}

export const organizationHandlers: HandlersOf<typeof organizationRequests, Context> = {
  'unit.list': ({ kinds }, { database }) => loadUnits(database(), kinds),
  'tree.counts': (_, { database }) => loadCounts(database()),
  'unit.load': ({ id }, { database }) => loadUnit(database(), id),
  'unit.create': async (unit, { database }) => {
    const name = trimmed(unit.name)
    return createUnit(database(), { ...unit, name }, await readingOf(name, 'unit'))
  },
  'unit.update': async ({ id, version, changes }, { database }) => {
    if (changes.name === undefined) return updateUnit(database(), id, version, changes, null, today())
    const name = trimmed(changes.name)
    const reading = await readingOf(name, 'unit')
    return updateUnit(database(), id, version, { ...changes, name }, reading, today())
  },
  'unit.dissolve': ({ id, version, on }, { database }) => dissolveUnit(database(), id, version, on, today()),
  'partner.assign': ({ unitId, version, name }, { database }) =>
    assignPartner(database(), unitId, version, trimmed(name)),
  'post.assign': async ({ person, ...post }, { database }) =>
    assignPost(database(), { ...post, holder: await holderOf(person) }, today()),
  'post.update': ({ id, version, changes }, { database }) =>
    updatePost(database(), id, version, changes, today()),
  'post.end': ({ id, version, endsOn }, { database }) => endPost(database(), id, version, endsOn, today()),
  'person.load': ({ id }, { database }) => loadPerson(database(), id),
  'person.update': async ({ id, version, changes }, { database }) => {
    const values = accepted(checkPersonChanges(changes, today()))
    const changed = values.name !== undefined || values.surnameReading !== undefined
    const reading = changed ? await newReading(database(), id, values) : null
    return updatePerson(database(), id, version, values, reading)
  },
  'person.reveal': ({ id, field }, { database }) => revealPersonal(database(), id, field),
}
