/** Tables of what a person holds in a unit from a day to a day. */
export const heldTables = ['post', 'membership', 'reporting', 'volunteer'] as const
export type HeldTable = (typeof heldTables)[number]
