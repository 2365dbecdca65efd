import type { FundingMatrix } from '../../shared/models/funding.ts'
import type { Statement } from '../../shared/models/statement.ts'
import { buildMatrix } from '../../shared/rules/matrix.ts'
import { buildStatement } from '../../shared/rules/statement.ts'
import { dayOf } from '../../shared/rules/terms.ts'
import type { Reader } from './database.ts'
import { loadFunds, loadSources, loadStreet, loadStreets } from './funding-rows.ts'
import { loadSettings } from './settings.ts'

/** 编制单位: the street, else the organization of the settings, else the streets that are in the statement. */
const preparedBy = async (reader: Reader, streetId: string | null): Promise<string> => {
  if (streetId !== null) return (await loadStreet(reader, streetId)).name
  const { organizationName } = await loadSettings(reader)
  if (organizationName !== '') return organizationName
  return (await loadStreets(reader)).map((street) => street.name).join('、')
}

/**
 * 预算执行情况表 of a year for one street, or for all (null). Throws `record.missing` for an unknown street.
 */
export const loadStatement = async (
  reader: Reader,
  year: number,
  streetId: string | null,
  today = dayOf(new Date()),
): Promise<Statement> =>
  buildStatement({
    year,
    preparedBy: await preparedBy(reader, streetId),
    preparedOn: today,
    ...(await loadFunds(reader, year, streetId)),
  })

/** 预算矩阵 of a year, the same branches as the statement. Throws `record.missing` for an unknown street. */
export const loadMatrix = async (
  reader: Reader,
  year: number,
  streetId: string | null,
  today = dayOf(new Date()),
): Promise<FundingMatrix> => {
  const { placed, sums } = await loadFunds(reader, year, streetId)
  return buildMatrix(year, await loadSources(reader), placed, sums, today)
}
