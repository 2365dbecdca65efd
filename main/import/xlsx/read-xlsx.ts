import type { Grid } from '../grid.ts'
import type { Archive } from './archive.ts'
import { readSheetXml, type SheetParts } from './sheet-xml.ts'
import { readStyles } from './styles.ts'
import { attribute, richText, tags } from './xml.ts'

/**
 * Reads an .xlsx or .xlsm straight from its parts: only values, merged cells and date formats, several times faster
 * than building a full model of the workbook. Null when the file is written in a way this does not know (prefixed
 * tags, missing parts); then the general reader takes it.
 */
export const readXlsx = (archive: Archive): readonly Grid[] | null => {
  const workbook = archive.text('xl/workbook.xml')
  const relations = archive.text('xl/_rels/workbook.xml.rels')
  if (workbook === null || relations === null || !workbook.includes('<sheet ')) return null
  const targets = new Map(
    tags(relations, 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      partPath(attribute(tag, 'Target') ?? ''),
    ]),
  )
  const stringsPath = [...targets.values()].find((path) => /sharedStrings\.xml$/i.test(path))
  const stylesPath = [...targets.values()].find((path) => /styles\.xml$/i.test(path))
  const parts: SheetParts = {
    strings: stringsPath === undefined ? [] : readStrings(archive.text(stringsPath) ?? ''),
    styles: readStyles(stylesPath === undefined ? null : archive.text(stylesPath)),
    date1904: ['1', 'true'].includes(attribute(tags(workbook, 'workbookPr')[0] ?? '', 'date1904') ?? ''),
  }
  const grids: Grid[] = []
  for (const tag of tags(workbook, 'sheet')) {
    const path = targets.get(attribute(tag, 'r:id'))
    if (path === undefined) return null
    // Chart and dialog sheets hold no cells.
    if (!/worksheets\//i.test(path)) continue
    const xml = archive.text(path)
    const grid = xml === null ? null : readSheetXml(attribute(tag, 'name') ?? '', xml, parts)
    if (grid === null) return null
    grids.push(grid)
  }
  return grids
}

/** Targets are relative to `xl/`, or absolute from the root of the archive. */
const partPath = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

const readStrings = (xml: string): readonly string[] => {
  const strings: string[] = []
  for (const match of xml.matchAll(/<si(?:\s[^>]*)?(?:\/>|>([\s\S]*?)<\/si>)/g))
    strings.push(richText(match[1] ?? ''))
  return strings
}
