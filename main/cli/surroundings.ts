import type { Context } from '../context.ts'

/** The fields of a command's JSON, without `ok`. */
export type Answer = Readonly<Record<string, unknown>>

/** What a command works with besides its own words. */
export interface Surroundings {
  readonly context: Context
  /** Relative paths begin here. */
  readonly cwd: string
  /** Words for people, to standard error. */
  readonly say: (sentence: string) => void
}
