/** One audited change as the history lists it. Values are masked; `undoable` says whether it can be undone now. */
export interface HistoryEntry {
  readonly seq: number
  /** ISO instant, UTC. */
  readonly at: string
  readonly actor: string
  readonly action: string
  /** e.g. “修改 许文雪 的手机号” */
  readonly label: string
  readonly state: 'done' | 'undone' | 'undo'
  readonly details: readonly HistoryDetail[]
}

export interface HistoryDetail {
  readonly field: string
  readonly before: string | null
  readonly after: string | null
}

/** One edit that can be taken back, or done again. */
export interface UndoStep {
  /** Its entry in the history. */
  readonly seq: number
  readonly label: string
}

/** What the undo and redo buttons would do next. */
export interface UndoState {
  readonly undo: UndoStep | null
  readonly redo: UndoStep | null
}

/** A step with who made it and when, for the list of steps. */
export interface ListedStep extends UndoStep {
  /** ISO instant, UTC. */
  readonly at: string
  readonly actor: string
}

/** What can be taken back and done again, the next one first. */
export interface StepsList {
  readonly undo: readonly ListedStep[]
  readonly redo: readonly ListedStep[]
}
