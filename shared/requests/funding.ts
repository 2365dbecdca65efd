import { z } from 'zod'
import type { SavedFile } from '../models/app.ts'
import type {
  AllotmentOutcome,
  AllotmentPlan,
  FundingMatrix,
  FundSource,
  FundStandard,
  LedgerEntry,
} from '../models/funding.ts'
import type { Statement } from '../models/statement.ts'
import { fen, id, isoDate, jobId, shortText, version, year } from './fields.ts'
import { request } from './request.ts'

const scope = z.object({ year, streetId: id.nullable() })

export const fundingRequests = {
  'funding.sources': request(z.null()).answers<readonly FundSource[]>(),
  'funding.standards': request(z.null()).answers<readonly FundStandard[]>(),
  'funding.saveStandard': request(z.object({ id, version, amountFen: fen.nonnegative() })).answers<{
    readonly version: number
  }>(),
  'funding.planAllotment': request(z.object({ year, streetId: id })).answers<AllotmentPlan>(),
  'funding.allot': request(z.object({ year, streetId: id })).answers<AllotmentOutcome>(),
  'funding.matrix': request(scope).answers<FundingMatrix>(),
  'funding.ledger': request(
    z.object({ year, streetId: id.nullable(), unitId: id.nullable(), sourceId: id.nullable() }),
  ).answers<readonly LedgerEntry[]>(),
  'funding.appropriate': request(
    z.object({ unitId: id, sourceId: id, amountFen: fen.positive(), date: isoDate, note: shortText }),
  ).answers<{ readonly id: string }>(),
  /** `voucherNo` null takes the next number of the year. The year is that of `date`. */
  'funding.disburse': request(
    z.object({
      unitId: id,
      sourceId: id,
      date: isoDate,
      voucherNo: z.string().trim().min(1).max(40).nullable(),
      summary: z.string().trim().min(1).max(200),
      category: z.string().trim().min(1).max(40),
      payee: shortText,
      handler: shortText,
      amountFen: fen.positive(),
    }),
  ).answers<{ readonly id: string; readonly voucherNo: string }>(),
  /** 红冲: a negative voucher that names the one it reverses. */
  'funding.reverse': request(z.object({ id, date: isoDate, reason: shortText })).answers<{
    readonly id: string
    readonly voucherNo: string
  }>(),
  /** 冲销: a negative appropriation that names the one it takes back. */
  'funding.reverseAppropriation': request(z.object({ id, date: isoDate, reason: shortText })).answers<{
    readonly id: string
  }>(),
  'statement.load': request(scope).answers<Statement>(),
  'statement.save': request(
    scope.extend({ format: z.enum(['xlsx', 'pdf']), jobId }),
  ).answers<SavedFile | null>(),
  'statement.print': request(scope.extend({ jobId })).answers<boolean>(),
}
