import type { ImportWarning, PlannedChange, RejectedCell } from '../../../shared/models/import.ts'
import type { ParsedRow, SheetContext } from '../parsed-row.ts'

/** The row that is being planned, and what the preview will say of it. */
export class RowReport {
  touched = false

  constructor(
    readonly row: ParsedRow,
    readonly context: SheetContext,
    private readonly sheetName: string,
    private readonly report: Report,
  ) {}

  text(field: string): string | null {
    const value = this.row.values[field] ?? null
    return value === null || value === '' ? null : String(value)
  }

  count(field: string): number | null {
    const value = this.row.values[field]
    return typeof value === 'number' ? value : null
  }

  warn(reason: string): void {
    this.report.warnings.push({ sheet: this.sheetName, row: this.row.row, reason })
  }

  /** Refuses the whole row because of one cell; call it before anything of the row is planned. */
  refuse(field: string, reason: string): void {
    const column = this.context.headerOf[field] ?? ''
    this.report.refuse(this.row, [{ sheet: this.sheetName, row: this.row.row, column, reason }])
  }

  created(key: string, what: string, name: string): void {
    this.touched = true
    this.report.count(this.report.created, key)
    this.list({ action: 'create', what, name, changes: [] })
  }

  /** Counts a record without a line of its own in the preview. */
  createdQuietly(key: string): void {
    this.touched = true
    this.report.count(this.report.created, key)
  }

  /** `id` is the changed record: changed twice, it still counts once. */
  updated(key: string, id: string, what: string, name: string, changes: PlannedChange['changes']): void {
    this.touched = true
    if (!this.report.changed.has(id)) this.report.count(this.report.updated, key)
    this.report.changed.add(id)
    this.list({ action: 'update', what, name, changes })
  }

  private list(change: Omit<PlannedChange, 'sheet' | 'row'>): void {
    this.report.changes.push({ sheet: this.sheetName, row: this.row.row, ...change })
  }
}

/** What the preview tells of the whole file. */
export class Report {
  readonly created: Record<string, number> = {}
  readonly updated: Record<string, number> = {}
  readonly changed = new Set<string>()
  readonly warnings: ImportWarning[] = []
  readonly changes: PlannedChange[] = []
  readonly rejected: RejectedCell[] = []
  readonly rejectedRows: ParsedRow[] = []
  unchanged = 0

  refuse(row: ParsedRow, cells: readonly RejectedCell[]): void {
    this.rejected.push(...cells)
    this.rejectedRows.push({ ...row, refused: cells })
  }

  count(counts: Record<string, number>, key: string): void {
    counts[key] = (counts[key] ?? 0) + 1
  }
}
