import type { Transaction } from './transaction.ts'

/** Stores a setting as JSON, inside an edit. */
export const writeSetting = async (tx: Transaction, key: string, value: unknown): Promise<void> => {
  const current = await tx.find('setting', key)
  if (current === null) await tx.insert('setting', { id: key, value: JSON.stringify(value) })
  else await tx.update('setting', key, current.version, { value: JSON.stringify(value) })
}
