import { mostRowsAtOnce } from '../../../../shared/requests/import.ts'
import { call } from '../../../api.ts'
import type { Group } from '../session/arrangement.ts'

/** The places of all rows that are left out, whichever group they are in. */
export const allRowsOut = async (sessionId: string, groups: readonly Group[]): Promise<readonly number[]> => {
  const found: number[] = []
  for (const { key } of groups) {
    for (let offset = 0; ; offset += mostRowsAtOnce) {
      const argument = {
        sessionId,
        group: key,
        filter: 'out',
        text: '',
        offset,
        limit: mostRowsAtOnce,
      } as const
      const { rows, total } = await call('import.rows', argument)
      found.push(...rows.map((row) => row.index))
      if (offset + mostRowsAtOnce >= total) break
    }
  }
  return found
}
