import { AppError, type ErrorCode } from '../../../shared/errors.ts'
import type { ImportOutcome, ImportPreview } from '../../../shared/models/import.ts'
import type { ChosenFile } from '../../../shared/requests/import.ts'
import { fileTooLarge, mostFileBytes } from '../../../shared/rules/file-size.ts'
import { call } from '../../api.ts'
import { cancelJob, jobBegan, jobEnded } from '../../hooks/running-jobs.ts'
import { sentenceOf } from '../../messages.ts'

/** What went wrong, in a sentence; `code` null when the user cancelled. */
export interface Problem {
  readonly code: ErrorCode | null
  readonly sentence: string
}

/** Where the import stands. */
export type Stage =
  | { readonly kind: 'choosing'; readonly problem: Problem | null }
  | { readonly kind: 'reading'; readonly file: ChosenFile; readonly jobId: string }
  | {
      readonly kind: 'preview'
      readonly file: ChosenFile
      readonly preview: ImportPreview
      readonly problem: Problem | null
    }
  | {
      readonly kind: 'applying'
      readonly file: ChosenFile
      readonly preview: ImportPreview
      readonly jobId: string
    }
  | {
      readonly kind: 'done'
      readonly file: ChosenFile
      readonly preview: ImportPreview
      readonly outcome: ImportOutcome
    }

// Kept outside the page: a clerk who looks something up on another page finds the preview, or the running
// import, again on return.
let stage: Stage = { kind: 'choosing', problem: null }
const listeners = new Set<() => void>()

export const currentStage = (): Stage => stage

export const subscribeStage = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const show = (next: Stage): void => {
  stage = next
  for (const listener of listeners) listener()
}

const problemOf = (error: unknown): Problem => {
  const sentence = sentenceOf(error)
  if (sentence === null) return { code: null, sentence: '已取消，没有做任何改动。' }
  return { code: error instanceof AppError ? error.code : 'internal', sentence }
}

/** Runs a job that the top bar shows and can cancel, whatever page is open. */
const asJob = async <T>(work: (jobId: string) => Promise<T>): Promise<T> => {
  const jobId = crypto.randomUUID()
  jobBegan(jobId)
  try {
    return await work(jobId)
  } finally {
    jobEnded(jobId)
  }
}

/** The whole preview; its changes come in parts. */
const readPreview = async (fileId: string, jobId: string): Promise<ImportPreview> => {
  const preview = await call('import.preview', { fileId, jobId })
  const changes = [...preview.changes]
  while (changes.length < preview.changeCount) {
    const part = await call('import.changes', { planId: preview.planId, offset: changes.length })
    changes.push(...part)
  }
  return { ...preview, changes }
}

/** Reads the file and shows what it would change. */
export const readFile = async (file: ChosenFile): Promise<void> => {
  try {
    const preview = await asJob((jobId) => {
      show({ kind: 'reading', file, jobId })
      return readPreview(file.fileId, jobId)
    })
    show({ kind: 'preview', file, preview, problem: null })
  } catch (error) {
    show({ kind: 'choosing', problem: problemOf(error) })
  }
}

/** Opens the system's file dialog; nothing changes when the user closes it. */
export const chooseFile = async (): Promise<void> => {
  try {
    const file = await call('import.choose', null)
    if (file !== null) await readFile(file)
  } catch (error) {
    show({ kind: 'choosing', problem: problemOf(error) })
  }
}

/** Takes a file that was dropped on the page. */
export const receiveFile = async (dropped: File): Promise<void> => {
  try {
    if (dropped.size > mostFileBytes) throw fileTooLarge(dropped.name)
    const content = new Uint8Array(await dropped.arrayBuffer())
    await readFile(await call('import.receive', { name: dropped.name, content }))
  } catch (error) {
    // A folder, or a file that vanished, cannot be read as bytes.
    const known = error instanceof AppError ? error : new AppError('file.unreadable', { file: dropped.name })
    show({ kind: 'choosing', problem: problemOf(known) })
  }
}

/** Writes what the preview showed. After a failure the preview stays, with the reason. */
export const applyPlan = async (): Promise<void> => {
  if (stage.kind !== 'preview') return
  const { file, preview } = stage
  try {
    const outcome = await asJob((jobId) => {
      show({ kind: 'applying', file, preview, jobId })
      return call('import.apply', { planId: preview.planId, jobId })
    })
    show({ kind: 'done', file, preview, outcome })
  } catch (error) {
    show({ kind: 'preview', file, preview, problem: problemOf(error) })
  }
}

/** Stops reading or writing; what was written so far is taken back by the main process. */
export const cancelImport = (): void => {
  if (stage.kind === 'reading' || stage.kind === 'applying') cancelJob(stage.jobId)
}

export const startOver = (): void => show({ kind: 'choosing', problem: null })
