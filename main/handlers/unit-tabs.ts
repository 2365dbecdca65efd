import type { HandlersOf } from '../../shared/ipc.ts'
import type { unitTabRequests } from '../../shared/requests/unit-tabs.ts'
import type { Context } from '../context.ts'
import { loadUnitCards, loadUnitFunds } from '../database/unit-tabs.ts'

export const unitTabHandlers: HandlersOf<typeof unitTabRequests, Context> = {
  'unit.funds': ({ unitId, year }, { database }) => loadUnitFunds(database(), unitId, year),
  'unit.cards': ({ unitId }, { database }) => loadUnitCards(database(), unitId),
}
