/* What the session's thread is given of the database, for those who may not look at the database themselves. */
export type { Snapshot, SnapshotPage, SnapshotPart } from '../../database/import-snapshot.ts'
export type { ImportMemoryRow } from '../../database/rows.ts'
