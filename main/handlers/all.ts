import type { HandlersOf, Requests } from '../../shared/ipc.ts'
import type { Context } from '../context.ts'
import { appHandlers } from './app.ts'
import { cardHandlers } from './cards.ts'
import { chartHandlers } from './chart.ts'
import { fundingHandlers } from './funding.ts'
import { importHandlers } from './import.ts'
import { organizationHandlers } from './organization.ts'
import { peopleHandlers } from './people.ts'
import { unitHandlers } from './units.ts'

/** Every request has its handler; the compiler checks it. */
export const handlers: HandlersOf<Requests, Context> = {
  ...appHandlers,
  ...organizationHandlers,
  ...unitHandlers,
  ...peopleHandlers,
  ...importHandlers,
  ...cardHandlers,
  ...chartHandlers,
  ...fundingHandlers,
}
