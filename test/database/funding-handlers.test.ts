import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import type { Context } from '../../main/context.ts'
import { allotStandard } from '../../main/database/funding-allotment.ts'
import { fundingHandlers, statementBytes } from '../../main/handlers/funding.ts'
import { Jobs } from '../../main/jobs.ts'
import { Tickets } from '../../main/tickets.ts'
import type { PrintDocument } from '../../shared/models/print.ts'
import { makeStreets } from './street.ts'

/** A context whose dialogs and printer are stand-ins; `printed` hears what the printer was given. */
const makeContext = async (answer: (suggested: string) => string | null) => {
  const db = await makeStreets({ streets: 1, communities: 2, branches: 3 })
  await allotStandard(db, 2026, 's1')
  const printed: PrintDocument[] = []
  const refused = () => {
    throw new Error('not asked for')
  }
  const context: Context = {
    database: () => db,
    reopenDatabase: refused,
    dataDirectory: '',
    resources: '',
    jobs: new Jobs(() => undefined),
    desktop: {
      chooseFiles: refused,
      chooseFile: refused,
      chooseTarget: (_title, suggested) => Promise.resolve(answer(suggested)),
      openFile: refused,
      revealFile: refused,
    },
    printer: {
      pdf: (document) => {
        printed.push(document)
        return Promise.resolve({ bytes: new TextEncoder().encode('%PDF-'), pages: 3 })
      },
      paper: (document) => {
        printed.push(document)
        return Promise.resolve(true)
      },
      pictures: async () => refused(),
      document: refused,
      ready: refused,
      picture: refused,
    },
    chosen: new Tickets(1),
    saved: new Tickets(9),
    push: () => undefined,
  }
  return { context, printed }
}

const scope = { year: 2026, streetId: 's1', jobId: 'job' }

test('both formats are saved under the suggested name, from the same figures', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-statement-'))
  const { context, printed } = await makeContext((suggested) => join(folder, suggested))
  const statement = await fundingHandlers['statement.load'](scope, context)
  const book = await fundingHandlers['statement.save']({ ...scope, format: 'xlsx' }, context)
  const pdf = await fundingHandlers['statement.save']({ ...scope, format: 'pdf' }, context)
  expect(readdirSync(folder).sort()).toEqual([
    '1号街道2026年度预算执行情况表.pdf',
    '1号街道2026年度预算执行情况表.xlsx',
  ])
  expect([book?.name, book?.pages, pdf?.name, pdf?.pages]).toEqual([
    '1号街道2026年度预算执行情况表.xlsx',
    undefined,
    '1号街道2026年度预算执行情况表.pdf',
    3,
  ])
  expect(context.saved.get(pdf?.savedId ?? '')).toBe(join(folder, pdf?.name ?? ''))
  expect(readFileSync(join(folder, pdf?.name ?? ''), 'utf8')).toBe('%PDF-')
  expect(printed).toEqual([{ kind: 'statement', statement }])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(join(folder, book?.name ?? ''))
  // Header in row 4, six rows, two subtotals, total.
  expect(workbook.worksheets[0]?.getCell('D13').result).toBe(statement.total.appropriatedFen / 100)
  expect(statement.total.appropriatedFen).toBe(6 * 1_500_000)
  await context.database().close()
})

test('closing the dialog writes nothing; printing gives the statement to the printer', async () => {
  const { context, printed } = await makeContext(() => null)
  expect(await fundingHandlers['statement.save']({ ...scope, format: 'pdf' }, context)).toBeNull()
  expect(printed).toEqual([])
  expect(await fundingHandlers['statement.print'](scope, context)).toBe(true)
  expect(printed.map((document) => document.kind)).toEqual(['statement'])
  await context.database().close()
})

test('the bytes for the command line are a workbook, or what the printer gives', async () => {
  const { context } = await makeContext(() => null)
  const statement = await fundingHandlers['statement.load'](scope, context)
  const xlsx = await statementBytes(statement, 'xlsx', context.printer)
  expect([...xlsx.slice(0, 2)]).toEqual([0x50, 0x4b])
  expect(new TextDecoder().decode(await statementBytes(statement, 'pdf', context.printer))).toBe('%PDF-')
  await context.database().close()
})
