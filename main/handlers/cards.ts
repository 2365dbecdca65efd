import { AppError } from '../../shared/errors.ts'
import type { HandlersOf } from '../../shared/ipc.ts'
import { cardRequests } from '../../shared/requests/cards.ts'
import type { Context } from '../context.ts'

export const cardHandlers = Object.fromEntries(
  Object.keys(cardRequests).map((name) => [name, () => Promise.reject(new AppError('request.refused'))]),
) as unknown as HandlersOf<typeof cardRequests, Context>
