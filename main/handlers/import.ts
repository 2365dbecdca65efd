import { AppError } from '../../shared/errors.ts'
import type { HandlersOf } from '../../shared/ipc.ts'
import { importRequests } from '../../shared/requests/import.ts'
import type { Context } from '../context.ts'

export const importHandlers = Object.fromEntries(
  Object.keys(importRequests).map((name) => [name, () => Promise.reject(new AppError('request.refused'))]),
) as unknown as HandlersOf<typeof importRequests, Context>
