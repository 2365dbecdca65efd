import { AppError } from '../../shared/errors.ts'
import type { Database } from './database.ts'

type State =
  | { readonly kind: 'open'; readonly database: Database }
  | { readonly kind: 'reopening' }
  | { readonly kind: 'failed'; readonly error: unknown }

/** The database that the program works with, also while its file is exchanged. */
export class HeldDatabase {
  private state: State

  constructor(
    database: Database,
    private readonly open: () => Promise<Database>,
  ) {
    this.state = { kind: 'open', database }
  }

  /** Throws `database.busy` while it is being reopened, and the error of the opening when that failed. */
  current(): Database {
    switch (this.state.kind) {
      case 'open':
        return this.state.database
      case 'reopening':
        throw new AppError('database.busy')
      case 'failed':
        throw this.state.error
    }
  }

  /**
   * Closes the database, lets `between` move its file, and opens it again, whether `between` succeeds or not.
   * Throws what `between` throws, before what the opening throws.
   */
  async reopen(between: (file: string) => Promise<void>): Promise<void> {
    const database = this.current()
    this.state = { kind: 'reopening' }
    const moved = await attempt(async () => {
      await database.close()
      await between(database.file)
    })
    const opened = await attempt(this.open)
    this.state = opened.ok
      ? { kind: 'open', database: opened.value }
      : { kind: 'failed', error: opened.error }
    if (!moved.ok) throw moved.error
    if (!opened.ok) throw opened.error
  }
}

type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown }

const attempt = async <T>(work: () => Promise<T>): Promise<Outcome<T>> => {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return { ok: false, error }
  }
}
