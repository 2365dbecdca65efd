import type { NameReader, NameReading } from './parsed-row.ts'

/** Reads names in pinyin, each once. The dictionary is slow to load: only a thread that plans needs it. */
export const loadNameReader = async (): Promise<NameReader> => {
  const { pinyinOf } = await import('../pinyin.ts')
  const reader = (kind: 'person' | 'unit'): ((name: string) => NameReading) => {
    const known = new Map<string, NameReading>()
    return (name) => {
      const found = known.get(name)
      if (found !== undefined) return found
      const reading = pinyinOf(name, kind)
      known.set(name, reading)
      return reading
    }
  }
  return { person: reader('person'), unit: reader('unit') }
}
