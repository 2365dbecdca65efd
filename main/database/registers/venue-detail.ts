import { AppError } from '../../../shared/errors.ts'
import type { PersonalField } from '../../../shared/models/person.ts'
import type { VenueDetail } from '../../../shared/models/register.ts'
import type { UnitKind } from '../../../shared/models/unit.ts'
import { maskedPhone } from '../../../shared/rules/masking.ts'
import type { Reader } from '../database.ts'
import { contactField } from './contact.ts'
import { venueColumns, venueJoins } from './venues.ts'

type Told = 'keeperPhoneMasked' | 'keeper' | 'uses'
interface Row extends Omit<VenueDetail, Told> {
  readonly phone: string | null
  readonly keeperId: string | null
  readonly keeperVersion: number | null
  readonly phoneField: PersonalField
}

/** One venue with every branch that uses or used it; the phone masked. Throws `record.missing`. */
export const loadVenue = async (reader: Reader, id: string): Promise<VenueDetail> => {
  const [[venue], uses] = await Promise.all([
    reader.query<Row>(
      `SELECT ${venueColumns}, estate.name AS "estateName", venue.owner AS "owner", venue.functions AS "functions",
         venue.note AS "note", venue.ended_on AS "endedOn", keeper.id AS "keeperId", keeper.version AS "keeperVersion",
         ${contactField('keeper')} AS "phoneField"
       FROM venue ${venueJoins} LEFT JOIN estate ON estate.id = venue.estate_id WHERE venue.id = ?`,
      [id],
    ),
    reader.query<{
      id: string
      unitId: string
      kind: UnitKind
      name: string
      startsOn: string | null
      endsOn: string | null
    }>(
      `SELECT venue_unit.id AS "id", unit.id AS "unitId", unit.kind AS "kind", unit.name AS "name",
         venue_unit.starts_on AS "startsOn", venue_unit.ends_on AS "endsOn"
       FROM venue_unit JOIN unit ON unit.id = venue_unit.unit_id WHERE venue_unit.venue_id = ?
       ORDER BY venue_unit.ends_on IS NOT NULL, venue_unit.ends_on DESC, unit.sort, unit.id, venue_unit.id`,
      [id],
    ),
  ])
  if (venue === undefined) throw new AppError('record.missing')
  const { phone, keeperId, keeperVersion, phoneField, ...rest } = venue
  return {
    ...rest,
    keeperPhoneMasked: maskedPhone(phone),
    keeper: keeperId === null ? null : { id: keeperId, version: keeperVersion ?? 0, phoneField },
    uses: uses.map(({ unitId, kind, name, ...use }) => ({ ...use, unit: { id: unitId, kind, name } })),
  }
}
