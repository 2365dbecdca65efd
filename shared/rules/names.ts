import { accept, type Checked, refuse } from './checked.ts'
import { longerThan, trimmed, withoutBlanks } from './text.ts'

const mostLetters = 50

/**
 * A person's name as it is stored: trimmed, no blanks inside a Chinese name, one space inside a Latin one. It is
 * never normalized (NFKC would replace rare characters).
 */
export const cleanName = (text: string): string =>
  /\p{Script=Han}/u.test(text) ? withoutBlanks(text) : trimmed(text)

/** 张三、李四, or one name a line: joined, they would become one person whom nobody knows. */
const namesSeveral = (text: string): boolean =>
  /\p{Script=Han}.*[、，,;；/／|].*\p{Script=Han}/u.test(text) ||
  /\p{Script=Han}{2}[^\p{L}]*[\r\n]+[^\p{L}]*\p{Script=Han}{2}/u.test(text)

export const checkName = (text: string): Checked<string> => {
  const name = cleanName(text)
  if (namesSeveral(text)) return refuse('一格只能写一个人的姓名，其余的人请另起一行')
  if (!/\p{L}|\p{Co}/u.test(name)) return refuse('姓名里要有文字')
  if (longerThan(name, mostLetters)) return refuse(`姓名超过 ${mostLetters} 个字`)
  return accept(name)
}

/** For matching only: `·` `•` `・` are one, and blanks do not count. */
export const nameKey = (name: string): string => withoutBlanks(name).replace(/[•・‧∙.．]/g, '·')
