import { EntitySchema } from 'typeorm'
import type { AppropriationRow } from '../rows.ts'
import { id, integer, optionalText, text, version } from './columns.ts'

export const appropriationEntity = new EntitySchema<AppropriationRow>({
  name: 'appropriation',
  tableName: 'appropriation',
  columns: {
    id,
    version,
    year: integer('year'),
    unitId: { ...text('unit_id'), foreignKey: { target: 'unit' } },
    sourceId: { ...text('source_id'), foreignKey: { target: 'fundSource' } },
    amountFen: integer('amount_fen'),
    date: text('date'),
    note: text('note'),
    standardId: { ...optionalText('standard_id'), foreignKey: { target: 'fundStandard' } },
    onceKey: optionalText('once_key'),
    reversesId: { ...optionalText('reverses_id'), foreignKey: { target: 'appropriation' } },
  },
  indices: [
    { name: 'index_appropriation_year_unit_id', columns: ['year', 'unitId'] },
    { name: 'unique_appropriation_once_key', columns: ['onceKey'], unique: true },
    { name: 'unique_appropriation_reverses_id', columns: ['reversesId'], unique: true },
  ],
})
