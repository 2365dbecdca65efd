import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { HandlersOf } from '../../shared/ipc.ts'
import type { SavedFile } from '../../shared/models/app.ts'
import type { ChartPrint } from '../../shared/models/chart.ts'
import { type ChartView, type chartRequests, mostBoxes } from '../../shared/requests/chart.ts'
import type { ArgumentOf } from '../../shared/requests/request.ts'
import { chartTitle } from '../../shared/rules/chart-title.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import type { Context } from '../context.ts'
import { loadChart } from '../database/chart.ts'
import { loadSettings } from '../database/settings.ts'
import { writeFileAtomic } from '../export/write-file.ts'
import type { Job } from '../jobs.ts'
import { savedFile } from '../tickets.ts'

type Export = Omit<ArgumentOf<(typeof chartRequests)['chart.export']>, 'jobId'>

const today = (): string => dayOf(new Date())

const filters = {
  pdf: { name: 'PDF 文件', extensions: ['pdf'] },
  png: { name: 'PNG 图片', extensions: ['png'] },
} as const

/** What is exported of a view: as it is opened, or opened to the end or to the branches. */
const viewOf = ({ view, scope }: Export): ChartView => {
  if (scope === 'shown') return view
  const level = scope === 'all' ? 'all' : 'branch'
  return { ...view, level, opened: [], closed: [], reveal: null }
}

/** Throws `value.invalid` when there is nothing to print, or more than one file can hold. */
const printOf = async (context: Context, asked: Export): Promise<ChartPrint> => {
  const chart = await loadChart(context.database(), viewOf(asked))
  if (chart.rows.length === 0)
    throw new AppError('value.invalid', { reason: '这一天还没有组织，架构图是空的' })
  if (chart.limited && asked.scope !== 'shown') {
    const reason = `组织超过 ${mostBoxes} 个，一份架构图放不下。可先选一个社区，点“只看此组织”，再导出`
    throw new AppError('value.invalid', { reason })
  }
  const { organizationName } = await loadSettings(context.database())
  return {
    title: chartTitle(chart.rows, organizationName),
    day: asked.view.asOf ?? today(),
    paper: asked.paper,
    landscape: asked.landscape,
    rows: chart.rows,
  }
}

/** `架构图-3.png` for the third picture of `架构图.png`. */
const numbered = (path: string, number: number): string => {
  const ending = extname(path)
  return join(dirname(path), `${basename(path, ending)}-${number}${ending}`)
}

/**
 * One picture stands at `path`; several get numbers. The dialog asked about `path` alone, so that existing numbered
 * files are not written over: then `value.invalid`.
 */
const savePictures = async (path: string, pictures: readonly Uint8Array[], job: Job): Promise<string> => {
  const paths = pictures.length === 1 ? [path] : pictures.map((_, index) => numbered(path, index + 1))
  const taken = pictures.length === 1 ? undefined : paths.find((file) => existsSync(file))
  if (taken !== undefined) {
    throw new AppError('value.invalid', { reason: `文件夹里已有“${basename(taken)}”，请换一个文件名` })
  }
  for (const [index, png] of pictures.entries()) {
    job.check()
    job.report({ kind: 'saving', done: index, total: pictures.length })
    await writeFileAtomic(paths[index] ?? path, png)
  }
  return paths[0] ?? path
}

const exportChart = async (context: Context, asked: Export, job: Job): Promise<SavedFile | null> => {
  const chart = await printOf(context, asked)
  const suggested = `${chart.title} ${chart.day}.${asked.format}`
  const path = await context.desktop.chooseTarget('导出架构图', suggested, [filters[asked.format]])
  if (path === null) return null
  job.report({ kind: 'laying-out', done: 0, total: 0 })
  if (asked.format === 'pdf') {
    const document = { kind: 'chart', chart, pictures: false } as const
    const { bytes, pages } = await context.printer.pdf(document, job.signal)
    job.check()
    job.report({ kind: 'saving', done: 0, total: 0 })
    await writeFileAtomic(path, bytes)
    return savedFile(context.saved, path, pages)
  }
  const pictures: Uint8Array[] = []
  const take = (index: number, total: number, png: Uint8Array) => {
    pictures[index] = png
    job.report({ kind: 'laying-out', done: index + 1, total })
  }
  await context.printer.pictures({ kind: 'chart', chart, pictures: true }, take, job.signal)
  job.check()
  return savedFile(context.saved, await savePictures(path, pictures, job), pictures.length)
}

export const chartHandlers: HandlersOf<typeof chartRequests, Context> = {
  'chart.load': (view, { database }) => loadChart(database(), view),
  'chart.export': ({ jobId, ...asked }, context) =>
    context.jobs.run(jobId, (job) => exportChart(context, asked, job)),
  'print.image': async ({ printId, index, total, bytes }, { printer }) =>
    printer.picture(printId, index, total, bytes),
}
