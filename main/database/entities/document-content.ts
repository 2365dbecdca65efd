import { EntitySchema } from 'typeorm'
import { text } from './columns.ts'

export interface DocumentContent {
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** Bytes of scanned files by their SHA-256: written once, never changed, and not copied into the audit trail. */
export const documentContentEntity = new EntitySchema<DocumentContent>({
  name: 'documentContent',
  tableName: 'document_content',
  columns: {
    sha256: { ...text('sha256'), primary: true },
    bytes: { type: 'blob' },
  },
})
