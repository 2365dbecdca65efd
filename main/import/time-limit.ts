import { createContext, Script } from 'node:vm'

/** A script can be given a time limit, a function cannot: this one calls the function, which runs in its own context. */
const scope: { run: () => void } = { run: () => undefined }
const context = createContext(scope)
const script = new Script('run()')

/**
 * Runs work that cannot be asked to stop, in this thread, and ends it when it takes too long: a damaged file may send a
 * reader round in circles. Answers null then. What `work` throws is thrown on.
 */
export const withinTime = <T>(limitMs: number, work: () => T): { readonly value: T } | null => {
  let done: { readonly value: T } | null = null
  scope.run = () => {
    done = { value: work() }
  }
  try {
    script.runInContext(context, { timeout: limitMs })
  } catch (error) {
    // The error belongs to the context, so it is known by its code alone.
    const { code } = Object(error) as { readonly code?: unknown }
    if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    return null
  } finally {
    scope.run = () => undefined
  }
  return done
}
