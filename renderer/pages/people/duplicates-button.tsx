import { Badge, Button } from 'antd'
import { useLocation, useSearchParams } from 'wouter'
import { useRequest } from '../../hooks/query.ts'

/** 查重, with how many pairs wait for a decision; the way back keeps the list as it was. */
export const DuplicatesButton = () => {
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const total = useRequest('duplicate.list', null).data?.total ?? 0
  return (
    <Badge count={total} overflowCount={999} size="small" color="orange">
      <Button onClick={() => navigate(`/duplicates?${search.toString()}`)} data-testid="people-duplicates">
        查重
      </Button>
    </Badge>
  )
}
