import type { LedgerKind } from '../../../shared/models/import.ts'
import type { Database } from '../../database/database.ts'
import { loadSnapshot, type Snapshot } from '../../database/import-snapshot.ts'
import type { Job } from '../../jobs.ts'
import { runInSlices } from '../give-way.ts'
import type { Ledger, ParsedRow, SheetContext } from '../parsed-row.ts'
import type { Edits } from './edits.ts'
import { noteContacts, planEmergencyRow } from './emergency-row.ts'
import { noteMember, planMemberRow } from './member-row.ts'
import { type Office, openOffice, type Readings } from './office.ts'
import { noteLeader, planOrganizationRow } from './organization-row.ts'
import { type Report, RowReport } from './report.ts'

/** What the reading of a file gave. */
export interface LedgerRows {
  readonly ledger: Ledger
  readonly rows: readonly ParsedRow[]
  readonly readings: Readings
}

export interface Plan {
  readonly edits: Edits
  readonly report: Report
}

const noContext: SheetContext = { street: null, community: null, headers: [], headerOf: {} }

/**
 * Plans what the rows would write into the office as `snapshot` shows it. Pure: it writes nothing and reads nothing
 * else. A generator that yields after each row (the number done), so that whoever runs it can give way.
 */
export function* planRows(
  { ledger, rows, readings }: LedgerRows,
  snapshot: Snapshot,
  today: string,
): Generator<number, Plan> {
  const office = yield* openOffice(snapshot, readings, today)
  const { report } = office
  const planner = planners[ledger.kind]
  const reportOf = (row: ParsedRow): RowReport =>
    new RowReport(row, ledger.contexts[row.sheet] ?? noContext, ledger.sheets[row.sheet]?.sheet ?? '', report)
  for (const row of rows) {
    planner.note(reportOf(row), office)
    yield 0
  }
  for (const [index, row] of rows.entries()) {
    yield index
    if (row.refused.length > 0) {
      report.refuse(row, row.refused)
      continue
    }
    const rowReport = reportOf(row)
    const refusedBefore = report.rejectedRows.length
    planner.plan(rowReport, office)
    if (!rowReport.touched && report.rejectedRows.length === refusedBefore) report.unchanged += 1
  }
  return { edits: office.edits, report }
}

/** The data as it is now; it can be read while the file is. */
export const takeSnapshot = (db: Database): Promise<Snapshot> => loadSnapshot(db)

/** Plans against a snapshot of the data, in slices that leave the main process free. */
export const planLedger = async (
  snapshot: Snapshot,
  read: LedgerRows,
  today: string,
  job: Job,
): Promise<Plan & { readonly revision: number }> => {
  const total = read.rows.length
  const planned = await runInSlices(planRows(read, snapshot, today), (done) => {
    job.check()
    job.report({ kind: 'planning', done, total })
  })
  return { ...planned, revision: snapshot.revision }
}

/** `note` sees every row, refused ones too, before `plan` sees the first. */
interface Planner {
  readonly note: (row: RowReport, office: Office) => void
  readonly plan: (row: RowReport, office: Office) => void
}

const planners: Readonly<Record<LedgerKind, Planner>> = {
  organization: { note: noteLeader, plan: planOrganizationRow },
  emergencyBranches: { note: noteContacts, plan: planEmergencyRow },
  members: { note: noteMember, plan: planMemberRow },
}
