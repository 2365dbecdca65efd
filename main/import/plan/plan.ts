import type { SheetFound, TableKind } from '../../../shared/models/import.ts'
import { sheets } from '../../../shared/sheets/all.ts'
import type { Snapshot } from '../../database/import-snapshot.ts'
import { type NameReader, noContext, type ParsedRow, type SheetContext } from '../parsed-row.ts'
import type { SessionChannel } from '../session/session-channel.ts'
import type { Decisions } from './decisions.ts'
import { type Batch, Edits } from './edits.ts'
import { noteContacts, planEmergencyRow } from './emergency-row.ts'
import { noteVoucher, planAppropriationRow, planDisbursementRow } from './funding-rows.ts'
import { noteMember, planMemberRow } from './member-row.ts'
import { type Office, openOffice } from './office.ts'
import { noteLeader, planOrganizationRow } from './organization-row.ts'
import { noteContactsOfPartner, planPartnerRow } from './partner-row.ts'
import { noteGrid, noteHeads, planGridRow, planHeadsRow } from './place-rows.ts'
import { type Report, RowReport } from './report.ts'
import { notePerson, planReportingRow, planVolunteerRow } from './reporting-row.ts'
import { noteKeeper, planVenueRow } from './venue-row.ts'

/** What the reading of the files gave. */
export interface LedgerRows {
  readonly rows: readonly ParsedRow[]
  /** By the index of the sheet. */
  readonly sheets: readonly Pick<SheetFound, 'sheet' | 'table'>[]
  readonly contexts: readonly SheetContext[]
  readonly readings: NameReader
}

export interface Plan {
  readonly edits: Edits
  readonly report: Report
  /** Question → the person whom the answer “new” made. */
  readonly settled: ReadonlyMap<string, string>
}

/** Rows between two looks at whether the user cancelled. */
const stride = 64

/**
 * Plans what the rows would write into the office as `snapshot` shows it. It writes nothing and reads nothing else.
 * Tables are planned in the order in which they refer to each other. `send` is given parts of the plan as they are
 * complete; the rest is in the answer. Throws `job.cancelled`.
 */
export const planRows = (
  read: LedgerRows,
  snapshot: Snapshot,
  decisions: Decisions,
  today: string,
  channel: SessionChannel,
  send: ((batch: Batch) => void) | null = null,
): Plan => {
  const office = openOffice(snapshot, read.readings, decisions, today, new Edits(send))
  const { report } = office
  const rows = inOrder(read)
  const reportOf = (row: ParsedRow): RowReport =>
    new RowReport(row, read.contexts[row.sheet] ?? noContext, read.sheets[row.sheet]?.sheet ?? '', report)
  const plannerOf = (row: ParsedRow): Planner => planners[read.sheets[row.sheet]?.table ?? 'members']
  for (const [index, row] of rows.entries()) {
    if (index % stride === 0) channel.check()
    plannerOf(row).note(reportOf(row), office)
  }
  for (const [index, row] of rows.entries()) {
    if (index % stride === 0) {
      channel.check()
      channel.report({ kind: 'planning', done: index, total: rows.length })
    }
    planRow(row, reportOf(row), plannerOf(row), office)
  }
  return { edits: office.edits, report, settled: decisions.settled }
}

const planRow = (row: ParsedRow, rowReport: RowReport, planner: Planner, office: Office): void => {
  const { report } = office
  if (row.refused.length > 0) {
    report.refuse(row, row.refused)
    return
  }
  planner.plan(rowReport, office)
  if (!rowReport.touched && !rowReport.refused) report.unchanged += 1
}

const order = Object.keys(sheets) as readonly TableKind[]

/** Rows of one table stay in the order of the file. */
const inOrder = ({ rows, sheets: found }: LedgerRows): readonly ParsedRow[] => {
  const tables = new Set(rows.map((row) => found[row.sheet]?.table))
  if (tables.size <= 1) return rows
  return order.flatMap((table) => rows.filter((row) => found[row.sheet]?.table === table))
}

/** `note` sees every row, refused ones too, before `plan` sees the first. */
interface Planner {
  readonly note: (row: RowReport, office: Office) => void
  readonly plan: (row: RowReport, office: Office) => void
}

const nothing = (): void => undefined

const planners: Readonly<Record<TableKind, Planner>> = {
  organization: { note: noteLeader, plan: planOrganizationRow },
  partnerUnits: { note: noteContactsOfPartner, plan: planPartnerRow },
  emergencyBranches: { note: noteContacts, plan: planEmergencyRow },
  members: { note: noteMember, plan: planMemberRow },
  reporting: { note: notePerson, plan: planReportingRow },
  heads: { note: noteHeads, plan: planHeadsRow },
  gridStaff: { note: noteGrid, plan: planGridRow },
  volunteers: { note: notePerson, plan: planVolunteerRow },
  venues: { note: noteKeeper, plan: planVenueRow },
  appropriations: { note: nothing, plan: planAppropriationRow },
  disbursements: { note: noteVoucher, plan: planDisbursementRow },
}
