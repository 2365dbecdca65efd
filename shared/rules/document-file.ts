import { accept, type Checked, refuse } from './checked.ts'

const mostMegabytes = 50
const megabyte = 1024 * 1024

/** Scanned files are at most this large, in bytes. */
export const mostDocumentBytes = mostMegabytes * megabyte

const pdf = [[0x25, 0x50, 0x44, 0x46]]
const zip = [[0x50, 0x4b]]
const compound = [[0xd0, 0xcf, 0x11, 0xe0]]
const jpeg = [[0xff, 0xd8, 0xff]]

/** Ending → how such a file may begin; an empty list: not looked at. */
const beginnings: Readonly<Record<string, readonly (readonly number[])[]>> = {
  pdf,
  ofd: zip,
  jpg: jpeg,
  jpeg,
  png: [[0x89, 0x50, 0x4e, 0x47]],
  bmp: [[0x42, 0x4d]],
  gif: [[0x47, 0x49, 0x46]],
  tif: [],
  tiff: [],
  webp: [],
  doc: [],
  // With a password it is a compound file.
  docx: [...zip, ...compound],
  wps: [],
  rtf: [],
}

/** Endings of the files that may be attached, without the dot. */
export const documentEndings: readonly string[] = Object.keys(beginnings)

/** A scanner may write some bytes before the `%PDF`. */
const lookedAt = 1024

const beginsWith = (bytes: Uint8Array, signature: readonly number[], within: number): boolean => {
  for (let from = 0; from <= within; from += 1) {
    if (signature.every((byte, index) => bytes[from + index] === byte)) return true
  }
  return false
}

/** The ending of a name in lower case, without the dot; empty where there is none. */
export const endingOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

const sizeProblem = (name: string, bytes: number): string | null => {
  if (bytes === 0) return `“${name}”里没有内容`
  return bytes > mostDocumentBytes ? `“${name}”有 ${sizeWords(bytes)}，超过 ${mostMegabytes} MB` : null
}

const kindProblem = (name: string): string | null =>
  Object.hasOwn(beginnings, endingOf(name))
    ? null
    : `“${name}”不是扫描件或文档，请选择 PDF、OFD、图片或 Word、WPS 文字`

/** Why a file of that name and size (bytes) cannot be attached, before it is read, or null. */
export const documentProblem = (name: string, bytes: number): string | null =>
  kindProblem(name) ?? sizeProblem(name, bytes)

/** A file to attach, by its name, size and first bytes. */
export const checkDocument = (name: string, bytes: Uint8Array): Checked<Uint8Array> => {
  const problem = documentProblem(name, bytes.byteLength)
  if (problem !== null) return refuse(problem)
  const ending = endingOf(name)
  const signatures = beginnings[ending] ?? []
  const within = ending === 'pdf' ? lookedAt : 0
  if (signatures.length > 0 && !signatures.some((one) => beginsWith(bytes, one, within))) {
    return refuse(`“${name}”的内容不是 ${ending.toUpperCase()} 文件，可能已损坏`)
  }
  return accept(bytes)
}

/** `1.2 MB`, `830 KB`, `12 字节`. */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1024) return `${bytes} 字节`
  return bytes < megabyte ? `${Math.round(bytes / 1024)} KB` : `${(bytes / megabyte).toFixed(1)} MB`
}

/** The name without what no file system takes, at most 120 characters before its ending. */
export const safeFileName = (name: string): string => {
  const ending = endingOf(name)
  const stem = ending === '' ? name : name.slice(0, name.length - ending.length - 1)
  const plain = [...stem.replaceAll(/[\p{Cc}<>:"/\\|?*]/gu, '_')].slice(0, 120).join('').trim()
  return `${plain === '' ? '批复文件' : plain}${ending === '' ? '' : `.${ending}`}`
}
