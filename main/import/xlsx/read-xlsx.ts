import { AppError } from '../../../shared/errors.ts'
import type { Grid, ReadReport } from '../grid.ts'
import { CellBudget } from '../grid-rows.ts'
import type { Archive } from './archive.ts'
import { asUtf8 } from './bytes.ts'
import { type Relation, relationsOf, textPart } from './relations.ts'
import { readStrings } from './shared-strings.ts'
import type { SheetParts } from './sheet-parts.ts'
import { readSheetXml } from './sheet-xml.ts'
import { readStyles } from './styles.ts'
import { attribute, tags } from './xml.ts'

/** Path of the workbook's own part; null when the archive is no .xlsx. */
export const workbookPath = (archive: Archive): string | null => {
  const root = relationsOf(archive, '')
  const path = [...root.values()].find(({ type }) => type === 'officedocument')?.path ?? 'xl/workbook.xml'
  if (archive.has(path) && /(?:workbook|book)\d*\.xml$/i.test(path)) return path
  return archive.has('xl/workbook.xml') ? 'xl/workbook.xml' : null
}

/**
 * Reads an .xlsx or .xlsm straight from its parts: values, merged cells, hidden rows and number formats, several times
 * faster than building a full model of the workbook. Null when the archive is no .xlsx. Throws `file.damaged`, `file.encrypted`, `file.too-large`.
 */
export const readXlsx = (archive: Archive, file: string, report?: ReadReport): readonly Grid[] | null => {
  const path = workbookPath(archive)
  const workbook = path === null ? null : textPart(archive, path)
  if (path === null || workbook === null) return null
  const relations = relationsOf(archive, path)
  const sheets = tags(workbook, 'sheet').map((tag) => ({
    name: attribute(tag, 'name') ?? '',
    hidden: /^(?:hidden|veryHidden)$/.test(attribute(tag, 'state') ?? ''),
    relation: relations.get(attribute(tag, 'id') ?? ''),
  }))
  // Without a sheet that the workbook names, rows would be missing without a word.
  if (sheets.length === 0 || sheets.some(({ relation }) => relation === undefined)) {
    throw new AppError('file.damaged', { file })
  }
  // Chart, dialog and macro sheets hold no cells.
  const withCells = sheets.filter(({ relation }) => relation?.type === 'worksheet')
  const total = withCells.reduce((sum, { relation }) => sum + archive.sizeOf(relation?.path ?? ''), 0)
  const parts = partsOf(archive, workbook, relations, file)
  let done = 0
  return withCells.map(({ name, hidden, relation }): Grid => {
    const xml = archive.content(relation?.path ?? '')
    if (xml === null) throw new AppError('file.damaged', { file })
    const before = done
    const grid = readSheetXml(
      asUtf8(xml),
      { name, hidden, report: (bytes) => report?.(before + bytes, Math.max(total, before + bytes)) },
      parts,
    )
    done += xml.byteLength
    report?.(done, Math.max(total, done))
    return grid
  })
}

const partsOf = (
  archive: Archive,
  workbook: string,
  relations: ReadonlyMap<string, Relation>,
  file: string,
): SheetParts => {
  const pathOf = (type: string) =>
    [...relations.values()].find((relation) => relation.type === type)?.path ?? ''
  const strings = archive.content(pathOf('sharedstrings'))
  return {
    strings: strings === null ? [] : readStrings(asUtf8(strings)),
    styles: readStyles(textPart(archive, pathOf('styles'))),
    date1904: /^(?:1|true|on)$/.test(attribute(tags(workbook, 'workbookPr')[0] ?? '', 'date1904') ?? ''),
    budget: new CellBudget(file),
  }
}
