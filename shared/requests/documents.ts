import { z } from 'zod'
import type { SavedFile } from '../models/app.ts'
import type { AttachedFile } from '../models/document.ts'
import { mostDocumentBytes } from '../rules/document-file.ts'
import { id, version } from './fields.ts'
import type { ChosenFile } from './import.ts'
import { request } from './request.ts'

/** 批复文件 of a branch: the scanned file. Wrong, empty and huge files are refused with `value.invalid`. */
export const documentRequests = {
  'approval.load': request(z.object({ unitId: id })).answers<AttachedFile | null>(),
  /** Opens the system's file dialog; null when it was closed. */
  'document.choose': request(z.null()).answers<ChosenFile | null>(),
  /** Dropped files arrive as bytes. */
  'document.receive': request(
    z.object({
      name: z.string().min(1).max(255),
      content: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= mostDocumentBytes),
    }),
  ).answers<ChosenFile>(),
  /** Takes the place of the file that was there. */
  'approval.attach': request(z.object({ unitId: id, version, fileId: id })).answers<{
    readonly version: number
  }>(),
  'approval.remove': request(z.object({ unitId: id, version })).answers<{ readonly version: number }>(),
  /** Opens a copy with the program of the system; false when there is none for such a file. */
  'document.open': request(z.object({ id })).answers<boolean>(),
  'document.save': request(z.object({ id })).answers<SavedFile | null>(),
}
