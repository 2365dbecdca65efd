/** The index of the row above which `index` stands: the nearest before it that is less deep; -1 for a root. */
export const parentIndex = (rows: readonly { readonly depth: number }[], index: number): number => {
  const depth = rows[index]?.depth ?? 0
  for (let above = index - 1; above >= 0; above--) if ((rows[above]?.depth ?? 0) < depth) return above
  return -1
}
