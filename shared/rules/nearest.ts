/** Edit distance over code points: how many characters must be added, taken away or changed. */
const distance = (from: readonly string[], to: readonly string[]): number => {
  let previous = to.map((_, index) => index + 1)
  for (const [row, a] of from.entries()) {
    let left = row + 1
    let corner = row
    previous = to.map((b, column) => {
      const above = previous[column] ?? 0
      const cost = Math.min(above + 1, left + 1, corner + (a === b ? 0 : 1))
      corner = above
      left = cost
      return cost
    })
  }
  return previous.at(-1) ?? from.length
}

/** True when one character was mistyped, left out or put in, of names of two characters or more. */
export const oneSlipApart = (a: string, b: string): boolean => {
  const [from, to] = [[...a], [...b]]
  return Math.min(from.length, to.length) >= 2 && distance(from, to) === 1
}

/** The `most` names that look most like `name`, those with more than half of it changed left out. */
export const nearest = (name: string, names: Iterable<string>, most = 3): readonly string[] => {
  const wanted = [...name]
  const ranked: { readonly candidate: string; readonly far: number }[] = []
  for (const candidate of names) {
    const far = distance(wanted, [...candidate])
    if (far * 2 <= Math.max(wanted.length, 4)) ranked.push({ candidate, far })
  }
  return ranked
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map((one) => one.candidate)
}
