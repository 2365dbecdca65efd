import { z } from 'zod'
import type { StepsList } from '../models/history.ts'
import { request } from './request.ts'

/** The steps as the window listed them, the next one first: they must still be the next ones. */
const steps = z.object({ seqs: z.array(z.number().int()).min(1).max(100) })

export const historyRequests = {
  /** The last 100 that can be taken back, and those that can be done again; the next one first. */
  'history.steps': request(z.null()).answers<StepsList>(),
  /** Takes back all of these, or none. Answers how many. */
  'history.undo-to': request(steps).answers<{ readonly done: number }>(),
  'history.redo-to': request(steps).answers<{ readonly done: number }>(),
}
