import { z } from 'zod'
import type { SavedFile } from '../models/app.ts'
import {
  type AskedQuestion,
  type CheckPage,
  type ImportFound,
  type ImportOutcome,
  type ImportPreview,
  type ImportRun,
  ledgerKinds,
  type PlannedChange,
  rowFilters,
  tableKinds,
  type UndoneImport,
} from '../models/import.ts'
import { mostFileBytes } from '../rules/file-size.ts'
import { id, jobId } from './fields.ts'
import { request } from './request.ts'

/** A file the user chose or dropped; the main process keeps its path, the window only this ticket. */
export interface ChosenFile {
  readonly fileId: string
  readonly name: string
  readonly bytes: number
}

const index = z.number().int().nonnegative().max(10_000_000)
const short = z.string().max(500)
/** A header further down is none. */
const headerRow = z.number().int().min(1).max(10_000)
const choice = z.object({
  sheet: index,
  used: z.boolean().optional(),
  table: z.enum(tableKinds).nullable().optional(),
  columns: z.record(z.coerce.number<number>().int().nonnegative(), short.nullable()).optional(),
  constants: z.record(short, short).optional(),
  header: z.object({ top: headerRow, bottom: headerRow }).optional(),
})
const session = { sessionId: id }

/** Rows and changes in one answer: few enough that it never holds up either process. */
export const mostRowsAtOnce = 1000

export const importRequests = {
  /** Null when the dialog was closed. */
  'import.choose': request(z.null()).answers<readonly ChosenFile[] | null>(),
  /** Dropped files arrive as bytes. */
  'import.receive': request(
    z.object({
      name: z.string().min(1).max(255),
      content: z.instanceof(Uint8Array).refine((b) => b.byteLength <= mostFileBytes),
    }),
  ).answers<ChosenFile>(),
  /** Reads the files and begins a session; the session before it is given up. */
  'import.read': request(z.object({ fileIds: z.array(id).min(1).max(50), jobId })).answers<ImportFound>(),
  /** What the user arranges otherwise, all choices made so far; remembered for files with the same headers. */
  'import.arrange': request(
    z.object({ ...session, choices: z.array(choice).max(1000), jobId }),
  ).answers<ImportFound>(),
  /** Plans against the data as it is now; nothing is written. Holds the first changes only. */
  'import.plan': request(
    z.object({ ...session, createMissing: z.boolean(), jobId }),
  ).answers<ImportPreview>(),
  /** A page of the rows of one group of sheets, checked. */
  'import.rows': request(
    z.object({
      ...session,
      group: short,
      filter: z.enum(rowFilters),
      text: z.string().max(100),
      offset: index,
      limit: z.number().int().min(1).max(mostRowsAtOnce),
    }),
  ).answers<CheckPage>(),
  /** Puts another text into a cell of the session; the file stays as it is. `import.plan` then tells what follows. */
  'import.mend': request(
    z.object({ ...session, row: index, column: index, text: z.string().max(2000) }),
  ).answers<null>(),
  /** Leaves rows out, or takes them in again; `bad` means every row that cannot be imported. */
  'import.leaveOut': request(
    z.object({
      ...session,
      rows: z.union([z.array(index).max(100_000), z.literal('bad')]),
      out: z.boolean(),
    }),
  ).answers<null>(),
  'import.questions': request(
    z.object({ ...session, offset: index, limit: z.number().int().min(1).max(mostRowsAtOnce) }),
  ).answers<readonly AskedQuestion[]>(),
  /** Answers to questions by key; null takes an answer back. */
  'import.decide': request(
    z.object({
      ...session,
      decisions: z
        .array(z.object({ key: short, value: short.nullable() }))
        .min(1)
        .max(100_000),
    }),
  ).answers<null>(),
  /** The next part of a plan's changes, from `offset` on: a roster's thousands at once would block the window. */
  'import.changes': request(z.object({ ...session, offset: index })).answers<readonly PlannedChange[]>(),
  'import.apply': request(z.object({ ...session, jobId })).answers<
    ImportOutcome & { readonly runId: string }
  >(),
  /** 下载问题行: the rejected rows of a file with the reasons, as a workbook that can be mended and imported again. */
  'import.saveProblems': request(z.object({ ...session, file: index })).answers<SavedFile | null>(),
  /** Gives the session up and frees its memory. */
  'import.close': request(z.object(session)).answers<null>(),
  'import.history': request(z.null()).answers<readonly ImportRun[]>(),
  /** 撤销本次导入, at any later time; what was edited by hand since stays. */
  'import.undo': request(z.object({ runId: id, jobId })).answers<UndoneImport>(),
  /** A template of a ledger, blank, or filled in with what is known for one community. */
  'import.saveTemplate': request(
    z.object({ ledger: z.enum(ledgerKinds), communityId: id.nullable() }),
  ).answers<SavedFile | null>(),
} as const
