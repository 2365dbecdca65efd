import { useCallback } from 'react'
import type { Argument } from '../../shared/ipc.ts'
import type { PersonalField } from '../../shared/models/person.ts'
import { useEdit } from './edit.tsx'
import { useCommand } from './query.ts'

/** Edits and looks at one person. `version` is the one on screen: the edit is refused when it is out of date. */
export const usePerson = (id: string, version: number) => {
  const { run: update } = useEdit('person.update')
  const { run: ask } = useCommand('person.reveal')
  const save = useCallback(
    async (changes: Argument<'person.update'>['changes'], said: string): Promise<boolean> =>
      (await update({ id, version, changes }, said)) !== undefined,
    [update, id, version],
  )
  const reveal = useCallback((field: PersonalField) => ask({ id, field }), [ask, id])
  return { save, reveal }
}
