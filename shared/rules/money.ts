/** The largest amount a request may carry, in fen: one thousand billion yuan, far inside the safe integers. */
const mostFen = 1e14

/** Full-width digits and signs, as a Chinese input method types them, to plain ones. */
const plain = (text: string): string =>
  text
    .replace(/[０-９．，－＋]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[\s\u3000]/g, '')

/** Integer fen as a decimal string of yuan without separators, e.g. `-1234.50`. Digits only, never a float. */
export const fenToDecimal = (fen: number): string => {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Integer fen as people read yuan, e.g. `1,234.50`. */
export const formatYuan = (fen: number): string => fenToDecimal(fen).replace(/\B(?=(\d{3})+(?=\.))/g, ',')

/**
 * Yuan as typed (`1,234.5`, `￥1234`, `1234.50元`, full-width too) to integer fen; null when it is no amount:
 * more than two decimals, separators in odd places, or larger than any request may carry.
 */
export const parseYuan = (text: string): number | null => {
  const match = /^([+-]?)[¥￥]?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{0,2}))?元?$/.exec(plain(text))
  if (match === null) return null
  const yuan = (match[2] ?? '').replaceAll(',', '')
  const fen = Number(yuan + (match[3] ?? '').padEnd(2, '0'))
  if (fen > mostFen) return null
  return match[1] === '-' && fen !== 0 ? -fen : fen
}

/** Sum of integer fen. */
export const sumFen = <T>(rows: readonly T[], fenOf: (row: T) => number): number =>
  rows.reduce((sum, row) => sum + fenOf(row), 0)
