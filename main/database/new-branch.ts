import { randomUUID } from 'node:crypto'
import type { BranchKind } from '../../shared/models/unit.ts'
import type { Reading } from '../pinyin.ts'
import { blankUnit } from './blank-unit.ts'
import type { Transaction } from './transaction.ts'
import { findLiving, nextSort, refuseDuplicate, refuseParent } from './unit-checks.ts'

export interface NewBranch {
  readonly parentId: string
  readonly name: string
  readonly branchKind: BranchKind
  readonly reading: Reading
}

/** A branch that a reorganization founds on the ISO day `on`. Throws as `createUnit` does. */
export const foundBranch = async (
  tx: Transaction,
  { parentId, name, branchKind, reading }: NewBranch,
  on: string,
): Promise<{ readonly id: string; readonly name: string }> => {
  const parent = await findLiving(tx, parentId)
  refuseParent('branch', name, parent)
  await refuseDuplicate(tx, parentId, name, null)
  const id = randomUUID()
  await tx.insert('unit', {
    id,
    kind: 'branch',
    branchKind,
    parentId,
    name,
    ...reading,
    sort: await nextSort(tx, parentId),
    foundedOn: on,
    dissolvedOn: null,
    note: '',
    besideId: null,
    partnerUnitId: null,
    ...blankUnit,
  })
  return { id, name }
}
