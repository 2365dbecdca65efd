import { runInNewContext } from 'node:vm'

/**
 * Runs work that cannot be asked to stop, in this thread, and ends it when it takes too long: a damaged file may send a
 * reader round in circles. Answers null then. What `work` throws is thrown on.
 */
export const withinTime = <T>(limitMs: number, work: () => T): { readonly value: T } | null => {
  let done: { readonly value: T } | null = null
  const run = (): void => {
    done = { value: work() }
  }
  try {
    // The context is only there because its script can be given a time limit; the work runs in its own.
    runInNewContext('run()', { run }, { timeout: limitMs })
  } catch (error) {
    const over = error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
    if (!over) throw error
    return null
  }
  return done
}
