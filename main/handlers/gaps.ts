import type { HandlersOf } from '../../shared/ipc.ts'
import { gapLabel, unitKindLabels } from '../../shared/labels.ts'
import type { SavedFile } from '../../shared/models/app.ts'
import type { GapFilter, gapRequests, Seat } from '../../shared/requests/gaps.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import type { Context } from '../context.ts'
import { type ElectedSeat, holdElection } from '../database/election.ts'
import { countGaps, loadGapLines } from '../database/gap-list.ts'
import { loadStaffing, loadStandards, saveStandards, standardsVersion } from '../database/standards.ts'
import { writeFileAtomic } from '../export/write-file.ts'
import type { Job } from '../jobs.ts'
import { savedFile } from '../tickets.ts'
import { runTask } from '../workers/run.ts'
import { holderOf } from './holders.ts'

const today = (): string => dayOf(new Date())

/** More lines than a workbook is read with. */
const mostLines = 200_000

const exportGaps = async (context: Context, filter: GapFilter, job: Job): Promise<SavedFile | null> => {
  const filters = [{ name: 'Excel 工作簿', extensions: ['xlsx'] }]
  const path = await context.desktop.chooseTarget('导出待办清单', `待办清单 ${today()}.xlsx`, filters)
  if (path === null) return null
  const { lines } = await loadGapLines(
    context.database().slow,
    { filter, from: 0, count: mostLines },
    today(),
  )
  const sheet = {
    columns: [
      { title: '缺项', width: 18 },
      { title: '名称', width: 36 },
      { title: '类别', width: 14 },
      { title: '所在组织', width: 60 },
    ],
    rows: lines.map((line) => [
      gapLabel(line.gap),
      line.name,
      line.of === 'estate'
        ? '小区'
        : line.of === 'person'
          ? '人员'
          : unitKindLabels[line.unitKind ?? 'branch'],
      line.path,
    ]),
  }
  job.report({ kind: 'laying-out', done: 0, total: 0 })
  const bytes = await runTask('people-workbook', sheet, job.signal)
  job.check()
  job.report({ kind: 'saving', done: 0, total: 0 })
  await writeFileAtomic(path, bytes)
  return savedFile(context.saved, path)
}

const seatOf = async ({ next, ...seat }: Seat): Promise<ElectedSeat> => ({
  ...seat,
  next: next === null || next === 'stays' ? next : await holderOf(next),
})

export const gapHandlers: HandlersOf<typeof gapRequests, Context> = {
  'gap.list': (asked, { database }) => loadGapLines(database().slow, asked, today()),
  'gap.counts': (filter, { database }) => countGaps(database().slow, filter, today()),
  'gap.export': ({ filter, jobId }, context) =>
    context.jobs.run(jobId, (job) => exportGaps(context, filter, job)),
  'standards.load': async (_, { database }) => ({
    standards: await loadStandards(database()),
    version: await standardsVersion(database()),
  }),
  'standards.save': async ({ standards, version }, { database }) => {
    await saveStandards(database(), standards, version)
    return null
  },
  'unit.staffing': ({ id }, { database }) => loadStaffing(database(), id),
  'unit.elect': async ({ seats, ...election }, { database }) => {
    const elected: ElectedSeat[] = []
    for (const seat of seats) elected.push(await seatOf(seat))
    return holdElection(database(), { ...election, seats: elected }, today())
  },
}
