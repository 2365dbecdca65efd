import { appropriationEntity } from './appropriation.ts'
import { auditChangeEntity, auditEntryEntity } from './audit.ts'
import { disbursementEntity } from './disbursement.ts'
import { estateEntity } from './estate.ts'
import { fundSourceEntity } from './fund-source.ts'
import { fundStandardEntity } from './fund-standard.ts'
import { importRunEntity } from './import-run.ts'
import { membershipEntity } from './membership.ts'
import { partnerUnitEntity } from './partner-unit.ts'
import { personEntity } from './person.ts'
import { postEntity } from './post.ts'
import { settingEntity } from './setting.ts'
import { unitEntity } from './unit.ts'
import { unitEstateEntity } from './unit-estate.ts'

/** Every table of the database. */
export const entities = [
  unitEntity,
  estateEntity,
  unitEstateEntity,
  partnerUnitEntity,
  personEntity,
  membershipEntity,
  postEntity,
  fundSourceEntity,
  fundStandardEntity,
  appropriationEntity,
  disbursementEntity,
  importRunEntity,
  settingEntity,
  auditEntryEntity,
  auditChangeEntity,
]
