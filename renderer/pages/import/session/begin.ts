import { AppError } from '../../../../shared/errors.ts'
import type { ChosenFile } from '../../../../shared/requests/import.ts'
import { fileTooLarge, mostFileBytes } from '../../../../shared/rules/file-size.ts'
import { call } from '../../../api.ts'
import { cancelJob } from '../../../hooks/running-jobs.ts'
import { asJob, currentStage, problemOf, show } from './stage.ts'

/** Reading and writing must end, or be cancelled, before other files are taken. */
export const isBusy = (): boolean => {
  const { kind } = currentStage()
  return kind === 'reading' || kind === 'applying'
}

/** Reads the files and opens a session at its first step. */
const readFiles = async (files: readonly ChosenFile[]): Promise<void> => {
  if (files.length === 0 || isBusy()) return
  const before = currentStage()
  const old = before.kind === 'open' || before.kind === 'done' ? before.session : null
  try {
    const found = await asJob((jobId) => {
      show({ kind: 'reading', names: files.map((file) => file.name), jobId })
      return call('import.read', { fileIds: files.map((file) => file.fileId), jobId })
    })
    // It only frees memory: a session already gone needs no closing.
    if (old !== null) call('import.close', { sessionId: old.found.sessionId }).catch(() => undefined)
    const first = found.sheets.find((sheet) => sheet.used) ?? found.sheets[0]
    show({
      kind: 'open',
      session: {
        found,
        choices: [],
        step: 'columns',
        sheet: first?.index ?? 0,
        createMissing: false,
        preview: null,
        pending: false,
        complete: false,
        edited: false,
        job: null,
        problem: null,
      },
    })
  } catch (error) {
    const problem = problemOf(error)
    // Files that cannot be read cost nobody the import under way.
    if (before.kind === 'open') show({ kind: 'open', session: { ...before.session, problem } })
    else show({ kind: 'choosing', problem })
  }
}

/** Files that cannot even be taken cost nobody the import under way, whatever step it has come to meanwhile. */
const notTaken = (error: unknown): void => {
  const stage = currentStage()
  const problem = problemOf(error)
  if (stage.kind === 'open') show({ kind: 'open', session: { ...stage.session, problem } })
  else if (!isBusy()) show({ kind: 'choosing', problem })
}

/** Opens the system's file dialog; nothing changes when the user closes it. */
export const chooseFiles = async (): Promise<void> => {
  try {
    await readFiles((await call('import.choose', null)) ?? [])
  } catch (error) {
    notTaken(error)
  }
}

const receive = async (dropped: File): Promise<ChosenFile> => {
  if (dropped.size > mostFileBytes) throw fileTooLarge(dropped.name)
  let content: Uint8Array<ArrayBuffer>
  try {
    content = new Uint8Array(await dropped.arrayBuffer())
  } catch {
    // A folder, or a file that vanished, cannot be read as bytes.
    throw new AppError('file.unreadable', { file: dropped.name })
  }
  return call('import.receive', { name: dropped.name, content })
}

/** Takes files that were dropped on the window. */
export const receiveFiles = async (dropped: readonly File[]): Promise<void> => {
  if (isBusy()) return
  try {
    const files: ChosenFile[] = []
    // One after the other: each crosses to the main process as a whole.
    for (const file of dropped) files.push(await receive(file))
    await readFiles(files)
  } catch (error) {
    notTaken(error)
  }
}

/** Stops reading or writing; what was written so far is taken back by the main process. */
export const cancelImport = (): void => {
  const stage = currentStage()
  if (stage.kind === 'reading' || stage.kind === 'applying') cancelJob(stage.jobId)
}

/** Gives the session up and goes back to the start. */
export const startOver = (): void => {
  const stage = currentStage()
  if (stage.kind === 'open' || stage.kind === 'done') {
    const { job, found } = stage.session
    if (job !== null) cancelJob(job.jobId)
    // It only frees memory: a session already gone needs no closing.
    call('import.close', { sessionId: found.sessionId }).catch(() => undefined)
  }
  show({ kind: 'choosing', problem: null })
}
