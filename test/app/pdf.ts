import { execFileSync } from 'node:child_process'

/*
 * Reads PDFs back with poppler (pdfinfo, pdftotext, pdftoppm): page count, page size, text, and where the ink lies
 * on a rendered page. Lengths in mm, from the upper left corner.
 */

const mmPerInch = 25.4
const pointsPerInch = 72
const most = 256 * 1024 * 1024

const poppler = (tool: string, args: readonly string[]): Buffer =>
  execFileSync(tool, [...args], { maxBuffer: most, stdio: ['ignore', 'pipe', 'pipe'] })

export const pageCount = (pdf: string): number =>
  Number(/^Pages:\s+(\d+)/m.exec(poppler('pdfinfo', [pdf]).toString())?.[1] ?? 0)

/** Width and height of a page in mm, rounded to hundredths. Pages count from 1. */
export const pageSize = (pdf: string, page = 1): readonly [number, number] => {
  const info = poppler('pdfinfo', ['-f', String(page), '-l', String(page), pdf]).toString()
  const found = /size:\s+([\d.]+) x ([\d.]+) pts/.exec(info)
  const mm = (points: string | undefined) =>
    Math.round((Number(points) / pointsPerInch) * mmPerInch * 100) / 100
  return [mm(found?.[1]), mm(found?.[2])]
}

/** Text of a page (or of all) in the order it was written. */
export const textOf = (pdf: string, page?: number): string => {
  const range = page === undefined ? [] : ['-f', String(page), '-l', String(page)]
  return poppler('pdftotext', ['-raw', ...range, pdf, '-']).toString('utf8')
}

/** Text without any white space: what was wrapped reads on. */
export const joinedText = (pdf: string, page?: number): string => textOf(pdf, page).replace(/\s+/g, '')

/** A rendered page; `pixels` holds red, green and blue of each pixel, row by row. */
export interface PageImage {
  readonly width: number
  readonly height: number
  readonly pixels: Buffer
  readonly pixelsPerMm: number
}

export const renderPage = (pdf: string, page = 1, dpi = 300): PageImage => {
  const number = String(page)
  const ppm = poppler('pdftoppm', ['-r', String(dpi), '-f', number, '-l', number, pdf])
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 64).toString('latin1'))
  if (head === null) throw new Error('pdftoppm gave no picture')
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    pixels: ppm.subarray(head[0].length),
    pixelsPerMm: dpi / mmPerInch,
  }
}

type Ink = (red: number, green: number, blue: number) => boolean

/** Anything that is not paper. */
export const anyInk: Ink = (red, green, blue) => Math.min(red, green, blue) < 200
export const darkInk: Ink = (red, green, blue) => Math.max(red, green, blue) < 140
export const redInk: Ink = (red, green, blue) => red > 130 && green < 110 && blue < 110

const inkAt = (image: PageImage, x: number, y: number, ink: Ink): boolean => {
  const at = (y * image.width + x) * 3
  return ink(image.pixels[at] ?? 255, image.pixels[at + 1] ?? 255, image.pixels[at + 2] ?? 255)
}

export interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The smallest box around the ink in an area, or null where the area is clean. */
export const inkBox = (image: PageImage, area: Area, ink: Ink = anyInk): Area | null => {
  const pixel = (mm: number, end: number) => Math.min(end, Math.max(0, Math.round(mm * image.pixelsPerMm)))
  const right = pixel(area.right, image.width)
  const bottom = pixel(area.bottom, image.height)
  const found = { left: image.width, top: image.height, right: 0, bottom: 0 }
  for (let y = pixel(area.top, image.height); y < bottom; y++) {
    for (let x = pixel(area.left, image.width); x < right; x++) {
      if (!inkAt(image, x, y, ink)) continue
      found.left = Math.min(found.left, x)
      found.top = Math.min(found.top, y)
      found.right = Math.max(found.right, x + 1)
      found.bottom = y + 1
    }
  }
  const mm = (pixels: number) => pixels / image.pixelsPerMm
  return found.right === 0
    ? null
    : { left: mm(found.left), top: mm(found.top), right: mm(found.right), bottom: mm(found.bottom) }
}

/** Middles of the lines that cross a row (`y`) or a column (`x`) of the page, in mm. */
export const linesAcross = (
  image: PageImage,
  at: { readonly x: number } | { readonly y: number },
  ink: Ink = darkInk,
): readonly number[] => {
  const alongX = 'y' in at
  const fixed = Math.round((alongX ? at.y : at.x) * image.pixelsPerMm)
  const length = alongX ? image.width : image.height
  const middles: number[] = []
  let start: number | null = null
  for (let i = 0; i <= length; i++) {
    const inked = i < length && (alongX ? inkAt(image, i, fixed, ink) : inkAt(image, fixed, i, ink))
    if (inked) start ??= i
    else if (start !== null) {
      middles.push((start + i) / 2 / image.pixelsPerMm)
      start = null
    }
  }
  return middles
}
