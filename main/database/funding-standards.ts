import { AppError } from '../../shared/errors.ts'
import { formatYuan } from '../../shared/rules/money.ts'
import type { Database } from './database.ts'
import { loadSource } from './funding-rows.ts'

/**
 * Changes what a standard allots from now on; what has been allotted keeps its amount. Amount in fen.
 * Throws `record.missing`, `record.changed`.
 */
export const saveStandard = (
  db: Database,
  change: { readonly id: string; readonly version: number; readonly amountFen: number },
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'funding.saveStandard', label: '修改定额标准', undoable: true }, async (tx) => {
    const standard = await tx.find('fundStandard', change.id)
    if (standard === null) throw new AppError('record.missing')
    const source = await loadSource(tx, standard.sourceId)
    tx.relabel(`修改定额标准 ${source.name}（每个党支部 ${formatYuan(change.amountFen)} 元）`)
    return {
      version: await tx.update('fundStandard', change.id, change.version, { amountFen: change.amountFen }),
    }
  })
