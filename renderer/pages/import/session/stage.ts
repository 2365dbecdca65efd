import { AppError, type ErrorCode } from '../../../../shared/errors.ts'
import type {
  ImportFound,
  ImportOutcome,
  ImportPreview,
  SheetChoice,
} from '../../../../shared/models/import.ts'
import { jobBegan, jobEnded } from '../../../hooks/running-jobs.ts'
import { sentenceOf } from '../../../messages.ts'

/** What went wrong, in a sentence; `code` null when the user cancelled. */
export interface Problem {
  readonly code: ErrorCode | null
  readonly sentence: string
}

/** The steps in which a session can still be changed. */
export type OpenStep = 'columns' | 'check' | 'plan'

/** The files read so far, what the user made of them, and the plan that follows. */
export interface Session {
  readonly found: ImportFound
  /** All choices made so far. */
  readonly choices: readonly SheetChoice[]
  readonly step: OpenStep
  /** The sheet whose group is on screen; sheets keep their place, groups change with the choices. */
  readonly sheet: number
  readonly createMissing: boolean
  /** Null: not planned since the choices changed. */
  readonly preview: ImportPreview | null
  /** Something was changed since that plan; another is on its way. */
  readonly pending: boolean
  /** All changes of the plan are there, not the first ones only. */
  readonly complete: boolean
  /** Cells were mended, rows left out or questions answered: giving the session up loses that. */
  readonly edited: boolean
  /** The job under way for it. */
  readonly job: { readonly jobId: string; readonly what: 'arranging' | 'planning' } | null
  readonly problem: Problem | null
}

export type Applied = ImportOutcome & { readonly runId: string }

/** Where the import stands. */
export type Stage =
  | { readonly kind: 'choosing'; readonly problem: Problem | null }
  | { readonly kind: 'reading'; readonly names: readonly string[]; readonly jobId: string }
  | { readonly kind: 'open'; readonly session: Session }
  | {
      readonly kind: 'applying'
      readonly session: Session
      readonly preview: ImportPreview
      readonly jobId: string
    }
  | {
      readonly kind: 'done'
      readonly session: Session
      readonly preview: ImportPreview
      readonly outcome: Applied
    }

// Kept outside the page: a clerk who looks something up on another page finds the session, or the running
// import, again on return.
let stage: Stage = { kind: 'choosing', problem: null }
const listeners = new Set<() => void>()

/** Where the import stands now. */
export const currentStage = (): Stage => stage

/** Calls `listener` at each step; returns the function that stops it. */
export const subscribeStage = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Goes to a step. */
export const show = (next: Stage): void => {
  stage = next
  for (const listener of listeners) listener()
}

/** The session that is open, or null. */
export const openSession = (): Session | null => (stage.kind === 'open' ? stage.session : null)

/** Changes the open session, if it is still this one: an answer may come after it was given up. */
export const change = (sessionId: string, part: Partial<Session>): void => {
  if (stage.kind !== 'open' || stage.session.found.sessionId !== sessionId) return
  show({ kind: 'open', session: { ...stage.session, ...part } })
}

/** What was thrown, as the page shows it. */
export const problemOf = (error: unknown): Problem => {
  const sentence = sentenceOf(error)
  if (sentence === null) return { code: null, sentence: '已取消，没有做任何改动。' }
  return { code: error instanceof AppError ? error.code : 'internal', sentence }
}

/** Runs a job that the top bar shows and can cancel, whatever page is open. */
export const asJob = async <T>(work: (jobId: string) => Promise<T>): Promise<T> => {
  const jobId = crypto.randomUUID()
  jobBegan(jobId)
  try {
    return await work(jobId)
  } finally {
    jobEnded(jobId)
  }
}
