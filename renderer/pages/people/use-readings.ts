import { useEffect, useState } from 'react'
import type { PersonRow } from '../../../shared/models/person.ts'
import type { Reading } from './people-filter.ts'

const none: ReadonlyMap<string, Reading> = new Map()

/** Readings of all names, made only once somebody types letters. */
export const useReadings = (people: readonly PersonRow[], text: string): ReadonlyMap<string, Reading> => {
  const [readings, setReadings] = useState(none)
  const wanted = /[a-z]/i.test(text)
  useEffect(() => {
    if (!wanted) return
    let left = false
    void import('./readings.ts').then(({ readingsOf }) => {
      if (!left) setReadings(readingsOf(people.map((person) => person.name)))
    })
    return () => {
      left = true
    }
  }, [people, wanted])
  return readings
}
