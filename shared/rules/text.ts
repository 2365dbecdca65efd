/** White space as ledgers hold it: ideographic and no-break spaces, and the invisible marks that pasting leaves. */
const someBlank = /[\s\u3000\u00a0\u200b-\u200d\u2060\ufeff]/u
const blanks = /[\s\u3000\u00a0\u200b-\u200d\u2060\ufeff]+/gu

export const withoutBlanks = (text: string): string =>
  someBlank.test(text) ? text.replace(blanks, '') : text

/** Ends trimmed, inner runs of blanks made one space; line breaks become spaces too. */
export const trimmed = (text: string): string => text.replace(blanks, ' ').trim()

/**
 * Full-width ASCII (０-９ Ａ-Ｚ （）－：) as half-width. For numbers, codes and matching keys only: a name that is
 * stored is never changed this way.
 */
export const halfWidth = (text: string): string =>
  !/[\uff01-\uff5e]/.test(text)
    ? text
    : text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

/** Length as a reader counts it: code points, not UTF-16 units. */
export const longerThan = (text: string, most: number): boolean =>
  text.length > most && [...text].length > most
