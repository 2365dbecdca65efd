import { AppError } from '../../shared/errors.ts'
import type { HandlersOf } from '../../shared/ipc.ts'
import { organizationRequests } from '../../shared/requests/organization.ts'
import type { Context } from '../context.ts'

export const organizationHandlers = Object.fromEntries(
  Object.keys(organizationRequests).map((name) => [
    name,
    () => Promise.reject(new AppError('request.refused')),
  ]),
) as unknown as HandlersOf<typeof organizationRequests, Context>
