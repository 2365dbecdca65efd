import { type UnitKind, unitKinds } from '../../../shared/models/unit.ts'
import { mayStandUnder } from '../../../shared/rules/tree.ts'

/** The kinds that may be made under a unit of kind `parent` (null: at the root). */
export const childKinds = (parent: UnitKind | null): readonly UnitKind[] =>
  unitKinds.filter((kind) => mayStandUnder(kind, parent))
