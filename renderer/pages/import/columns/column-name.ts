/** 0 → “A”, 26 → “AA”, as Excel names columns. */
export const columnName = (index: number): string => {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}
