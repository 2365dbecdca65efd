import type { TableKind } from '../../../shared/models/import.ts'

/** Column mapping of files with the same headers, as it was chosen before. */
export interface RememberedColumns {
  readonly table: TableKind
  /** By column index. */
  readonly columns: Readonly<Record<number, string | null>>
  readonly constants: Readonly<Record<string, string>>
}
