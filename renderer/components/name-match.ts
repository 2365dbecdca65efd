import { match } from 'pinyin-pro'

/** Does a name answer to what was typed: part of its characters, its pinyin, or its initials, in order? */
export const matchesName = (name: string, typed: string): boolean => {
  const wanted = typed.replace(/\s/g, '')
  if (wanted === '' || name.includes(wanted)) return true
  return /^[a-zA-Z]+$/.test(wanted) && match(name, wanted, { v: true }) !== null
}
