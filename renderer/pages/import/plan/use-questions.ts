import type { AskedQuestion } from '../../../../shared/models/import.ts'
import { mostRowsAtOnce } from '../../../../shared/requests/import.ts'
import { useRequests } from '../../../hooks/query.ts'

/** All questions of a session; those of the first pages while the others are read. */
export const useQuestions = (sessionId: string, total: number): readonly AskedQuestion[] => {
  const pages = Math.ceil(total / mostRowsAtOnce)
  const answers = useRequests(
    'import.questions',
    Array.from({ length: pages }, (_, page) => ({
      sessionId,
      offset: page * mostRowsAtOnce,
      limit: mostRowsAtOnce,
    })),
  )
  return answers.flatMap((answer) => answer.data ?? [])
}
