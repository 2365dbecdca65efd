import { Failed } from '../../components/failed.tsx'
import { HistoryList } from '../../components/history-list.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'

/** 变更记录 of one unit. */
export const UnitHistory = (props: { readonly unitId: string }) => {
  const history = useRequest('history.list', { limit: 200, recordId: props.unitId })
  if (history.isError) return <Failed sentence={sentenceOf(history.error)} />
  return <HistoryList entries={history.data ?? []} loading={history.isPending} />
}
