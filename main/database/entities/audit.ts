import { EntitySchema } from 'typeorm'
import { integer, optionalInteger, optionalText, text } from './columns.ts'

/** One edit: one transaction, one entry. `undoable` is 0 for money, which is reversed instead. */
export interface AuditEntryRow {
  readonly seq: number
  /** ISO instant, UTC. */
  readonly at: string
  readonly actor: string
  /** Machine word, e.g. `person.update`. */
  readonly action: string
  /** What the user reads, e.g. “修改 许文雪 的手机号”. */
  readonly label: string
  readonly undoable: number
  /** The entry that this one undid (or redid, when that one was itself an undo). */
  readonly undoOf: number | null
  readonly undoneBy: number | null
}

/** One row that an edit touched. Insert: `before` null; update: the changed fields alone; delete: `after` null. JSON. */
export interface AuditChangeRow {
  readonly id: number
  readonly entrySeq: number
  readonly tableName: string
  readonly recordId: string
  readonly before: string | null
  readonly after: string | null
}

export const auditEntryEntity = new EntitySchema<AuditEntryRow>({
  name: 'auditEntry',
  tableName: 'audit_entry',
  columns: {
    seq: { type: 'integer', primary: true, generated: 'increment' },
    at: text('at'),
    actor: text('actor'),
    action: text('action'),
    label: text('label'),
    undoable: integer('undoable'),
    undoOf: optionalInteger('undo_of'),
    undoneBy: optionalInteger('undone_by'),
  },
})

export const auditChangeEntity = new EntitySchema<AuditChangeRow>({
  name: 'auditChange',
  tableName: 'audit_change',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment' },
    entrySeq: { ...integer('entry_seq'), foreignKey: { target: 'auditEntry' } },
    tableName: text('table_name'),
    recordId: text('record_id'),
    before: optionalText('before'),
    after: optionalText('after'),
  },
  indices: [
    { name: 'index_audit_change_entry_seq', columns: ['entrySeq'] },
    { name: 'index_audit_change_record_id', columns: ['recordId'] },
  ],
})
