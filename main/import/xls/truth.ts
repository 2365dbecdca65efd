import type { Cell } from '../grid.ts'

/** Error values by the number that binary files keep. */
const errorWords: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

/** The word of an error number; an unknown one is #N/A. */
export const errorWord = (value: number): string => errorWords[value] ?? '#N/A'

/** A truth value or an error, which binary files keep in one byte. */
export const truthOf = (value: number, isError: boolean): Cell =>
  isError ? { error: errorWord(value) } : value === 0 ? '否' : '是'
