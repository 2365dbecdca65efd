const signatures = (lines: readonly string[]): readonly Uint8Array[] =>
  lines.map((line) => Uint8Array.from(line, (character) => character.charCodeAt(0)))

/**
 * First bytes of files that are no tables, whatever their name: PDF, RTF, RAR, 7z, gzip, JPEG, PNG, GIF, BMP, TIFF,
 * programs. They are known by name here because a short one may pass for a text.
 */
const foreign = signatures([
  '%PDF-',
  '{\\rtf',
  'Rar!',
  '7z\xbc\xaf',
  '\x1f\x8b',
  '\xff\xd8\xff',
  '\x89PNG',
  'GIF8',
  'II*\0',
  'MM\0*',
  'MZ\x90',
  '\x7fELF',
  'SQLite format 3',
  'BZh',
  '\xfd7zXZ',
])
const zips = signatures(['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'])
/** The container of .xls, .et and .doc; and the bare streams of .xls that some old systems write without one. */
const compound = signatures([
  '\xd0\xcf\x11\xe0',
  '\t\0\x04\0',
  '\t\x02\x06\0',
  '\t\x04\x06\0',
  '\t\x08\x10\0',
  '\t\x08\x08\0',
])

/** What a file is by its first bytes. */
export type FileKind = 'zip' | 'compound' | 'foreign' | 'unknown'

const startsWith = (bytes: Uint8Array, heads: readonly Uint8Array[]): boolean =>
  heads.some((head) => head.every((byte, index) => bytes[index] === byte))

/** What a file is, by its content. */
export const kindOf = (bytes: Uint8Array): FileKind => {
  if (startsWith(bytes, zips)) return 'zip'
  if (startsWith(bytes, compound)) return 'compound'
  return startsWith(bytes, foreign) ? 'foreign' : 'unknown'
}

/** Whether a text is a page or XML. */
export const isMarkup = (text: string): boolean =>
  /^\s*<(?:!doctype html|!--|html|table|head|meta|body|div|style|\?xml)/i.test(text.slice(0, 400))
