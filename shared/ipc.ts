import type { JobProgress } from './progress.ts'
import { appRequests } from './requests/app.ts'
import { cardRequests } from './requests/cards.ts'
import { chartRequests } from './requests/chart.ts'
import { documentRequests } from './requests/documents.ts'
import { estateRequests } from './requests/estates.ts'
import { fundingRequests } from './requests/funding.ts'
import { gapRequests } from './requests/gaps.ts'
import { historyRequests } from './requests/history.ts'
import { importRequests } from './requests/import.ts'
import { memberRequests } from './requests/members.ts'
import { organizationRequests } from './requests/organization.ts'
import { peopleRequests } from './requests/people.ts'
import { registerRequests } from './requests/registers.ts'
import type { AnswerOf, ArgumentOf } from './requests/request.ts'
import { unitTabRequests } from './requests/unit-tabs.ts'
import { unitRequests } from './requests/units.ts'

/** The one list of requests from a window to the main process. */
export const requests = {
  ...appRequests,
  ...organizationRequests,
  ...unitRequests,
  ...gapRequests,
  ...peopleRequests,
  ...memberRequests,
  ...importRequests,
  ...cardRequests,
  ...chartRequests,
  ...fundingRequests,
  ...estateRequests,
  ...historyRequests,
  ...documentRequests,
  ...unitTabRequests,
  ...registerRequests,
}

export type Requests = typeof requests
export type RequestName = keyof Requests
export type Argument<N extends RequestName> = ArgumentOf<Requests[N]>
export type Answer<N extends RequestName> = AnswerOf<Requests[N]>

/** What the main process pushes to the window. */
export interface PushedEvents {
  readonly 'job.progress': JobProgress
  /** Something in the database changed: everything on screen is read again. */
  readonly 'data.changed': null
  /** A menu item or its shortcut was chosen. */
  readonly 'menu.command': MenuCommand
}
export type EventName = keyof PushedEvents

export type MenuCommand = 'undo' | 'redo' | 'undo-list' | 'search' | 'import' | 'manual'

/** Requests that only the hidden print page may make. */
export const printPageRequests: readonly RequestName[] = ['print.document', 'print.image', 'print.ready']

/** The two channels of Electron's IPC that are used. */
export const requestChannel = 'zhibu:request'
export const eventChannel = 'zhibu:event'

/** A map from request to plain function, for one feature. */
export type HandlersOf<Map extends Partial<Requests>, Context> = {
  readonly [N in keyof Map]: (argument: ArgumentOf<Map[N]>, context: Context) => Promise<AnswerOf<Map[N]>>
}
