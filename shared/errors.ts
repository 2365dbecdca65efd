/** Every way a request can fail. The sentence the user reads for each stands in `messages.ts`. */
export type ErrorCode =
  | 'file.missing'
  | 'file.unreadable'
  | 'file.not-workbook'
  | 'file.encrypted'
  | 'file.damaged'
  | 'file.empty'
  | 'file.too-large'
  | 'file.no-known-header'
  | 'write.locked'
  | 'write.disk-full'
  | 'write.denied'
  | 'write.no-folder'
  | 'write.failed'
  | 'database.newer'
  | 'database.damaged'
  | 'database.empty-file'
  | 'database.busy'
  | 'database.disk-full'
  | 'database.read-only'
  | 'data.not-empty'
  | 'data.not-sample'
  | 'data.sample-kept'
  | 'record.missing'
  | 'record.changed'
  | 'unit.unknown'
  | 'unit.ambiguous'
  | 'unit.parent-refused'
  | 'unit.duplicate-name'
  | 'unit.has-children'
  | 'unit.dissolved'
  | 'value.invalid'
  | 'plan.expired'
  | 'plan.stale'
  | 'import.undone'
  | 'undo.nothing'
  | 'undo.changed-since'
  | 'cards.nothing'
  | 'funding.no-branches'
  | 'funding.voucher-taken'
  | 'funding.overspent'
  | 'funding.reversed-already'
  | 'funding.appropriation-spent'
  | 'funding.appropriation-reversed'
  | 'print.failed'
  | 'print.timeout'
  | 'print.no-printer'
  | 'job.cancelled'
  | 'request.refused'
  | 'request.invalid'
  | 'usage'
  | 'internal'

/** Named facts that the sentence of a code may quote, e.g. the file's name. Never personal data. */
export type ErrorFacts = Readonly<Record<string, string | number>>

/** The one error that crosses layers: a code, and the facts its sentence needs. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly facts: ErrorFacts = {},
    options?: ErrorOptions,
  ) {
    super(code, options)
    this.name = 'AppError'
  }
}

/** What every request answers. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly facts: ErrorFacts }

/** Compile-time proof that a switch over a union is complete. */
export const assertNever = (value: never): never => {
  throw new Error(`unexpected value: ${String(value)}`)
}
