/** The unit that was open last: the page comes back to it. Null before, and when it is gone. */
let last: string | null = null

export const lastOpened = (): string | null => last
export const rememberOpened = (id: string | null): void => {
  last = id
}
