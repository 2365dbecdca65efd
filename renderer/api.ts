import type { Bridge } from '../shared/bridge.ts'
import { AppError } from '../shared/errors.ts'
import type { Answer, Argument, EventName, PushedEvents, RequestName } from '../shared/ipc.ts'

declare global {
  interface Window {
    readonly zhibu: Bridge
  }
}

/** Asks the main process. Throws AppError with the code that `shared/messages.ts` has a sentence for. */
export const call = async <N extends RequestName>(name: N, argument: Argument<N>): Promise<Answer<N>> => {
  const result = await window.zhibu.call(name, argument)
  if (!result.ok) throw new AppError(result.code, result.facts)
  // The handler map is typed against the same list of requests.
  return result.value as Answer<N>
}

/** Listens to one pushed event; returns the function that stops listening. */
export const on = <N extends EventName>(name: N, listener: (value: PushedEvents[N]) => void): (() => void) =>
  window.zhibu.on((event, value) => {
    if (event === name) listener(value as PushedEvents[N])
  })
