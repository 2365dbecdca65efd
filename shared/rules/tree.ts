import { unitKindLabels } from '../labels.ts'
import type { UnitKind } from '../models/unit.ts'

/**
 * Where each kind of unit may stand; null is the root. An emergency branch is an overlay: it belongs to the
 * community (or street) and stands beside an ordinary branch, never under one. No kind can come to stand under its
 * own kind, so that no move can make a cycle.
 */
export const allowedParents: Readonly<Record<UnitKind, readonly (UnitKind | null)[]>> = {
  streetCommittee: [null],
  communityCommittee: ['streetCommittee'],
  branch: ['communityCommittee', 'streetCommittee'],
  buildingGroup: ['branch'],
  memberHousehold: ['buildingGroup', 'branch'],
  emergencyBranch: ['communityCommittee', 'streetCommittee'],
}

/** `parent` null: at the root. */
export const mayStandUnder = (child: UnitKind, parent: UnitKind | null): boolean =>
  allowedParents[child].includes(parent)

/** The kinds that may be made under a unit of kind `parent`, in the order of the tree. */
export const allowedChildren = (parent: UnitKind | null): readonly UnitKind[] =>
  kindsInOrder.filter((kind) => mayStandUnder(kind, parent))

/** Which kind the number beside a unit in the outline counts: branches of a street or community, groups of a branch. */
export const countedKind: Readonly<Record<UnitKind, UnitKind | null>> = {
  streetCommittee: 'branch',
  communityCommittee: 'branch',
  branch: 'buildingGroup',
  buildingGroup: 'memberHousehold',
  memberHousehold: null,
  emergencyBranch: null,
}

interface Placed {
  readonly id: string
  readonly kind: UnitKind
  readonly name: string
}

/** Why a unit cannot be moved under another (null: to the root), in Chinese, or null. */
export const moveProblem = (unit: Placed, parent: Placed | null): string | null => {
  if (unit.id === parent?.id) return '不能移到它自己下面'
  if (mayStandUnder(unit.kind, parent?.kind ?? null)) return null
  const wanted = allowedParents[unit.kind].filter((kind) => kind !== null).map((kind) => unitKindLabels[kind])
  const where = wanted.length === 0 ? '只能放在最上级' : `只能放在${wanted.join('或')}下`
  return `${unitKindLabels[unit.kind]}${where}`
}

const kindsInOrder: readonly UnitKind[] = [
  'streetCommittee',
  'communityCommittee',
  'branch',
  'emergencyBranch',
  'buildingGroup',
  'memberHousehold',
]
