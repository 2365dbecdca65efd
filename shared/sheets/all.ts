import type { LedgerKind, TableKind } from '../models/import.ts'
import { emergencyBranchesSheet } from './emergency-branches.ts'
import { appropriationsSheet, disbursementsSheet, usualSources } from './funding.ts'
import { gridStaffSheet } from './grid-staff.ts'
import { headsSheet } from './heads.ts'
import { membersSheet } from './members.ts'
import { organizationSheet } from './organization.ts'
import { partnerUnitsSheet } from './partner-units.ts'
import { reportingSheet } from './reporting.ts'
import type { Sheet } from './sheet.ts'
import { venuesSheet } from './venues.ts'
import { volunteersSheet } from './volunteers.ts'

export type Sheets = Readonly<Record<TableKind, Sheet>>

/**
 * Every table that can be imported, in the order in which rows must be planned: what a later one refers to comes
 * first. `sources` are the office's sources of money. To add a ledger, write its column table and add it here.
 */
export const sheetsFor = (sources: readonly string[]): Sheets => ({
  organization: organizationSheet,
  partnerUnits: partnerUnitsSheet,
  emergencyBranches: emergencyBranchesSheet,
  members: membersSheet,
  reporting: reportingSheet,
  heads: headsSheet,
  gridStaff: gridStaffSheet,
  volunteers: volunteersSheet,
  venues: venuesSheet,
  appropriations: appropriationsSheet([...new Set([...usualSources, ...sources])]),
  disbursements: disbursementsSheet,
})

/** With the usual sources alone. */
export const sheets: Sheets = sheetsFor([])

/** What the user calls each of the ten ledgers. */
export const ledgerTitles: Readonly<Record<LedgerKind, string>> = {
  organization: '组织架构',
  partnerUnits: '包联单位名册',
  emergencyBranches: '应急党支部名册',
  members: '党员花名册',
  reporting: '双报到登记表',
  heads: '楼栋长单元长台账',
  gridStaff: '网格长网格员名册',
  volunteers: '志愿者名册',
  venues: '活动场所台账',
  funding: '经费台账',
}

/** The tables of a ledger; money has two. */
export const tablesOf = (ledger: LedgerKind, all: Sheets = sheets): readonly Sheet[] =>
  Object.values(all).filter((sheet) => sheet.ledger === ledger)
