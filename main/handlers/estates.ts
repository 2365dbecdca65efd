import type { HandlersOf } from '../../shared/ipc.ts'
import type { estateRequests } from '../../shared/requests/estates.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import { trimmed } from '../../shared/rules/text.ts'
import type { Context } from '../context.ts'
import {
  createEstate,
  endEstate,
  foundBranchFor,
  restoreEstate,
  updateEstate,
} from '../database/estate-edits.ts'
import { linkEstates, unlinkEstate } from '../database/estate-links.ts'
import { loadEstateOptions, loadEstates, loadServedEstates } from '../database/estates.ts'
import { readingOf } from './readings.ts'

const today = (): string => dayOf(new Date())

export const estateHandlers: HandlersOf<typeof estateRequests, Context> = {
  'estate.list': ({ unitId }, { database }) => loadEstates(database(), unitId),
  'estate.served': ({ unitId }, { database }) => loadServedEstates(database(), unitId),
  'estate.options': ({ unitId, text }, { database }) => loadEstateOptions(database(), unitId, text),
  'estate.create': (estate, { database }) =>
    createEstate(database(), { ...estate, name: trimmed(estate.name) }),
  'estate.update': ({ id, version, changes }, { database }) =>
    updateEstate(
      database(),
      id,
      version,
      changes.name === undefined ? changes : { ...changes, name: trimmed(changes.name) },
    ),
  'estate.end': ({ id, version, on }, { database }) => endEstate(database(), id, version, on, today()),
  'estate.restore': ({ id, version }, { database }) => restoreEstate(database(), id, version),
  'estate.found': async (founding, { database }) => {
    const name = trimmed(founding.name)
    return foundBranchFor(database(), { ...founding, name }, await readingOf(name, 'unit'), today())
  },
  'estate.link': (link, { database }) => linkEstates(database(), link, today()),
  'estate.unlink': ({ linkId, version, on }, { database }) =>
    unlinkEstate(database(), linkId, version, on, today()),
}
