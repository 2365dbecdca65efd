import type { HandlersOf } from '../../shared/ipc.ts'
import type { SavedFile } from '../../shared/models/app.ts'
import type { Statement } from '../../shared/models/statement.ts'
import type { fundingRequests } from '../../shared/requests/funding.ts'
import { statementFileName } from '../../shared/rules/statement-words.ts'
import type { Context, FileFilter, Printer } from '../context.ts'
import { allotStandard, loadAllotmentPlan } from '../database/funding-allotment.ts'
import { appropriate, reverseAppropriation } from '../database/funding-appropriations.ts'
import { loadLedger } from '../database/funding-ledger.ts'
import { loadSources, loadStandards } from '../database/funding-rows.ts'
import { saveStandard } from '../database/funding-standards.ts'
import { loadMatrix, loadStatement } from '../database/funding-statement.ts'
import { disburse, reverse } from '../database/funding-vouchers.ts'
import { writeFileAtomic } from '../export/write-file.ts'
import type { Job } from '../jobs.ts'
import { savedFile } from '../tickets.ts'
import { runTask } from '../workers/run.ts'

export type StatementFormat = 'xlsx' | 'pdf'

const filters: Readonly<Record<StatementFormat, FileFilter>> = {
  xlsx: { name: 'Excel 工作簿', extensions: ['xlsx'] },
  pdf: { name: 'PDF 文件', extensions: ['pdf'] },
}

interface StatementFile {
  readonly bytes: Uint8Array
  /** Of a PDF. */
  readonly pages?: number
}

const statementFile = async (
  statement: Statement,
  format: StatementFormat,
  printer: Printer,
  signal?: AbortSignal,
): Promise<StatementFile> =>
  format === 'pdf'
    ? printer.pdf({ kind: 'statement', statement }, signal)
    : { bytes: await runTask('statement-workbook', statement, signal) }

/** The statement as a file's content: both formats come from the same figures. Throws the codes of the printer. */
export const statementBytes = async (
  statement: Statement,
  format: StatementFormat,
  printer: Printer,
): Promise<Uint8Array> => (await statementFile(statement, format, printer)).bytes

const saveStatement = async (
  context: Context,
  job: Job,
  format: StatementFormat,
  statement: Statement,
): Promise<SavedFile | null> => {
  const path = await context.desktop.chooseTarget(
    '导出预算执行情况表',
    `${statementFileName(statement)}.${format}`,
    [filters[format]],
  )
  if (path === null) return null
  job.report({ kind: 'laying-out', done: 0, total: 0 })
  const file = await statementFile(statement, format, context.printer, job.signal)
  job.check()
  job.report({ kind: 'saving', done: 0, total: 0 })
  await writeFileAtomic(path, file.bytes)
  return savedFile(context.saved, path, file.pages)
}

export const fundingHandlers: HandlersOf<typeof fundingRequests, Context> = {
  'funding.sources': (_, context) => loadSources(context.database()),
  'funding.standards': (_, context) => loadStandards(context.database()),
  'funding.saveStandard': (change, context) => saveStandard(context.database(), change),
  'funding.planAllotment': ({ year, streetId }, context) =>
    loadAllotmentPlan(context.database(), year, streetId),
  'funding.allot': ({ year, streetId }, context) => allotStandard(context.database(), year, streetId),
  'funding.matrix': ({ year, streetId }, context) => loadMatrix(context.database(), year, streetId),
  'funding.ledger': (filter, context) => loadLedger(context.database(), filter),
  'funding.appropriate': (entry, context) => appropriate(context.database(), entry),
  'funding.disburse': (entry, context) => disburse(context.database(), entry),
  'funding.reverse': (reversal, context) => reverse(context.database(), reversal),
  'funding.reverseAppropriation': (reversal, context) => reverseAppropriation(context.database(), reversal),
  'statement.load': ({ year, streetId }, context) => loadStatement(context.database(), year, streetId),
  'statement.save': ({ year, streetId, format, jobId }, context) =>
    context.jobs.run(jobId, async (job) =>
      saveStatement(context, job, format, await loadStatement(context.database(), year, streetId)),
    ),
  'statement.print': ({ year, streetId, jobId }, context) =>
    context.jobs.run(jobId, async (job) => {
      const statement = await loadStatement(context.database(), year, streetId)
      job.report({ kind: 'laying-out', done: 0, total: 0 })
      return context.printer.paper({ kind: 'statement', statement }, job.signal)
    }),
}
