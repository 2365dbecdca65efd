import { AppError } from '../../shared/errors.ts'
import type { HandlersOf } from '../../shared/ipc.ts'
import { appRequests } from '../../shared/requests/app.ts'
import type { Context } from '../context.ts'

export const appHandlers = Object.fromEntries(
  Object.keys(appRequests).map((name) => [name, () => Promise.reject(new AppError('request.refused'))]),
) as unknown as HandlersOf<typeof appRequests, Context>
