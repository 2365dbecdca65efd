import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../shared/errors.ts'
import { dayOf } from '../shared/rules/terms.ts'
import type { Context } from './context.ts'
import { allotStandard } from './database/funding-allotment.ts'
import { loadSources } from './database/funding-rows.ts'
import { disburse } from './database/funding-vouchers.ts'
import { markSample } from './database/settings.ts'
import { loadCounts, loadTree } from './database/tree.ts'
import { applyPlan, previewFile } from './import/import-file.ts'
import type { Job } from './jobs.ts'

/** Ledgers of the sample street, in the order they are imported. Names and numbers in them are made up. */
const ledgers = ['组织架构.xlsx', '应急党支部名册.xlsx']

const spending = z.array(
  z.object({
    monthDay: z.string(),
    branch: z.string(),
    source: z.string(),
    summary: z.string(),
    category: z.string(),
    handler: z.string(),
    amountFen: z.number().int().positive(),
  }),
)

/**
 * 载入示例街道: the same import as for the user's own ledgers, then this year's standard and the spending so far.
 * Only into empty data: throws `data.not-empty` otherwise. Cancelled or failed, the data is empty again.
 * Answers the number of branches.
 */
export const loadSample = async (context: Context, job: Job): Promise<{ readonly branches: number }> => {
  const before = await loadCounts(context.database())
  if (before.streetCommittees > 0 || before.people > 0) throw new AppError('data.not-empty')
  try {
    await context
      .database()
      .edit({ action: 'sample.load', label: '载入示例街道', undoable: false }, markSample)
    for (const name of ledgers) {
      const path = join(context.resources, 'sample-street', name)
      const preview = await previewFile(context, { kind: 'path', path }, job)
      await applyPlan(context, preview.planId, job)
    }
    await fund(context, job)
  } catch (error) {
    await context.reopenDatabase(async (file) => {
      for (const part of ['', '-wal', '-shm']) await rm(file + part, { force: true })
    })
    throw error
  }
  return { branches: (await loadCounts(context.database())).branches }
}

/** The standard of this year for every street, then the vouchers dated up to today. */
const fund = async (context: Context, job: Job): Promise<void> => {
  const db = context.database()
  const today = dayOf(new Date())
  const year = Number(today.slice(0, 4))
  const units = await loadTree(db)
  for (const street of units.filter((unit) => unit.kind === 'streetCommittee')) {
    await allotStandard(db, year, street.id)
  }
  const branches = new Map(units.filter((unit) => unit.kind === 'branch').map((unit) => [unit.name, unit.id]))
  const sources = new Map((await loadSources(db)).map((source) => [source.name, source.id]))
  const file = join(context.resources, 'sample-street', '支出.json')
  const entries = spending.parse(JSON.parse(await readFile(file, 'utf8')))
  for (const [index, { monthDay, branch, source, ...rest }] of entries.entries()) {
    job.check()
    job.report({ kind: 'writing', done: index, total: entries.length })
    const date = `${year}-${monthDay}`
    const unitId = branches.get(branch)
    const sourceId = sources.get(source)
    if (date > today || unitId === undefined || sourceId === undefined) continue
    await disburse(db, { ...rest, unitId, sourceId, date, voucherNo: null, payee: '' })
  }
}
