import { z } from 'zod'
import type { SavedFile } from '../models/app.ts'
import type { ImportOutcome, ImportPreview, ImportRun, PlannedChange } from '../models/import.ts'
import { mostFileBytes } from '../rules/file-size.ts'
import { id, jobId } from './fields.ts'
import { request } from './request.ts'

/** A file the user chose or dropped; the main process keeps its path, the window only this ticket. */
export interface ChosenFile {
  readonly fileId: string
  readonly name: string
  readonly bytes: number
}

export const importRequests = {
  'import.choose': request(z.null()).answers<ChosenFile | null>(),
  /** Dropped files arrive as bytes. */
  'import.receive': request(
    z.object({
      name: z.string().min(1).max(255),
      content: z.instanceof(Uint8Array).refine((b) => b.byteLength <= mostFileBytes),
    }),
  ).answers<ChosenFile>(),
  'import.preview': request(z.object({ fileId: id, jobId })).answers<ImportPreview>(),
  /** The next part of a preview's changes, from `offset` on: a roster's thousands at once would block the window. */
  'import.changes': request(z.object({ planId: id, offset: z.number().int().nonnegative() })).answers<
    readonly PlannedChange[]
  >(),
  'import.apply': request(z.object({ planId: id, jobId })).answers<ImportOutcome>(),
  /** 下载问题行: the rejected rows with the reasons, as a workbook that can be mended and imported again. */
  'import.saveProblems': request(z.object({ planId: id })).answers<SavedFile | null>(),
  'import.history': request(z.null()).answers<readonly ImportRun[]>(),
}
