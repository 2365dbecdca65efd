import { z } from 'zod'
import type { AppInfo, SavedFile, Settings } from '../models/app.ts'
import type { HistoryEntry, UndoState } from '../models/history.ts'
import type { SearchHit } from '../models/organization.ts'
import type { Overview } from '../models/overview.ts'
import { id, jobId, shortText } from './fields.ts'
import { peopleColumns } from './people.ts'
import { request } from './request.ts'

export const settingsSchema = z.object({
  organizationName: shortText,
  cardEdition: z.string().max(40),
  theme: z.enum(['system', 'light', 'dark']),
  operator: z.string().trim().min(1).max(40),
  peopleColumnSets: z
    .array(z.object({ name: z.string().trim().min(1).max(20), columns: peopleColumns }))
    .max(20)
    .readonly(),
})

const step = z.object({ seq: z.number().int() })

export const appRequests = {
  'app.info': request(z.null()).answers<AppInfo>(),
  'overview.load': request(z.object({ year: z.number().int() })).answers<Overview>(),
  'search.find': request(z.object({ text: z.string().max(60) })).answers<readonly SearchHit[]>(),
  'settings.load': request(z.null()).answers<Settings>(),
  'settings.save': request(settingsSchema.partial()).answers<Settings>(),
  'history.list': request(
    z.object({ limit: z.number().int().min(1).max(500), recordId: id.optional() }),
  ).answers<readonly HistoryEntry[]>(),
  'history.state': request(z.null()).answers<UndoState>(),
  /** Takes back that entry alone, as `history.state` named it. Answers the label of what was undone. */
  'history.undo': request(step).answers<string>(),
  'history.redo': request(step).answers<string>(),
  'sample.load': request(z.object({ jobId })).answers<{ readonly branches: number }>(),
  /** Puts the sample aside (as a backup file) and begins with empty data. */
  'sample.clear': request(z.null()).answers<{ readonly backup: string }>(),
  'job.cancel': request(z.object({ jobId })).answers<boolean>(),
  /** False when no program opens such a file. Both throw `file.missing` for a file that is gone. */
  'file.open': request(z.object({ savedId: id })).answers<boolean>(),
  'file.reveal': request(z.object({ savedId: id })).answers<boolean>(),
  'data.backup': request(z.null()).answers<SavedFile>(),
  'data.reveal': request(z.null()).answers<boolean>(),
}
