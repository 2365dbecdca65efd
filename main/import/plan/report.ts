import type { ImportWarning, PlannedChange, Question, RejectedCell } from '../../../shared/models/import.ts'
import type { ParsedRow, SheetContext } from '../parsed-row.ts'

/** The row that is being planned, and what the preview will say of it. */
export class RowReport {
  touched = false
  private wasRefused = false

  constructor(
    readonly row: ParsedRow,
    readonly context: SheetContext,
    private readonly sheetName: string,
    private readonly report: Report,
  ) {}

  get refused(): boolean {
    return this.wasRefused
  }

  text(field: string): string | null {
    const value = this.row.values[field] ?? null
    return value === null || value === '' ? null : String(value)
  }

  count(field: string): number | null {
    const value = this.row.values[field]
    return typeof value === 'number' ? value : null
  }

  warn(reason: string): void {
    this.report.warn(this.row.index, { sheet: this.sheetName, row: this.row.row, reason })
  }

  /**
   * Refuses the whole row because of one cell; call it before anything of the row is planned. `question` is what the
   * user may decide instead of mending the cell.
   */
  refuse(field: string, reason: string, question?: Question): void {
    this.wasRefused = true
    const column = this.context.headerOf[field] ?? this.context.labelOf[field] ?? ''
    const cell = { sheet: this.sheetName, row: this.row.row, column, reason }
    this.report.refuse(this.row, [question === undefined ? cell : { ...cell, question }])
    if (question !== undefined) this.ask(question)
  }

  /** A decision is offered; the row goes on as `question.unless` says. */
  ask(question: Question): void {
    this.report.ask({ ...question, sheet: this.sheetName, row: this.row.row, index: this.row.index })
  }

  /** `said`: what tells the new record from others of its name, e.g. its branch. */
  created(key: string, what: string, name: string, said: PlannedChange['changes'] = noChanges): void {
    this.touched = true
    this.report.count(this.report.created, key)
    this.list({ action: 'create', what, name, changes: said })
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

const noChanges: PlannedChange['changes'] = []

export interface RowQuestion extends Question {
  readonly sheet: string
  readonly row: number
  readonly index: number
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
  /** By the row's index: what is said of it. */
  readonly refusedOf = new Map<number, readonly RejectedCell[]>()
  readonly warningsOf = new Map<number, string[]>()
  /** By key: hundreds of rows may ask the same. */
  readonly questions = new Map<string, RowQuestion>()
  unchanged = 0

  refuse(row: ParsedRow, cells: readonly RejectedCell[]): void {
    this.rejected.push(...cells)
    this.rejectedRows.push({ ...row, refused: cells })
    this.refusedOf.set(row.index, cells)
  }

  warn(index: number, warning: ImportWarning): void {
    this.warnings.push(warning)
    const said = this.warningsOf.get(index)
    if (said === undefined) this.warningsOf.set(index, [warning.reason])
    else said.push(warning.reason)
  }

  ask(question: RowQuestion): void {
    if (!this.questions.has(question.key)) this.questions.set(question.key, question)
  }

  count(counts: Record<string, number>, key: string): void {
    counts[key] = (counts[key] ?? 0) + 1
  }
}
