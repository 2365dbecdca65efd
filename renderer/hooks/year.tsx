import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

export interface YearChoice {
  /** Calendar year of the money shown on 概览 and 经费. */
  readonly year: number
  readonly setYear: (year: number) => void
}

const YearContext = createContext<YearChoice>({ year: new Date().getFullYear(), setYear: () => undefined })

/** Keeps the year while the window is open; each start begins with the current one. */
export const YearProvider = (props: { readonly children: ReactNode }) => {
  const [year, setYear] = useState(() => new Date().getFullYear())
  const choice = useMemo(() => ({ year, setYear }), [year])
  return <YearContext value={choice}>{props.children}</YearContext>
}

/** The year chosen in the top bar. */
export const useYear = (): YearChoice => useContext(YearContext)
