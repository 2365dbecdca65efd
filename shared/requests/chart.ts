import { z } from 'zod'
import type { SavedFile } from '../models/app.ts'
import { type ChartAnswer, chartLevels, chartPapers } from '../models/chart.ts'
import { id, isoDate, jobId } from './fields.ts'
import { request } from './request.ts'

/** At most this many boxes are on a chart: what is opened beyond stays closed. */
export const mostBoxes = 20_000

/** Boxes opened or closed by hand. */
const ids = z.array(id).max(mostBoxes).readonly()

export const chartView = z.object({
  /** The unit at the top; null: all that stand under none. */
  rootId: id.nullable(),
  /** ISO day; null is today. */
  asOf: isoDate.nullable(),
  /** Null: the lowest level that suits the size of the tree. */
  level: z.enum(chartLevels).nullable(),
  opened: ids,
  closed: ids,
  /** What stands above this unit is opened too. */
  reveal: id.nullable(),
})
export type ChartView = Readonly<z.infer<typeof chartView>>

export const chartScopes = ['shown', 'all', 'branch'] as const
export type ChartScope = (typeof chartScopes)[number]

export const chartRequests = {
  'chart.load': request(chartView).answers<ChartAnswer>(),
  /** Null when no file was chosen. */
  'chart.export': request(
    z.object({
      view: chartView,
      scope: z.enum(chartScopes),
      format: z.enum(['pdf', 'png']),
      paper: z.enum(chartPapers),
      landscape: z.boolean(),
      jobId,
    }),
  ).answers<SavedFile | null>(),
  /** Said by the print page: one picture is ready, of `total`. */
  'print.image': request(
    z.object({
      printId: id,
      index: z.number().int().nonnegative(),
      total: z.number().int().positive(),
      bytes: z.instanceof(Uint8Array),
    }),
  ).answers<boolean>(),
}
