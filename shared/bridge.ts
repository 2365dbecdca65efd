import type { Result } from './errors.ts'

/** What the preload script exposes as `window.zhibu`; only `renderer/api.ts` uses it, and gives it types. */
export interface Bridge {
  /** One request; the answer is checked by name in `renderer/api.ts`. */
  readonly call: (name: string, argument: unknown) => Promise<Result<unknown>>
  /** Listens to every pushed event; returns the function that stops listening. */
  readonly on: (listener: (name: string, value: unknown) => void) => () => void
}
