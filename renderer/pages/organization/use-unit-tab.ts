import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'

/** The open tab: that of the address (`?tab=estates`, from a gap's link), also when it changes, else `first`. */
export const useUnitTab = (first: string): readonly [string, (tab: string) => void] => {
  const [search] = useSearchParams()
  const wanted = search.get('tab')
  const address = search.toString()
  const [tab, setTab] = useState(wanted ?? first)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another estate of the same tab opens it again
  useEffect(() => {
    if (wanted !== null) setTab(wanted)
  }, [wanted, address])
  return [tab, setTab]
}
