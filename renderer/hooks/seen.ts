import { useCallback, useState } from 'react'

/** Which rows of a long list are in sight, kept where its pages are asked for. */
export const useSeen = () => {
  const [seen, setSeen] = useState({ from: 0, to: 50 })
  const onSeen = useCallback((from: number, to: number) => setSeen({ from, to }), [])
  return { seen, onSeen }
}
