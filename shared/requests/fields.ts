import { z } from 'zod'

/** Argument pieces used by many requests. Lengths are bounded so that a forged request cannot flood the database. */
export const id = z.string().min(1).max(64)
export const version = z.number().int().nonnegative()
export const name = z.string().trim().min(1).max(100)
export const text = z.string().max(2000)
export const shortText = z.string().max(200)
export const year = z.number().int().min(1990).max(2100)
export const jobId = z.string().min(1).max(64)
/** ISO `YYYY-MM-DD`, a real day. */
export const isoDate = z.iso.date()
/** Integer fen; below one thousand billion yuan, far inside the safe integers. */
export const fen = z.number().int().min(-1e14).max(1e14)
