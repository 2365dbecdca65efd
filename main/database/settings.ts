import type { Settings } from '../../shared/models/app.ts'
import { settingsSchema } from '../../shared/requests/app.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import type { Database, Reader } from './database.ts'
import { writeSetting } from './setting-rows.ts'
import type { Transaction } from './transaction.ts'

/** Setting that marks the data as the sample street. */
const sampleKey = 'sample'

type Changes = { readonly [K in keyof Settings]?: Settings[K] | undefined }

/** The settings, with defaults for what was never set: the only street's name, this year's first edition. */
export const loadSettings = async (reader: Reader): Promise<Settings> => {
  const known = await storedSettings(reader)
  return {
    organizationName: known.organizationName ?? (await onlyStreet(reader)),
    cardEdition: known.cardEdition ?? `${dayOf(new Date()).slice(0, 4)}年第1版`,
    theme: known.theme ?? 'system',
    operator: known.operator ?? '经办人',
    peopleColumnSets: known.peopleColumnSets ?? [],
  }
}

/** Only what somebody set. */
export const storedSettings = async (reader: Reader): Promise<Changes> => {
  const rows = await reader.query<{ id: string; value: string }>(
    'SELECT id AS "id", value AS "value" FROM setting',
  )
  const stored = Object.fromEntries(rows.map((row): [string, unknown] => [row.id, JSON.parse(row.value)]))
  return settingsSchema.partial().parse(stored)
}

/** Takes the operator's name into the audit trail; to be called when a database was opened. */
export const adoptOperator = async (db: Database): Promise<void> => {
  db.setActor((await loadSettings(db)).operator)
}

/** Stores what is given; answers all settings. From then on the audit trail names the new operator. */
export const saveSettings = async (db: Database, changes: Changes): Promise<Settings> => {
  await db.edit({ action: 'settings.save', label: '修改设置', undoable: false }, async (tx) => {
    for (const [key, value] of Object.entries(changes)) {
      if (value !== undefined) await writeSetting(tx, key, value)
    }
  })
  const settings = await loadSettings(db)
  db.setActor(settings.operator)
  return settings
}

export const isSample = async (reader: Reader): Promise<boolean> => {
  const rows = await reader.query<{ id: string }>('SELECT id AS "id" FROM setting WHERE id = ?', [sampleKey])
  return rows.length > 0
}

/** No unit (not even a dissolved one) and no person has been imported or created yet; money always belongs to a unit. */
export const isEmpty = async (reader: Reader): Promise<boolean> => {
  const rows = await reader.query<{ id: string }>(
    'SELECT id AS "id" FROM (SELECT id FROM unit UNION ALL SELECT id FROM person) record LIMIT 1',
  )
  return rows.length === 0
}

/** Marks the data as the sample street, inside the edit that loads it. */
export const markSample = (tx: Transaction): Promise<void> => writeSetting(tx, sampleKey, true)

const onlyStreet = async (reader: Reader): Promise<string> => {
  const streets = await reader.query<{ name: string }>(
    `SELECT name AS "name" FROM unit WHERE kind = 'streetCommittee' AND dissolved_on IS NULL LIMIT 2`,
  )
  return streets.length === 1 ? (streets[0]?.name ?? '') : ''
}
