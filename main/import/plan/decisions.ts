import { createHash } from 'node:crypto'

/**
 * What the user decided where the program could not, by the question's key. A key says what the question is about,
 * not where it stood, so that the answer holds for the next file; names and numbers go into it only as a hash.
 */
export class Decisions {
  /** Question → the person who was made because “new” was answered: the same file again means that person. */
  readonly settled = new Map<string, string>()

  constructor(
    private readonly made: ReadonlyMap<string, string>,
    /** Communities and branches that are unknown are created from the rows. */
    readonly createMissing: boolean,
  ) {}

  of(key: string): string | null {
    return this.settled.get(key) ?? this.made.get(key) ?? null
  }

  /** As `of`; the key, a hash, is worked out only where anything was decided at all: a roster asks for every row. */
  lookUp(key: () => string): string | null {
    return this.settled.size + this.made.size === 0 ? null : this.of(key())
  }
}

export const questionKey = (
  kind: 'unit' | 'person' | 'source',
  ...about: readonly (string | null)[]
): string =>
  `${kind}/${createHash('sha256')
    .update(about.map((part) => part ?? '').join('\u0000'))
    .digest('base64url')
    .slice(0, 27)}`

/** The choice that every question offers: what is asked about is new. */
export const asNew = 'new'
