import { AppError } from '../../shared/errors.ts'
import type { HandlersOf } from '../../shared/ipc.ts'
import { gapLabel } from '../../shared/labels.ts'
import type { CardContent, CardOptions } from '../../shared/models/card.ts'
import type { cardRequests } from '../../shared/requests/cards.ts'
import type { Context } from '../context.ts'
import { listCards } from '../database/cards.ts'
import type { Reader } from '../database/database.ts'
import { writeFileAtomic } from '../export/write-file.ts'
import type { Job } from '../jobs.ts'
import { savedFile } from '../tickets.ts'

export interface SkippedCard {
  readonly branch: string
  /** In Chinese, e.g. “缺第一书记”. */
  readonly reason: string
}

export interface CardSelection {
  readonly cards: readonly CardContent[]
  readonly skipped: readonly SkippedCard[]
}

/**
 * The cards of these emergency branches (null: of all), in the order of the tree. A card that lacks a contact is
 * skipped with the reason, unless `incomplete`: then it is printed with blanks for handwriting.
 */
export const selectCards = async (
  db: Reader,
  unitIds: readonly string[] | null,
  incomplete = false,
): Promise<CardSelection> => {
  const wanted = unitIds === null ? null : new Set(unitIds)
  const cards = (await listCards(db)).filter((card) => wanted === null || wanted.has(card.unitId))
  const prints = (card: CardContent) => incomplete || card.gaps.length === 0
  return {
    cards: cards.filter(prints),
    skipped: cards
      .filter((card) => !prints(card))
      .map((card) => ({ branch: card.branch, reason: card.gaps.map((gap) => gapLabel(gap)).join('、') })),
  }
}

/** So many branches are named in a message; the window lists them all. */
const mostNamed = 5

const someCards = ({ cards, skipped }: CardSelection): readonly CardContent[] => {
  if (cards.length > 0) return cards
  if (skipped.length === 0) throw new AppError('cards.nothing')
  const named = skipped.slice(0, mostNamed).map(({ branch, reason }) => `${branch}${reason}`)
  const rest = skipped.length > mostNamed ? `等 ${skipped.length} 个支部` : ''
  throw new AppError('cards.nothing', { reason: named.join('；') + rest })
}

/**
 * Writes the cards as a PDF to `path`; answers its number of pages. Throws `cards.nothing`, and the codes of the
 * printer and of writing a file.
 */
export const saveCardsPdf = async (
  context: Pick<Context, 'printer'>,
  selection: CardSelection,
  options: CardOptions,
  path: string,
  job?: Job,
): Promise<number> => {
  const cards = someCards(selection)
  job?.report({ kind: 'laying-out', done: 0, total: 0 })
  const { bytes, pages } = await context.printer.pdf({ kind: 'cards', cards, options }, job?.signal)
  job?.check()
  job?.report({ kind: 'saving', done: 0, total: 0 })
  await writeFileAtomic(path, bytes)
  return pages
}

export const cardHandlers: HandlersOf<typeof cardRequests, Context> = {
  'cards.list': (_argument, context) => listCards(context.database()),

  'cards.savePdf': ({ unitIds, options, incomplete, jobId }, context) =>
    context.jobs.run(jobId, async (job) => {
      const selection = await selectCards(context.database(), unitIds, incomplete)
      someCards(selection)
      const suggested = `应急党支部联系卡 ${options.issuedOn}.pdf`
      const path = await context.desktop.chooseTarget('保存联系卡', suggested, [
        { name: 'PDF 文件', extensions: ['pdf'] },
      ])
      if (path === null) return null
      const pages = await saveCardsPdf(context, selection, options, path, job)
      return savedFile(context.saved, path, pages)
    }),

  'cards.print': ({ unitIds, options, incomplete, jobId }, context) =>
    context.jobs.run(jobId, async (job) => {
      const cards = someCards(await selectCards(context.database(), unitIds, incomplete))
      job.report({ kind: 'laying-out', done: 0, total: 0 })
      return context.printer.paper({ kind: 'cards', cards, options }, job.signal)
    }),

  'print.document': async ({ printId }, context) => context.printer.document(printId),

  'print.ready': async ({ printId, pages }, context) => context.printer.ready(printId, pages),
}
