import { appropriationEntity } from './appropriation.ts'
import { auditChangeEntity, auditEntryEntity } from './audit.ts'
import { disbursementEntity } from './disbursement.ts'
import { documentEntity } from './document.ts'
import { documentContentEntity } from './document-content.ts'
import { estateEntity } from './estate.ts'
import { fundSourceEntity } from './fund-source.ts'
import { fundStandardEntity } from './fund-standard.ts'
import { importMemoryEntity } from './import-memory.ts'
import { importRunEntity } from './import-run.ts'
import { membershipEntity } from './membership.ts'
import { notSameEntity } from './not-same.ts'
import { partnerLinkEntity } from './partner-link.ts'
import { partnerUnitEntity } from './partner-unit.ts'
import { personEntity } from './person.ts'
import { postEntity } from './post.ts'
import { reportingEntity } from './reporting.ts'
import { settingEntity } from './setting.ts'
import { successionEntity } from './succession.ts'
import { unitEntity } from './unit.ts'
import { unitEstateEntity } from './unit-estate.ts'
import { unitPastEntity } from './unit-past.ts'
import { venueEntity } from './venue.ts'
import { venueUnitEntity } from './venue-unit.ts'
import { volunteerEntity } from './volunteer.ts'

/** Every table of the database. */
export const entities = [
  unitEntity,
  estateEntity,
  unitEstateEntity,
  partnerUnitEntity,
  personEntity,
  membershipEntity,
  postEntity,
  unitPastEntity,
  successionEntity,
  documentEntity,
  documentContentEntity,
  reportingEntity,
  notSameEntity,
  fundSourceEntity,
  fundStandardEntity,
  appropriationEntity,
  disbursementEntity,
  venueEntity,
  venueUnitEntity,
  volunteerEntity,
  partnerLinkEntity,
  importMemoryEntity,
  importRunEntity,
  settingEntity,
  auditEntryEntity,
  auditChangeEntity,
]
