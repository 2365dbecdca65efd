import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/errors.ts'
import type { AttachedFile } from '../../shared/models/document.ts'
import type { Database, Reader } from './database.ts'
import { findCurrent } from './unit-checks.ts'

/** The 批复文件 of a unit, or null. */
export const loadApproval = async (reader: Reader, unitId: string): Promise<AttachedFile | null> => {
  const [file] = await reader.query<AttachedFile>(
    `SELECT document.id AS "id", document.name AS "name", document.size AS "size"
     FROM unit JOIN document ON document.id = unit.approval_document_id WHERE unit.id = ?`,
    [unitId],
  )
  return file ?? null
}

export interface NewDocument {
  readonly name: string
  /** Of the bytes, in hexadecimal. */
  readonly sha256: string
  readonly bytes: Uint8Array
}

/**
 * The file becomes the 批复文件 of a branch; the bytes are kept once, whoever has the same file. Undo takes the link and
 * the document's row back and leaves the bytes, so that redo finds them. Throws `record.missing`, `record.changed`,
 * `unit.dissolved`, `value.invalid` for what is no branch.
 */
export const attachApproval = (
  db: Database,
  unitId: string,
  version: number,
  { name, sha256, bytes }: NewDocument,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'approval.attach', label: '添加批复文件', undoable: true }, async (tx) => {
    const unit = await findCurrent(tx, unitId, version)
    if (unit.kind !== 'branch') throw new AppError('value.invalid', { reason: '只有党支部有批复文件' })
    tx.relabel(`${unit.approvalDocumentId === null ? '添加' : '更换'} ${unit.name} 的批复文件`)
    await tx.keepContent(sha256, bytes)
    const id = randomUUID()
    await tx.insert('document', { id, name, sha256, size: bytes.byteLength })
    return { version: await tx.update('unit', unitId, version, { approvalDocumentId: id }) }
  })

/** Unties the 批复文件; its row and bytes stay for the history and for undo. Throws as `attachApproval` does. */
export const removeApproval = (
  db: Database,
  unitId: string,
  version: number,
): Promise<{ readonly version: number }> =>
  db.edit({ action: 'approval.remove', label: '移除批复文件', undoable: true }, async (tx) => {
    const unit = await findCurrent(tx, unitId, version)
    tx.relabel(`移除 ${unit.name} 的批复文件`)
    return { version: await tx.update('unit', unitId, version, { approvalDocumentId: null }) }
  })

/** Name and bytes of a document. Throws `record.missing`. */
export const loadDocument = async (
  reader: Reader,
  id: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> => {
  const [file] = await reader.query<{ name: string; bytes: Uint8Array }>(
    `SELECT document.name AS "name", document_content.bytes AS "bytes"
     FROM document JOIN document_content ON document_content.sha256 = document.sha256 WHERE document.id = ?`,
    [id],
  )
  if (file === undefined) throw new AppError('record.missing')
  return file
}
