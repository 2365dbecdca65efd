import type { UnitKind } from '../models/unit.ts'

/** What the funding rules need of a unit. Dates as in `UnitNode`. */
export interface FundUnit {
  readonly id: string
  readonly kind: UnitKind
  readonly parentId: string | null
  readonly name: string
  readonly sort: number
  readonly dissolvedOn: string | null
}

/** A unit as a line of the statement, the matrix and the allotment, with what stands above it. */
export interface PlacedUnit {
  readonly unit: FundUnit
  /** Its community, or what stands at the top where it has none, e.g. the street of a branch directly under it. */
  readonly community: FundUnit
  /** Empty where it stands under no street. */
  readonly street: string
}

/** `on` is an ISO day; a dissolution whose day is unknown counts from the month's first day. */
export const livesOn = (unit: FundUnit, on: string): boolean =>
  unit.dissolvedOn === null || unit.dissolvedOn > on

const inOrder = (a: FundUnit, b: FundUnit): number => {
  if (a.sort !== b.sort) return a.sort - b.sort
  if (a.name !== b.name) return a.name < b.name ? -1 : 1
  return a.id < b.id ? -1 : 1
}

/** Every unit below `streetId` (null: everywhere) in tree order: siblings by `sort`, then by name; depth first. */
export const placedUnits = (units: readonly FundUnit[], streetId: string | null): readonly PlacedUnit[] => {
  const known = new Set(units.map((unit) => unit.id))
  const children = new Map<string | null, FundUnit[]>()
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null
    const siblings = children.get(parent)
    if (siblings === undefined) children.set(parent, [unit])
    else siblings.push(unit)
  }
  const placed: PlacedUnit[] = []
  const visit = (unit: FundUnit, above: readonly FundUnit[], inside: boolean): void => {
    const path = [...above, unit]
    const within = inside || unit.id === streetId
    if (within) {
      placed.push({
        unit,
        community: path.findLast((u) => u.kind === 'communityCommittee') ?? path[0] ?? unit,
        street: path.find((u) => u.kind === 'streetCommittee')?.name ?? '',
      })
    }
    for (const child of [...(children.get(unit.id) ?? [])].sort(inOrder)) visit(child, path, within)
  }
  for (const root of [...(children.get(null) ?? [])].sort(inOrder)) visit(root, [], streetId === null)
  return placed
}
