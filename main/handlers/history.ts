import type { HandlersOf } from '../../shared/ipc.ts'
import type { historyRequests } from '../../shared/requests/history.ts'
import type { Context } from '../context.ts'
import { loadSteps, redoAll, undoAll } from '../database/undo-list.ts'

export const historyHandlers: HandlersOf<typeof historyRequests, Context> = {
  'history.steps': (_, { database }) => loadSteps(database()),
  'history.undo-to': async ({ seqs }, { database }) => ({ done: await undoAll(database(), seqs) }),
  'history.redo-to': async ({ seqs }, { database }) => ({ done: await redoAll(database(), seqs) }),
}
