import type { ImportPreview } from '../../../../shared/models/import.ts'
import { call } from '../../../api.ts'
import { queryClient } from '../../../hooks/query.ts'
import { settleChoices } from './arrange.ts'
import {
  asJob,
  change,
  currentStage,
  type OpenStep,
  openSession,
  problemOf,
  type Session,
  show,
} from './stage.ts'

/** Several mends in a row are planned once they rest for so long, in ms. */
const rest = 500

let resting: ReturnType<typeof setTimeout> | null = null
let running: Promise<void> | null = null
/** Something was changed since the plan under way began. */
let stale = false

/** Rows and questions are read again: a cell was mended, or the plan says something else about them. */
const readAgain = (): Promise<void> =>
  queryClient.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === 'import.rows' || queryKey[0] === 'import.questions',
  })

const planOnce = async (session: Session): Promise<void> => {
  const { sessionId } = session.found
  const { createMissing } = session
  try {
    const preview = await asJob((jobId) => {
      change(sessionId, { job: { jobId, what: 'planning' }, problem: null })
      return call('import.plan', { sessionId, createMissing, jobId })
    })
    change(sessionId, {
      preview,
      complete: preview.changes.length >= preview.changeCount,
      pending: stale || resting !== null,
      job: null,
    })
    await readAgain()
  } catch (error) {
    change(sessionId, { job: null, problem: problemOf(error) })
  }
}

/** Plans until nothing has changed meanwhile. */
const plan = async (): Promise<void> => {
  if (resting !== null) clearTimeout(resting)
  resting = null
  if (running !== null) {
    stale = true
    return running
  }
  const all = async () => {
    do {
      stale = false
      const session = openSession()
      if (session === null) return
      await planOnce(session)
    } while (stale)
  }
  running = all()
  await running
  running = null
  if (openSession()?.step === 'plan') await readChanges()
}

/** Plans again a little later. */
export const planSoon = (): void => {
  const session = openSession()
  if (session === null) return
  change(session.found.sessionId, { pending: true })
  if (resting !== null) clearTimeout(resting)
  resting = setTimeout(() => void plan(), rest)
}

/** Reads the rest of the plan's changes, part by part, so that the table can be searched as a whole. */
const readChanges = async (): Promise<void> => {
  const session = openSession()
  if (session === null || session.preview === null || session.complete) return
  const { sessionId } = session.found
  const { preview } = session
  const changes = [...preview.changes]
  try {
    while (changes.length < preview.changeCount) {
      const part = await call('import.changes', { sessionId, offset: changes.length })
      // A plan made meanwhile has other changes.
      if (part.length === 0 || openSession()?.preview !== preview) return
      changes.push(...part)
    }
    change(sessionId, { preview: { ...preview, changes }, complete: true })
  } catch (error) {
    change(sessionId, { problem: problemOf(error) })
  }
}

/** Goes to a step; to check or see the plan, what was chosen is read and planned first. */
export const goTo = async (step: OpenStep): Promise<void> => {
  const before = openSession()
  if (before !== null) change(before.found.sessionId, { problem: null })
  await settleChoices()
  const session = openSession()
  if (session === null || (step !== 'columns' && session.problem !== null)) return
  const { sessionId } = session.found
  const sheet = session.found.sheets.find((one) => one.index === session.sheet)
  const shown = sheet?.used === true ? sheet : (session.found.sheets.find((one) => one.used) ?? sheet)
  change(sessionId, { step, sheet: shown?.index ?? session.sheet })
  if (step === 'columns') return
  if (session.preview === null || session.pending) await plan()
  else if (step === 'plan') await readChanges()
}

/** Plans anew, e.g. because someone changed the data meanwhile. */
export const planAgain = (): Promise<void> => plan()

/** 新建缺少的社区和党支部, on or off. */
export const setCreateMissing = (createMissing: boolean): void => {
  const session = openSession()
  if (session === null) return
  change(session.found.sessionId, { createMissing, pending: true })
  void plan()
}

/** Sends a change of the session's rows; what follows is planned a little later. True when it was taken. */
const send = async (work: (sessionId: string) => Promise<null>): Promise<boolean> => {
  const session = openSession()
  if (session === null) return false
  const { sessionId } = session.found
  try {
    await work(sessionId)
    change(sessionId, { edited: true })
    planSoon()
    await readAgain()
    return true
  } catch (error) {
    change(sessionId, { problem: problemOf(error) })
    return false
  }
}

/** Puts another text into a cell. */
export const mendCell = (row: number, column: number, text: string): Promise<boolean> =>
  send((sessionId) => call('import.mend', { sessionId, row, column, text }))

/** Leaves rows out, or takes them in again; `bad` means every row that cannot be imported. */
export const leaveOut = (rows: readonly number[] | 'bad', out: boolean): Promise<boolean> =>
  send((sessionId) => call('import.leaveOut', { sessionId, rows: rows === 'bad' ? rows : [...rows], out }))

/** Takes the rows that `find` answers in again. */
export const takeIn = (find: (sessionId: string) => Promise<readonly number[]>): Promise<boolean> =>
  send(async (sessionId) => {
    const rows = [...(await find(sessionId))]
    return call('import.leaveOut', { sessionId, rows, out: false })
  })

/** Answers questions; null takes an answer back. */
export const decide = (
  decisions: readonly { readonly key: string; readonly value: string | null }[],
): Promise<boolean> => send((sessionId) => call('import.decide', { sessionId, decisions: [...decisions] }))

/** Writes what the plan shows. After a failure the plan stays, with the reason. */
export const applyPlan = async (): Promise<void> => {
  const session = openSession()
  const preview: ImportPreview | null = session?.preview ?? null
  if (session === null || preview === null || session.pending) return
  try {
    const outcome = await asJob((jobId) => {
      show({ kind: 'applying', session, preview, jobId })
      return call('import.apply', { sessionId: session.found.sessionId, jobId })
    })
    show({ kind: 'done', session, preview, outcome })
  } catch (error) {
    if (currentStage().kind === 'applying')
      show({ kind: 'open', session: { ...session, problem: problemOf(error) } })
  }
}
