import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { AppError } from '../shared/errors.ts'
import { dayOf } from '../shared/rules/terms.ts'
import type { Context } from './context.ts'
import { putAside } from './database/backups.ts'
import type { Database } from './database/database.ts'
import { allotStandard } from './database/funding-allotment.ts'
import { loadSources } from './database/funding-rows.ts'
import { disburse } from './database/funding-vouchers.ts'
import { beginSample, countOwnEdits, sampleActor } from './database/sample-mark.ts'
import { saveSettings, storedSettings } from './database/settings.ts'
import { loadCounts, loadTree } from './database/tree.ts'
import { importFile } from './import/import-file.ts'
import { endSession } from './import/sessions.ts'
import type { Job } from './jobs.ts'

/** Ledgers of the sample street, in the order they are imported. Names and numbers in them are made up. */
const ledgers = [
  '组织架构.xlsx',
  '应急党支部名册.xlsx',
  '包联单位名册.xlsx',
  '党员花名册.xlsx',
  '双报到登记表.xlsx',
  '楼栋长单元长台账.xlsx',
  '网格长网格员名册.xlsx',
  '志愿者名册.xlsx',
  '活动场所台账.xlsx',
]

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
 * Only into empty data: throws `data.not-empty` otherwise, also when the sample is being loaded already. Cancelled or
 * failed, what was loaded goes into `backups/` and the data is empty again — unless somebody else wrote meanwhile
 * or another program has it open: then all of it stays, and `data.sample-kept` is thrown. Answers the number of branches.
 */
export const loadSample = async (context: Context, jobId: string): Promise<{ readonly branches: number }> => {
  await beginSample(context.database())
  // What the sample writes is told from what the user writes by its name in the history.
  const recorded: Context = { ...context, database: () => context.database().as(sampleActor) }
  try {
    await context.jobs.run(jobId, async (job) => {
      for (const name of ledgers) {
        const path = join(context.resources, 'sample-street', name)
        const { planId } = await importFile(recorded, { kind: 'path', path }, job)
        endSession(planId)
      }
      await fund(recorded.database(), context.resources, job)
    })
  } catch (error) {
    if (!(await removed(context))) throw new AppError('data.sample-kept', {}, { cause: error })
    throw error
  }
  return { branches: (await loadCounts(context.database())).branches }
}

/** Sets aside what was loaded; false when it must stay, because others wrote to it or have it open. */
const removed = async (context: Context): Promise<boolean> => {
  if ((await countOwnEdits(context.database())) > 0) return false
  try {
    await startAfresh(context, 'sample-failed')
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === 'database.busy') return false
    throw error
  }
}

/**
 * Moves the data into `backups/` under a dated name that begins with `word`, and begins with empty data that keeps
 * the settings. Answers the backup's name. Throws `database.busy` when another program has the data open.
 */
export const startAfresh = async (context: Context, word: string): Promise<string> => {
  const settings = await storedSettings(context.database())
  let backup = ''
  await context.reopenDatabase(async (file) => {
    backup = await putAside(file, word)
  })
  await saveSettings(context.database(), settings)
  return backup
}

/** The standard of this year for every street, then the vouchers dated up to today. */
const fund = async (db: Database, resources: string, job: Job): Promise<void> => {
  const today = dayOf(new Date())
  const year = Number(today.slice(0, 4))
  const units = await loadTree(db)
  for (const street of units.filter((unit) => unit.kind === 'streetCommittee')) {
    await allotStandard(db, year, street.id)
  }
  const branches = new Map(units.filter((unit) => unit.kind === 'branch').map((unit) => [unit.name, unit.id]))
  const sources = new Map((await loadSources(db)).map((source) => [source.name, source.id]))
  const file = join(resources, 'sample-street', '支出.json')
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
