import { useCallback } from 'react'
import type { Argument } from '../../../shared/ipc.ts'
import type { UnitDetail } from '../../../shared/models/organization.ts'
import { useEdit } from '../../hooks/edit.tsx'

/** Saves fields of a unit; true when it was done. */
export const useUnitEdit = (unit: UnitDetail) => {
  const { run } = useEdit('unit.update')
  const { id, version } = unit
  const save = useCallback(
    async (changes: Argument<'unit.update'>['changes'], said: string): Promise<boolean> =>
      (await run({ id, version, changes }, said)) !== undefined,
    [run, id, version],
  )
  return { save }
}

export type SaveUnit = ReturnType<typeof useUnitEdit>['save']
