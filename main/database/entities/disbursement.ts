import { EntitySchema } from 'typeorm'
import type { DisbursementRow } from '../rows.ts'
import { id, integer, optionalText, text, version } from './columns.ts'

export const disbursementEntity = new EntitySchema<DisbursementRow>({
  name: 'disbursement',
  tableName: 'disbursement',
  columns: {
    id,
    version,
    year: integer('year'),
    unitId: { ...text('unit_id'), foreignKey: { target: 'unit' } },
    sourceId: { ...text('source_id'), foreignKey: { target: 'fundSource' } },
    date: text('date'),
    voucherNo: text('voucher_no'),
    summary: text('summary'),
    category: text('category'),
    payee: text('payee'),
    handler: text('handler'),
    amountFen: integer('amount_fen'),
    reversesId: { ...optionalText('reverses_id'), foreignKey: { target: 'disbursement' } },
  },
  indices: [
    { name: 'index_disbursement_year_unit_id', columns: ['year', 'unitId'] },
    { name: 'unique_disbursement_year_voucher_no', columns: ['year', 'voucherNo'], unique: true },
    { name: 'unique_disbursement_reverses_id', columns: ['reversesId'], unique: true },
  ],
})
