import type { SheetChoice } from '../../../../shared/models/import.ts'
import { call } from '../../../api.ts'
import { withChoice } from './arrangement.ts'
import { asJob, change, openSession, problemOf, type Session } from './stage.ts'

/** Several choices in a row are sent once they rest for so long, in ms. */
const rest = 300

let resting: ReturnType<typeof setTimeout> | null = null
/** The request under way, if any; a choice made meanwhile is sent after it. */
let running: Promise<void> | null = null
let sent: readonly SheetChoice[] | null = null

const send = async (session: Session): Promise<void> => {
  const { sessionId } = session.found
  sent = session.choices
  try {
    const found = await asJob((jobId) => {
      change(sessionId, { job: { jobId, what: 'arranging' }, problem: null })
      return call('import.arrange', { sessionId, choices: [...session.choices], jobId })
    })
    change(sessionId, { found, job: null })
  } catch (error) {
    // The choices stay on screen, and are sent again with the next one or before the next step.
    sent = null
    change(sessionId, { job: null, problem: problemOf(error) })
  }
}

/** Sends what has not been sent yet, and waits until all of it is answered. */
export const settleChoices = async (): Promise<void> => {
  if (resting !== null) clearTimeout(resting)
  resting = null
  await running
  const session = openSession()
  if (session === null || session.choices.length === 0 || session.choices === sent) return
  running = send(session)
  await running
  running = null
  if (openSession()?.problem === null) await settleChoices()
}

/** One more choice for these sheets; the plan made before no longer holds. */
export const arrange = (sheets: readonly number[], part: Omit<SheetChoice, 'sheet'>): void => {
  const session = openSession()
  if (session === null) return
  change(session.found.sessionId, {
    choices: withChoice(session.choices, sheets, part),
    preview: null,
    complete: false,
  })
  if (resting !== null) clearTimeout(resting)
  resting = setTimeout(() => void settleChoices(), rest)
}
