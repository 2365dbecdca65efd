/**
 * SQL for how a unit is named away from its tree: every branch has a “1号楼党小组”, so a group carries the name of
 * what it stands under. Needs `joinAbove` in the FROM clause.
 */
export const unitTitle = `CASE WHEN unit.kind IN ('buildingGroup', 'memberHousehold') AND above.name IS NOT NULL
  THEN above.name || ' ' || unit.name ELSE unit.name END`

/** To be joined where `unit` is joined already. */
export const joinAbove = 'LEFT JOIN unit above ON above.id = unit.parent_id'
