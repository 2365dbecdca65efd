import { accept, type Checked, refuse } from './checked.ts'
import { longerThan, trimmed, withoutBlanks } from './text.ts'

const mostLetters = 50

/**
 * A person's name as it is stored: trimmed, no blanks inside a Chinese name, one space inside a Latin one. It is
 * never normalized (NFKC would replace rare characters).
 */
export const cleanName = (text: string): string =>
  /\p{Script=Han}/u.test(text) ? withoutBlanks(text) : trimmed(text)

export const checkName = (text: string): Checked<string> => {
  const name = cleanName(text)
  if (!/\p{L}|\p{Co}/u.test(name)) return refuse('姓名里要有文字')
  if (longerThan(name, mostLetters)) return refuse(`姓名超过 ${mostLetters} 个字`)
  return accept(name)
}

/** For matching only: `·` `•` `・` are one, and blanks do not count. */
export const nameKey = (name: string): string => withoutBlanks(name).replace(/[•・‧∙.．]/g, '·')
