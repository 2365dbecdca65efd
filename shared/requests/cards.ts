import { z } from 'zod'
import type { SavedFile } from '../models/app.ts'
import type { CardContent } from '../models/card.ts'
import type { PrintDocument } from '../models/print.ts'
import { id, isoDate, jobId } from './fields.ts'
import { request } from './request.ts'

export const cardOptions = z.object({
  layout: z.enum(['a4', 'card']),
  cropMarks: z.boolean(),
  issuedOn: isoDate,
  edition: z.string().trim().max(40),
})

/** At most this many cards in one print: 335 branches of a district, with room. */
const mostCards = 5000

const cardSelection = z.object({
  unitIds: z.array(id).min(1).max(mostCards),
  options: cardOptions,
  /** Prints branches that lack a contact too, with blanks for handwriting; else they are left out. */
  incomplete: z.boolean(),
  jobId,
})

export const cardRequests = {
  'cards.list': request(z.null()).answers<readonly CardContent[]>(),
  'cards.savePdf': request(cardSelection).answers<SavedFile | null>(),
  /** Opens the system's print dialog; false when the user closed it without printing. */
  'cards.print': request(cardSelection).answers<boolean>(),
  /** Asked by the print page alone: what it is to lay out. */
  'print.document': request(z.object({ printId: id })).answers<PrintDocument>(),
  /** Said by the print page: fonts and images are there, everything is laid out. */
  'print.ready': request(z.object({ printId: id, pages: z.number().int().positive() })).answers<boolean>(),
}
