import type { UnitRow } from './rows.ts'

/** What nothing is known of when a unit is made. */
export const blankUnit: Pick<
  UnitRow,
  'approvalNo' | 'approvedOn' | 'approvalDocumentId' | 'termYears' | 'electedOn' | 'nextElectionOn'
> = {
  approvalNo: null,
  approvedOn: null,
  approvalDocumentId: null,
  termYears: null,
  electedOn: null,
  nextElectionOn: null,
}
