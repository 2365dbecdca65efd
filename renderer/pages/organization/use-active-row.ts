import { useEffect, useState } from 'react'

/** The row that the keys act on: the arrows move it, and it follows what was clicked or opened from elsewhere. */
export const useActiveRow = (selected: string | null) => {
  const [active, setActive] = useState(selected)
  useEffect(() => setActive(selected), [selected])
  return [active, setActive] as const
}
