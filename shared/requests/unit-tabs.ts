import { z } from 'zod'
import type { CardContent } from '../models/card.ts'
import type { UnitFunds } from '../models/unit-tabs.ts'
import { id, year } from './fields.ts'
import { request } from './request.ts'

/** What the tabs of a unit show of its money and its cards. */
export const unitTabRequests = {
  'unit.funds': request(z.object({ unitId: id, year })).answers<UnitFunds>(),
  /** Of the unit itself, of the emergency branches beside it, or of those below it. */
  'unit.cards': request(z.object({ unitId: id })).answers<readonly CardContent[]>(),
}
