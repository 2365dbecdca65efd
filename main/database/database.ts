import type { DataSource, QueryRunner } from 'typeorm'
import { AppError } from '../../shared/errors.ts'
import { log } from '../log.ts'
import { beginWrite, commit, dataVersion, rollback } from './dialect.ts'
import { asAppError } from './errors.ts'
import type { Parameter, Reader } from './reader.ts'
import { type Edit, Transaction } from './transaction.ts'
import { WriteQueue } from './write-queue.ts'

export type { Parameter, Reader }

/** The connections to one file. */
export interface Connections {
  readonly writer: DataSource
  readonly writeRunner: QueryRunner
  readonly reader: DataSource
  readonly readRunner: QueryRunner
  /** For what takes long: counts over the whole street must not keep a clerk's next click waiting. */
  readonly slowReader: DataSource
  readonly slowRunner: QueryRunner
}

/** Makes the next edit of several. Answers what its `work` answers. */
export type EditNext = <R>(edit: Edit, work: (tx: Transaction) => Promise<R>) => Promise<R>

/** What every view of one open database shares. */
class Shared {
  readonly queue = new WriteQueue()
  readonly listeners = new Set<() => void>()
  closed = false
}

/**
 * The one way to the data. Reads go over their own connection, so that they never see a half-written
 * transaction; writes go through a queue, one transaction at a time: the driver shares a connection between
 * callers, and two interleaved transactions lose rows. Once closed, all it answers is `database.busy`.
 */
export class Database implements Reader {
  constructor(
    private readonly connections: Connections,
    /** Absolute path of the database file. */
    readonly file: string,
    /** Name written to the audit trail. */
    private actor: string,
    private readonly shared = new Shared(),
  ) {}

  query<Row>(sql: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
    return this.read(this.connections.readRunner, sql, parameters)
  }

  /** The same data over a connection of its own, for what takes long at scale and is not waited for at once. */
  readonly slow: Reader = {
    query: <Row>(sql: string, parameters: readonly Parameter[] = []) =>
      this.read<Row>(this.connections.slowRunner, sql, parameters),
  }

  private async read<Row>(
    runner: QueryRunner,
    sql: string,
    parameters: readonly Parameter[],
  ): Promise<Row[]> {
    this.refuseClosed()
    try {
      return await runner.query(sql, [...parameters])
    } catch (error) {
      this.refuseClosed(error)
      throw asAppError(error)
    }
  }

  setActor(actor: string): void {
    this.actor = actor
  }

  /** The same data; edits made through this view are recorded under another name. */
  as(actor: string): Database {
    return new Database(this.connections, this.file, actor, this.shared)
  }

  /**
   * One edit: one transaction, one audit entry with every row it touched. Rolled back whole when `work` throws
   * or `signal` is aborted before the commit. Answers what `work` answers.
   */
  edit<T>(edit: Edit, work: (tx: Transaction) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.editTogether((editNext) => editNext(edit, work), signal)
  }

  /**
   * Several edits, one after the other, in one transaction: each has its own audit entry, and either all of them
   * stand or none does. As `edit` otherwise.
   */
  editTogether<T>(work: (editNext: EditNext) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.exclusive(async (runner) => {
      signal?.throwIfAborted()
      await beginWrite(runner)
      let touched = false
      const editNext: EditNext = async (edit, change) => {
        const tx = new Transaction(
          runner,
          (name) => this.connections.writer.getMetadata(name),
          edit,
          this.actor,
        )
        const made = await change(tx)
        await tx.finish()
        touched ||= tx.touched
        return made
      }
      let answer: T
      try {
        answer = await work(editNext)
        signal?.throwIfAborted()
        await commit(runner)
      } catch (error) {
        await rollback(runner).catch(() => undefined)
        throw error
      }
      if (touched) this.announce()
      return answer
    })
  }

  /** Runs outside any transaction but in the write queue, e.g. a backup. */
  exclusive<T>(task: (runner: QueryRunner) => Promise<T>): Promise<T> {
    return this.shared.queue.run(async () => {
      this.refuseClosed()
      try {
        return await task(this.connections.writeRunner)
      } catch (error) {
        throw asAppError(error)
      }
    })
  }

  /** Called after each commit that changed something; returns the function that stops it. */
  onChanged(listener: () => void): () => void {
    this.shared.listeners.add(listener)
    return () => {
      this.shared.listeners.delete(listener)
    }
  }

  /**
   * A number that changes when another process wrote to the same database. Asked on the writing connection, for
   * which its own commits do not count.
   */
  foreignVersion(): Promise<number> {
    return this.exclusive(dataVersion)
  }

  /** Waits for the edits that were asked for before. */
  async close(): Promise<void> {
    await this.shared.queue.run(async () => {
      if (this.shared.closed) return
      this.shared.closed = true
      const { writer, writeRunner, reader, readRunner, slowReader, slowRunner } = this.connections
      await slowRunner.release()
      await readRunner.release()
      await writeRunner.release()
      await slowReader.destroy()
      await reader.destroy()
      await writer.destroy()
    })
  }

  private refuseClosed(cause?: unknown): void {
    if (this.shared.closed) throw new AppError('database.busy', {}, { cause })
  }

  /** The edit is committed: whoever hears of it cannot make it fail any more. */
  private announce(): void {
    for (const listener of this.shared.listeners) {
      try {
        listener()
      } catch (error) {
        log('error', 'a listener to changes failed', error)
      }
    }
  }
}
