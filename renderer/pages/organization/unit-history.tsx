import { HistoryList } from '../../components/history-list.tsx'
import { useRequest } from '../../hooks/query.ts'

/** 变更记录 of one unit. */
export const UnitHistory = (props: { readonly unitId: string }) => {
  const history = useRequest('history.list', { limit: 200, recordId: props.unitId })
  return <HistoryList entries={history.data ?? []} loading={history.isPending} />
}
