import type { Archive } from './archive.ts'
import { asUtf8 } from './bytes.ts'
import { attribute, tags } from './xml.ts'

/** What a part refers to. */
export interface Relation {
  /** Last word of its type: worksheet, chartsheet, sharedStrings. */
  readonly type: string
  /** Path of the part from the root of the archive. */
  readonly path: string
}

/** Text of a small part; null when there is none. */
export const textPart = (archive: Archive, path: string): string | null => {
  const part = archive.content(path)
  return part === null ? null : asUtf8(part).toString('utf8')
}

/** What a part refers to, by the names it uses. */
export const relationsOf = (archive: Archive, path: string): ReadonlyMap<string, Relation> => {
  const cut = path.lastIndexOf('/') + 1
  const folder = path.slice(0, cut)
  const xml = textPart(archive, `${folder}_rels/${path.slice(cut)}.rels`) ?? ''
  return new Map(
    tags(xml, 'Relationship')
      .filter((tag) => attribute(tag, 'TargetMode') !== 'External')
      .map((tag) => [
        attribute(tag, 'Id') ?? '',
        {
          type: (attribute(tag, 'Type') ?? '').replace(/^.*\//, '').toLowerCase(),
          path: partPath(folder, attribute(tag, 'Target') ?? ''),
        },
      ]),
  )
}

/** Targets are relative to the folder of the part that names them, or absolute from the root of the archive. */
const partPath = (folder: string, target: string): string => {
  const path = target.replaceAll('\\', '/')
  const steps: string[] = path.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
