import type { DataSource, QueryRunner } from 'typeorm'
import { beginWrite, commit, dataVersion, rollback } from './dialect.ts'
import { asAppError } from './errors.ts'
import type { Parameter, Reader } from './reader.ts'
import { type Edit, Transaction } from './transaction.ts'
import { WriteQueue } from './write-queue.ts'

export type { Parameter, Reader }

/**
 * The one way to the data. Reads go over their own connection, so that they never see a half-written
 * transaction; writes go through a queue, one transaction at a time: the driver shares a connection between
 * callers, and two interleaved transactions lose rows.
 */
export class Database implements Reader {
  private readonly queue = new WriteQueue()
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly writer: DataSource,
    private readonly writeRunner: QueryRunner,
    private readonly reader: DataSource,
    private readonly readRunner: QueryRunner,
    /** Absolute path of the database file. */
    readonly file: string,
    /** Name written to the audit trail. */
    private actor: string,
  ) {}

  async query<Row>(sql: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
    try {
      return await this.readRunner.query(sql, [...parameters])
    } catch (error) {
      throw asAppError(error)
    }
  }

  setActor(actor: string): void {
    this.actor = actor
  }

  /**
   * One edit: one transaction, one audit entry with every row it touched. Rolled back whole when `work` throws
   * or `signal` is aborted before the commit. Answers what `work` answers.
   */
  edit<T>(edit: Edit, work: (tx: Transaction) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.queue.run(async () => {
      const runner = this.writeRunner
      try {
        signal?.throwIfAborted()
        await beginWrite(runner)
        try {
          const tx = new Transaction(runner, (name) => this.writer.getMetadata(name), edit, this.actor)
          const answer = await work(tx)
          await tx.finish()
          signal?.throwIfAborted()
          await commit(runner)
          if (tx.touched) this.announce()
          return answer
        } catch (error) {
          await rollback(runner).catch(() => undefined)
          throw error
        }
      } catch (error) {
        throw asAppError(error)
      }
    })
  }

  /** Runs outside any transaction but in the write queue, e.g. a backup. */
  exclusive<T>(task: (runner: QueryRunner) => Promise<T>): Promise<T> {
    return this.queue.run(async () => {
      try {
        return await task(this.writeRunner)
      } catch (error) {
        throw asAppError(error)
      }
    })
  }

  /** Called after each commit that changed something; returns the function that stops it. */
  onChanged(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  /** A number that changes when another process wrote to the same database. */
  foreignVersion(): Promise<number> {
    return dataVersion(this.readRunner)
  }

  async close(): Promise<void> {
    await this.queue.run(async () => {
      await this.readRunner.release()
      await this.writeRunner.release()
      await this.reader.destroy()
      await this.writer.destroy()
    })
  }

  private announce(): void {
    for (const listener of this.listeners) listener()
  }
}
