import { pinyin } from 'pinyin-pro'
import { strokeKeyOf } from './stroke-order.ts'

/** Full reading without tones and spaces, and its first letters, for the search box. */
export interface Reading {
  readonly pinyin: string
  readonly initials: string
  /** Of people, what they are sorted by: syllable by syllable, and by strokes. */
  readonly readingKey?: string
  readonly strokeKey?: string
}

/** Surnames that the dictionary reads as common words. */
const surnames: Readonly<Record<string, string>> = { 种: 'chong', 贠: 'yun', 佴: 'nai', 秘: 'bi' }

const isLetterOrDigit = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

const syllablesOf = (name: string, kind: 'person' | 'unit'): string[] =>
  pinyin(name, {
    toneType: 'none',
    type: 'array',
    v: true,
    ...(kind === 'person' ? { surname: 'head' as const } : {}),
  })
    .filter(isLetterOrDigit)
    .map((syllable) => syllable.toLowerCase())

/**
 * Reading of a name: surname readings for people (单 shan, 仇 qiu), word readings for units; ü is v. Letters and
 * digits stay, in lower case; spaces and punctuation go. `surname`: how this person's surname is read, e.g.
 * `ou yang`, where that is not what the dictionary says. Loading this file costs 0.1 s: import it lazily.
 */
export const pinyinOf = (name: string, kind: 'person' | 'unit', surname?: string | null): Reading => {
  const syllables = syllablesOf(name, kind)
  if (kind === 'person') {
    const said = surname?.trim().toLowerCase() || surnames[[...name][0] ?? '']
    if (said) {
      const parts = said.split(/\s+/)
      syllables.splice(0, parts.length, ...parts)
    }
  }
  const reading = { pinyin: syllables.join(''), initials: syllables.map((s) => [...s][0] ?? '').join('') }
  if (kind === 'unit') return reading
  // Two spaces: a short name stands before a longer one that begins like it.
  return { ...reading, readingKey: `${syllables.join(' ')}  ${name}`, strokeKey: strokeKeyOf(name) }
}
