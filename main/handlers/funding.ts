import { AppError } from '../../shared/errors.ts'
import type { HandlersOf } from '../../shared/ipc.ts'
import { fundingRequests } from '../../shared/requests/funding.ts'
import type { Context } from '../context.ts'

export const fundingHandlers = Object.fromEntries(
  Object.keys(fundingRequests).map((name) => [name, () => Promise.reject(new AppError('request.refused'))]),
) as unknown as HandlersOf<typeof fundingRequests, Context>
