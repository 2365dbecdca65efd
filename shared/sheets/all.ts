import type { LedgerKind } from '../models/import.ts'
import { emergencyBranchesSheet } from './emergency-branches.ts'
import { membersSheet } from './members.ts'
import { organizationSheet } from './organization.ts'
import type { Sheet } from './sheet.ts'

/** Every ledger that can be imported. To add one, write its column table and add it here. */
export const sheets: Readonly<Record<LedgerKind, Sheet>> = {
  organization: organizationSheet,
  emergencyBranches: emergencyBranchesSheet,
  members: membersSheet,
}
