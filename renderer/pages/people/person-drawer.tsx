import { Alert, Descriptions, Drawer, Skeleton, Tabs } from 'antd'
import type { PersonDetail } from '../../../shared/models/person.ts'
import { Failed } from '../../components/failed.tsx'
import { HistoryList } from '../../components/history-list.tsx'
import { usePerson } from '../../hooks/person.ts'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'
import { personItems } from './person-fields.tsx'
import { PersonLeave } from './person-leave.tsx'
import { PersonPosts } from './person-posts.tsx'
import { PersonReports } from './person-reports.tsx'
import { PersonTerms } from './person-terms.tsx'
import { PersonVolunteering } from './person-volunteering.tsx'

const LoadedPerson = (props: { readonly person: PersonDetail; readonly editPhone: boolean }) => {
  const { person } = props
  const { save, reveal } = usePerson(person.id, person.version)
  return (
    <div className="person-sheet">
      {person.endedOn !== null && (
        <Alert
          type="info"
          style={{ marginBottom: 8 }}
          title={`已于 ${person.endedOn} 离开（${person.endedReason ?? '原因未填'}）`}
          data-testid="person-ended"
        />
      )}
      <Descriptions
        bordered
        size="small"
        column={1}
        styles={{ label: { width: 96 } }}
        items={personItems(person, save, reveal, props.editPhone)}
      />
      <PersonPosts posts={person.postList} />
      <PersonTerms person={person} />
      <PersonReports person={person} />
      <PersonVolunteering volunteering={person.volunteering} />
    </div>
  )
}

const PersonHistory = (props: { readonly id: string }) => {
  const history = useRequest('history.list', { limit: 200, recordId: props.id })
  if (history.isError) return <Failed sentence={sentenceOf(history.error)} />
  return <HistoryList entries={history.data ?? []} loading={history.isPending} />
}

/** One person: details, posts, memberships, reports, volunteering, and what was changed; every field is mended where it stands. */
export const PersonDrawer = (props: {
  readonly id: string
  readonly editPhone: boolean
  readonly onClose: () => void
}) => {
  const person = useRequest('person.load', { id: props.id })
  // Of a record that was merged the one that stayed comes, under its own id.
  const loaded = person.data !== undefined && !person.isPlaceholderData ? person.data : null
  return (
    <Drawer
      open
      size={480}
      // The list stays in use beside it.
      mask={false}
      rootClassName="side-drawer"
      onClose={props.onClose}
      title={person.data?.name ?? ''}
      extra={loaded === null ? null : <PersonLeave key={loaded.id} person={loaded} />}
      data-testid="person-drawer"
      styles={{ body: { padding: '0 16px' } }}
    >
      {person.isError && <Failed sentence={sentenceOf(person.error)} />}
      {person.isPending && <Skeleton active />}
      {loaded !== null && (
        <Tabs
          className="fill-tabs"
          style={{ height: '100%' }}
          items={[
            {
              key: 'sheet',
              label: '资料',
              children: <LoadedPerson key={loaded.id} person={loaded} editPhone={props.editPhone} />,
            },
            { key: 'history', label: '变更记录', children: <PersonHistory id={loaded.id} /> },
          ]}
        />
      )}
    </Drawer>
  )
}
