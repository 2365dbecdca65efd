import { InitialSchema1795305600000 } from './0001-initial-schema.ts'

/** In the order they run; a migration that has shipped is never edited. */
export const migrations = [InitialSchema1795305600000]
