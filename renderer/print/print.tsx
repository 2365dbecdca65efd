import { useLayoutEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { PrintDocument } from '../../shared/models/print.ts'
import { call } from '../api.ts'
import { sendPictures } from './chart-pictures.ts'
import { PrintPages, pageSize, titleOf } from './print-document.tsx'
import './print.css'
import { loadPrintFonts } from './use-print-fonts.ts'

interface Loaded {
  readonly printId: string
  readonly document: PrintDocument
}

const paper = new CSSStyleSheet()
document.adoptedStyleSheets = [...document.adoptedStyleSheets, paper]

/**
 * Said when everything is laid out: fonts are there, and each card has found its sizes in a layout effect. No frame
 * is awaited: a hidden window paints one a second, and printing lays out by itself.
 */
const sayReady = async ({ printId, document: printed }: Loaded): Promise<void> => {
  await document.fonts.ready
  const pages =
    printed.kind === 'chart' && printed.pictures
      ? await sendPictures(printId, printed.chart)
      : document.querySelectorAll('.sheet, .statement-sheet, .chart-sheet').length
  if (pages > 0) await call('print.ready', { printId, pages })
}

/** Shows the document whose id stands in the hash; a warm page takes one after the other. */
const Print = () => {
  const [loaded, setLoaded] = useState<Loaded | null>(null)

  useLayoutEffect(() => {
    const load = async () => {
      const printId = location.hash.slice(1)
      if (printId === '') return
      const [printed] = await Promise.all([call('print.document', { printId }), loadPrintFonts()])
      paper.replaceSync(`@page { size: ${pageSize(printed)}; margin: 0 }`)
      document.title = titleOf(printed)
      setLoaded({ printId, document: printed })
    }
    const start = () => void load()
    start()
    window.addEventListener('hashchange', start)
    return () => window.removeEventListener('hashchange', start)
  }, [])

  useLayoutEffect(() => {
    if (loaded !== null) void sayReady(loaded)
  }, [loaded])

  return loaded === null ? null : <PrintPages key={loaded.printId} document={loaded.document} />
}

const container = document.getElementById('root')
if (container !== null) createRoot(container).render(<Print />)
