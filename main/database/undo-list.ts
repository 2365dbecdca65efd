import { AppError } from '../../shared/errors.ts'
import type { ListedStep, StepsList } from '../../shared/models/history.ts'
import type { Database, Reader } from './database.ts'
import { redoEdit, redoSteps, stepBackIn, undoEdit, undoSteps } from './undo.ts'

/** Steps that the list shows and that one choice takes back at most. */
const mostListed = 100

/** Who did what can be taken back or done again, and when; the next step first. */
export const loadSteps = async (reader: Reader): Promise<StepsList> => {
  const list = (steps: string) =>
    reader.query<ListedStep>(
      `SELECT seq AS "seq", label AS "label", at AS "at", actor AS "actor" FROM (${steps}) step
       ORDER BY seq DESC LIMIT ${mostListed}`,
    )
  const [undo, redo] = await Promise.all([list(undoSteps), list(redoSteps)])
  return { undo, redo }
}

/**
 * Takes back the steps `seqs`, which must be the next ones in this order, each as its own undo, all in one transaction:
 * when one cannot be taken back, none is. Answers their number. Throws `undo.nothing`, and `undo.changed-since` with the
 * facts `step` (from 1) and `label` of the one that stands in the way.
 */
export const undoAll = (db: Database, seqs: readonly number[]): Promise<number> =>
  stepsBack(db, seqs, undoEdit)

/** Does again what was taken back, as `undoAll` does. */
export const redoAll = (db: Database, seqs: readonly number[]): Promise<number> =>
  stepsBack(db, seqs, redoEdit)

const stepsBack = (
  db: Database,
  seqs: readonly number[],
  edit: typeof undoEdit | typeof redoEdit,
): Promise<number> =>
  db.editTogether(async (editNext) => {
    for (const [index, seq] of seqs.entries()) {
      await editNext(edit, async (tx) => {
        try {
          return await stepBackIn(tx, edit.action, seq)
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== 'undo.changed-since' || seqs.length === 1)
            throw error
          const [step] = await tx.query<{ label: string }>(
            'SELECT label AS "label" FROM audit_entry WHERE seq = ?',
            [seq],
          )
          const facts = { step: index + 1, label: step?.label ?? '' }
          throw new AppError('undo.changed-since', facts, { cause: error })
        }
      })
    }
    return seqs.length
  })
