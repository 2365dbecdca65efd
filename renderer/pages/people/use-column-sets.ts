import { App } from 'antd'
import { useState } from 'react'
import type { PeopleColumnSet } from '../../../shared/models/app.ts'
import { type PeopleColumnKey, peopleColumnKeys } from '../../../shared/models/people-list.ts'
import { useCommand, useRequest } from '../../hooks/query.ts'

const usual: readonly PeopleColumnKey[] = [
  'name',
  'gender',
  'category',
  'phone',
  'birthDate',
  'branch',
  'community',
  'posts',
]

/** Where this computer remembers the columns shown last; the named sets lie with the data. */
const storageKey = 'people-columns'

const remembered = (): readonly PeopleColumnKey[] => {
  const stored = (localStorage.getItem(storageKey) ?? '').split(',')
  const known = peopleColumnKeys.filter((key) => stored.includes(key))
  return known.length === 0 ? usual : known
}

export interface ColumnSets {
  readonly columns: readonly PeopleColumnKey[]
  readonly saved: readonly PeopleColumnSet[]
  readonly choose: (columns: readonly PeopleColumnKey[]) => void
  /** True when it was saved. */
  readonly save: (sets: readonly PeopleColumnSet[], said: string) => Promise<boolean>
}

export const useColumnSets = (): ColumnSets => {
  const { message } = App.useApp()
  const [columns, setColumns] = useState(remembered)
  const settings = useRequest('settings.load', null)
  const { run } = useCommand('settings.save')
  return {
    columns,
    saved: settings.data?.peopleColumnSets ?? [],
    choose: (next) => {
      setColumns(next)
      localStorage.setItem(storageKey, next.join(','))
    },
    save: async (sets, said) => {
      const done = (await run({ peopleColumnSets: [...sets] })) !== undefined
      if (done) message.success(said)
      return done
    },
  }
}
