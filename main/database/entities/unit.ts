import { EntitySchema } from 'typeorm'
import type { UnitRow } from '../rows.ts'
import { id, integer, optionalInteger, optionalText, text, version } from './columns.ts'

export const unitEntity = new EntitySchema<UnitRow>({
  name: 'unit',
  tableName: 'unit',
  columns: {
    id,
    version,
    kind: text('kind'),
    branchKind: optionalText('branch_kind'),
    parentId: { ...optionalText('parent_id'), foreignKey: { target: 'unit' } },
    name: text('name'),
    pinyin: text('pinyin'),
    initials: text('initials'),
    sort: integer('sort'),
    foundedOn: optionalText('founded_on'),
    dissolvedOn: optionalText('dissolved_on'),
    note: text('note'),
    besideId: { ...optionalText('beside_id'), foreignKey: { target: 'unit' } },
    partnerUnitId: { ...optionalText('partner_unit_id'), foreignKey: { target: 'partnerUnit' } },
    approvalNo: optionalText('approval_no'),
    approvedOn: optionalText('approved_on'),
    approvalDocumentId: { ...optionalText('approval_document_id'), foreignKey: { target: 'document' } },
    termYears: optionalInteger('term_years'),
    electedOn: optionalText('elected_on'),
    nextElectionOn: optionalText('next_election_on'),
  },
  indices: [
    { name: 'index_unit_parent_id_sort', columns: ['parentId', 'sort', 'id'] },
    { name: 'index_unit_kind', columns: ['kind'] },
    { name: 'index_unit_beside_id', columns: ['besideId'] },
  ],
})
