import type { z } from 'zod'

/** One request of the window to the main process: how its argument is checked, and what it answers. */
export interface RequestDefinition<Argument extends z.ZodType, Answer> {
  readonly argument: Argument
  /** Never set at run time; it carries the answer's type. */
  readonly answer?: Answer
}

/** `request(schema).answers<T>()` */
export const request = <Argument extends z.ZodType>(argument: Argument) => ({
  answers: <Answer>(): RequestDefinition<Argument, Answer> => ({ argument }),
})

export type ArgumentOf<D> = D extends RequestDefinition<infer A, unknown> ? z.infer<A> : never
export type AnswerOf<D> = D extends { readonly answer?: infer R } ? Exclude<R, undefined> : never
