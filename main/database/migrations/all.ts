import { InitialSchema1795305600000 } from './0001-initial-schema.ts'
import { AppropriationReversal1795309200000 } from './0002-appropriation-reversal.ts'
import { Reorganization1795996800000 } from './0003-reorganization.ts'
import { EstatesInTime1796083200000 } from './0004-estates-in-time.ts'
import { Ledgers1796169600000 } from './0005-ledgers.ts'
import { MergedPeople1796256000000 } from './0006-merged-people.ts'

/** In the order they run; a migration that has shipped is never edited. */
export const migrations = [
  InitialSchema1795305600000,
  AppropriationReversal1795309200000,
  Reorganization1795996800000,
  EstatesInTime1796083200000,
  Ledgers1796169600000,
  MergedPeople1796256000000,
]
