/** Different texts remembered; a ledger has a few hundred names of units on tens of thousands of rows. */
const most = 5000

/** Remembers what a pure function of a text answered. */
export const memo = <T>(compute: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const made = compute(text)
    if (known.size >= most) known.clear()
    known.set(text, made)
    return made
  }
}
