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

/** Words that stand in a list of posts where nobody holds one. */
const nobody: ReadonlySet<string> = new Set('空缺 暂缺 暂无 待定 未定 待补 待补充 空岗 缺员 无人'.split(' '))

export const namesNobody = (text: string): boolean => nobody.has(withoutBlanks(text))

export const checkName = (text: string): Checked<string> => {
  const name = cleanName(text)
  if (!/\p{L}|\p{Co}/u.test(name)) return refuse('姓名里要有文字')
  if (namesNobody(name)) return refuse(`“${name}”不是姓名，没有人的请空着`)
  if (/\d{7,}/.test(name)) return refuse('姓名里有数字，电话请写在电话一列')
  // 王芳（大） tells namesakes apart; （书记）, （已故） say something else of the person.
  if (/[（(][^）)]{2,}[）)]/u.test(name)) return refuse('姓名的括号里有说明，请只写姓名，说明写在备注里')
  if (namesSeveral(text)) return refuse('一格只能写一个人的姓名，其余的人请另起一行')
  if (longerThan(name, mostLetters)) return refuse(`姓名超过 ${mostLetters} 个字`)
  return accept(name)
}

/** For matching only: `·` `•` `・` are one, and blanks do not count. */
export const nameKey = (name: string): string => withoutBlanks(name).replace(/[•・‧∙.．]/g, '·')
