import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { AppError, type Result } from '../shared/errors.ts'
import {
  type Answer,
  type Argument,
  printPageRequests,
  type RequestName,
  requestChannel,
  requests,
} from '../shared/ipc.ts'
import type { Context } from './context.ts'
import { handlers } from './handlers/all.ts'
import { log } from './log.ts'
import { appOrigin, printPage, windowPage } from './protocol.ts'

/** Only a top-level page of the program itself may ask, and the hidden print page only for its own two requests. */
const pageOf = (event: IpcMainInvokeEvent): string | null => {
  const frame = event.senderFrame
  if (frame === null || frame.parent !== null) return null
  if (!URL.canParse(frame.url)) return null
  const url = new URL(frame.url)
  return `${url.protocol}//${url.host}` === appOrigin ? url.pathname : null
}

const mayAsk = (page: string | null, name: RequestName): boolean => {
  const forPrintPage = printPageRequests.includes(name)
  return forPrintPage ? page === printPage : page === windowPage
}

const isRequest = (name: unknown): name is RequestName =>
  typeof name === 'string' && Object.hasOwn(requests, name)

/** Runs one request, checked: who asks, what is asked, with what argument. Errors become codes; details go to the log. */
export const answerRequest = async <N extends RequestName>(
  name: N,
  argument: unknown,
  context: Context,
): Promise<Result<Answer<N>>> => {
  const checked = requests[name].argument.safeParse(argument)
  if (!checked.success) {
    log('error', `request.invalid ${name}`)
    return { ok: false, code: 'request.invalid', facts: {} }
  }
  try {
    const handler = handlers[name] as (argument: Argument<N>, context: Context) => Promise<Answer<N>>
    return { ok: true, value: await handler(checked.data as Argument<N>, context) }
  } catch (error) {
    if (error instanceof AppError) {
      if (error.code !== 'job.cancelled') log('info', `refused ${name} ${error.code}`, error.cause)
      return { ok: false, code: error.code, facts: error.facts }
    }
    log('error', `failed ${name}`, error)
    return { ok: false, code: 'internal', facts: {} }
  }
}

/** `context` may still be on its way: a window that is quicker than the database waits for it. */
export const serveRequests = (context: Promise<Context>): void => {
  ipcMain.handle(
    requestChannel,
    async (event, name: unknown, argument: unknown): Promise<Result<unknown>> => {
      if (!isRequest(name) || !mayAsk(pageOf(event), name)) {
        log('error', 'request.refused')
        return { ok: false, code: 'request.refused', facts: {} }
      }
      return answerRequest(name, argument, await context)
    },
  )
}
