import type { HandlersOf, Requests } from '../../shared/ipc.ts'
import type { Context } from '../context.ts'
import { appHandlers } from './app.ts'
import { cardHandlers } from './cards.ts'
import { chartHandlers } from './chart.ts'
import { documentHandlers } from './documents.ts'
import { estateHandlers } from './estates.ts'
import { fundingHandlers } from './funding.ts'
import { gapHandlers } from './gaps.ts'
import { historyHandlers } from './history.ts'
import { importHandlers } from './import.ts'
import { memberHandlers } from './members.ts'
import { organizationHandlers } from './organization.ts'
import { peopleHandlers } from './people.ts'
import { registerHandlers } from './registers.ts'
import { unitTabHandlers } from './unit-tabs.ts'
import { unitHandlers } from './units.ts'

/** Every request has its handler; the compiler checks it. */
export const handlers: HandlersOf<Requests, Context> = {
  ...appHandlers,
  ...organizationHandlers,
  ...unitHandlers,
  ...gapHandlers,
  ...peopleHandlers,
  ...memberHandlers,
  ...importHandlers,
  ...cardHandlers,
  ...chartHandlers,
  ...fundingHandlers,
  ...estateHandlers,
  ...historyHandlers,
  ...documentHandlers,
  ...unitTabHandlers,
  ...registerHandlers,
}
