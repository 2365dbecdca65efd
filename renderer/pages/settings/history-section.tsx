import { Failed } from '../../components/failed.tsx'
import { HistoryList } from '../../components/history-list.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'

/** 操作记录: the last 500 edits of everyone. */
export const HistorySection = () => {
  const history = useRequest('history.list', { limit: 500 })
  if (history.isError) return <Failed sentence={sentenceOf(history.error)} />
  return <HistoryList entries={history.data ?? []} loading={history.isPending} />
}
