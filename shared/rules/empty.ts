import { withoutBlanks } from './text.ts'

const emptyWords: ReadonlySet<string> = new Set(['', '无', '空', '/', '／', '\\', '、'])
const dashes = /^[-－—–―─]+$/

/** Cells 无 — - / 空 mean that there is nothing (domain rule). */
export const isEmptyText = (text: string): boolean => {
  if (text === '') return true
  const plain = withoutBlanks(text)
  return emptyWords.has(plain) || dashes.test(plain)
}
