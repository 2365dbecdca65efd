import { pinyin } from 'pinyin-pro'

/** Full reading without tones and spaces, and its first letters, for the search box. */
export interface Reading {
  readonly pinyin: string
  readonly initials: string
}

const isLetterOrDigit = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/**
 * Reading of a name: surname readings for people (单 shan, 仇 qiu), word readings for units; ü is v. Letters and
 * digits stay, in lower case; spaces and punctuation go. Loading this file costs 0.1 s: import it lazily.
 */
export const pinyinOf = (name: string, kind: 'person' | 'unit'): Reading => {
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    v: true,
    ...(kind === 'person' ? { surname: 'head' as const } : {}),
  })
    .filter(isLetterOrDigit)
    .map((syllable) => syllable.toLowerCase())
  return { pinyin: syllables.join(''), initials: syllables.map((s) => [...s][0] ?? '').join('') }
}
