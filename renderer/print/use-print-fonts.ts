import { useEffect, useState } from 'react'
import '../fonts.css'

/** The family of every print; see fonts.css. */
const faces = ['400 12pt "Zhibu Sans"', '700 12pt "Zhibu Sans"']

/** Loads both weights; text must not be measured before. */
export const loadPrintFonts = async (): Promise<void> => {
  await Promise.all(faces.map((face) => document.fonts.load(face, '联')))
}

const loaded = (): boolean => faces.every((face) => document.fonts.check(face, '联'))

/** False until the print fonts are there. */
export const usePrintFonts = (): boolean => {
  const [ready, setReady] = useState(loaded)
  useEffect(() => {
    let current = true
    void loadPrintFonts().then(() => {
      if (current) setReady(true)
    })
    return () => {
      current = false
    }
  }, [])
  return ready
}
