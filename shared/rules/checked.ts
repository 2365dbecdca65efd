/** What a rule says of a value: the value in its one stored form, or why it is refused, in words for the user. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string }

export const accept = <T>(value: T): Checked<T> => ({ ok: true, value })
export const refuse = (reason: string): { readonly ok: false; readonly reason: string } => ({
  ok: false,
  reason,
})
