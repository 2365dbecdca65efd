import { assertNever } from '../../shared/errors.ts'
import type { ChartPrint } from '../../shared/models/chart.ts'
import type { ChartShape, DrawnSheet } from '../../shared/rules/chart-shapes.ts'
import { chartImages, imageScale } from '../../shared/rules/chart-sheets.ts'
import { call } from '../api.ts'

const draw = (context: CanvasRenderingContext2D, shape: ChartShape): void => {
  switch (shape.kind) {
    case 'box':
      context.beginPath()
      context.roundRect(shape.x, shape.y, shape.width, shape.height, shape.radius)
      if (shape.fill !== 'none') {
        context.fillStyle = shape.fill
        context.fill()
      }
      if (shape.stroke === 0) return
      context.lineWidth = shape.stroke
      context.setLineDash(shape.dashed ? [1.2, 0.8] : [])
      context.stroke()
      context.setLineDash([])
      return
    case 'line':
      context.beginPath()
      context.moveTo(shape.line.x1, shape.line.y1)
      context.lineTo(shape.line.x2, shape.line.y2)
      context.lineWidth = shape.stroke
      context.stroke()
      return
    case 'text':
      context.fillStyle = '#000'
      context.font = `${shape.bold ? 700 : 400} ${shape.size}px "Zhibu Sans"`
      context.textAlign = shape.anchor === 'middle' ? 'center' : shape.anchor
      context.fillText(shape.text, shape.x, shape.y)
      return
    default:
      assertNever(shape)
  }
}

/** A sheet as a PNG. The canvas draws the outlines of the letters at the picture's own size: they stay sharp. */
const pictureOf = async (sheet: DrawnSheet, scale: number): Promise<Uint8Array<ArrayBuffer>> => {
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(sheet.width * scale)
  canvas.height = Math.ceil(sheet.height * scale)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.scale(scale, scale)
  context.lineCap = 'square'
  context.strokeStyle = '#000'
  context.textRendering = 'geometricPrecision'
  for (const shape of sheet.shapes) draw(context, shape)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  // Gives the memory back at once: a sheet takes up to 280 MB.
  canvas.width = 0
  if (blob === null) throw new Error('no picture')
  return new Uint8Array(await blob.arrayBuffer())
}

/** Draws the chart picture by picture and hands each over; answers how many there were. */
export const sendPictures = async (printId: string, chart: ChartPrint): Promise<number> => {
  const sheets = chartImages(chart)
  for (const [index, sheet] of sheets.entries()) {
    const bytes = await pictureOf(sheet, imageScale(sheet.width, sheet.height) ?? 8)
    await call('print.image', { printId, index, total: sheets.length, bytes })
  }
  return sheets.length
}
