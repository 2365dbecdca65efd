import dayjs from 'dayjs'
import { useState } from 'react'
import type { CardOptions } from '../../../shared/models/card.ts'
import { useCommand, useRequest } from '../../hooks/query.ts'

/** The options of this print; the edition is kept in the settings for the next one. */
export const useCardOptions = () => {
  const settings = useRequest('settings.load', null)
  const save = useCommand('settings.save')
  const [own, setOwn] = useState<Omit<CardOptions, 'edition'>>(() => ({
    layout: 'a4',
    cropMarks: true,
    issuedOn: dayjs().format('YYYY-MM-DD'),
  }))
  /** Null until somebody typed: then what was typed counts, not what is stored. */
  const [edition, setEdition] = useState<string | null>(null)
  const stored = settings.data?.cardEdition ?? ''
  const options: CardOptions = { ...own, edition: edition ?? stored }
  return {
    options,
    change: (next: CardOptions) => {
      setOwn(next)
      if (next.edition !== options.edition) setEdition(next.edition)
    },
    keepEdition: (typed: string) => {
      if (typed !== stored) void save.run({ cardEdition: typed })
    },
  }
}
