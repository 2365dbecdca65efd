import { ConfigProvider, Empty, Skeleton, Tabs } from 'antd'
import { useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import { AppError } from '../../../shared/errors.ts'
import type { Gap, UnitDetail } from '../../../shared/models/organization.ts'
import type { Post } from '../../../shared/models/post.ts'
import { Failed } from '../../components/failed.tsx'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'
import { PersonDrawer } from '../people/person-drawer.tsx'
import { AssignDrawer, type Assignment } from './assign-drawer.tsx'
import { ElectionModal } from './election-modal.tsx'
import { rememberOpened } from './last-opened.ts'
import { mendOf } from './mend.ts'
import { UnitBasics } from './unit-basics.tsx'
import { UnitGaps } from './unit-gaps.tsx'
import { UnitHead } from './unit-head.tsx'
import { UnitHistory } from './unit-history.tsx'
import { UnitMembers } from './unit-members.tsx'
import { UnitPosts } from './unit-posts.tsx'
import { UnitStoryTab } from './unit-story.tsx'
import { placeTabs } from './unit-tabs.tsx'
import { useUnitTab } from './use-unit-tab.ts'

/** What lies over the unit: a post being filled, or a person's drawer. */
type Over =
  | { readonly kind: 'assign'; readonly assignment: Assignment }
  | { readonly kind: 'person'; readonly personId: string; readonly editPhone: boolean }
  | { readonly kind: 'election' }

/** What mends a gap of this unit. */
const overFor = (unit: UnitDetail, gap: Gap): Over | null => {
  const mend = mendOf(gap)
  if (mend.what === 'election') return { kind: 'election' }
  if (mend.what === 'posts') return null
  const holder = unit.posts.find((post) => post.kind === mend.kind && post.endsOn === null)
  if (mend.what === 'phone' && holder !== undefined) {
    return { kind: 'person', personId: holder.personId, editPhone: true }
  }
  return { kind: 'assign', assignment: { kind: mend.kind, replaces: null } }
}

/** The gap named by `?mend=` (a link from 待办 or from the cards), if the unit still has it. */
const wantedGap = (unit: UnitDetail, search: URLSearchParams): Gap | undefined =>
  unit.gaps.find((gap) => gap === search.get('mend'))

/** What a dissolved unit was, who holds a living one's posts, else its fields; the posts first where they mend a gap. */
const firstTab = (unit: UnitDetail, gap: Gap | undefined): string => {
  if (unit.dissolvedOn !== null) return 'story'
  if (gap !== undefined) return 'posts'
  return unit.posts.length > 0 ? 'posts' : 'basics'
}

const LoadedUnit = (props: { readonly unit: UnitDetail; readonly onOpen: (id: string) => void }) => {
  const { unit } = props
  const [search] = useSearchParams()
  const [over, setOver] = useState<Over | null>(() => {
    const gap = wantedGap(unit, search)
    return gap === undefined ? null : overFor(unit, gap)
  })
  const [tab, setTab] = useUnitTab(firstTab(unit, wantedGap(unit, search)))
  const close = () => setOver(null)
  const mend = (gap: Gap) => {
    setOver(overFor(unit, gap))
    setTab('posts')
  }
  const assign = (assignment: Assignment) => setOver({ kind: 'assign', assignment })
  const openPerson = (personId: string) => setOver({ kind: 'person', personId, editPhone: false })
  const replace = (post: Post) => assign({ kind: post.kind, replaces: post })

  return (
    <section className="page" data-testid="unit">
      <UnitHead unit={unit} onOpen={props.onOpen} />
      <UnitGaps gaps={unit.gaps} onMend={mend} />
      <Tabs
        className="fill-tabs"
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: 'basics',
            label: '基本信息',
            children: (
              // A dissolved unit is history: it is read, not mended.
              <ConfigProvider componentDisabled={unit.dissolvedOn !== null}>
                <UnitBasics unit={unit} />
              </ConfigProvider>
            ),
          },
          {
            key: 'posts',
            label: `任职${unit.posts.length === 0 ? '' : ` ${unit.posts.filter((p) => p.endsOn === null).length}`}`,
            children: <UnitPosts unit={unit} onAssign={assign} onReplace={replace} onPerson={openPerson} />,
          },
          ...(unit.kind === 'emergencyBranch'
            ? []
            : [
                {
                  key: 'members',
                  label: `成员${unit.memberCount === 0 ? '' : ` ${unit.memberCount.toLocaleString('zh-CN')}`}`,
                  children: <UnitMembers unit={unit} onPerson={openPerson} />,
                },
              ]),
          ...placeTabs(unit),
          { key: 'story', label: '沿革', children: <UnitStoryTab unitId={unit.id} /> },
          { key: 'history', label: '变更记录', children: <UnitHistory unitId={unit.id} /> },
        ]}
      />
      {over?.kind === 'assign' && <AssignDrawer unit={unit} assignment={over.assignment} onClose={close} />}
      {over?.kind === 'election' && <ElectionModal unit={unit} onClose={close} />}
      {over?.kind === 'person' && (
        <PersonDrawer id={over.personId} editPhone={over.editPhone} onClose={close} />
      )}
    </section>
  )
}

/** One unit: head line, what is missing, tabs. */
export const UnitPane = (props: { readonly id: string; readonly onOpen: (id: string) => void }) => {
  const unit = useRequest('unit.load', { id: props.id })
  const missing = unit.error instanceof AppError && unit.error.code === 'record.missing'
  useEffect(() => {
    if (missing) rememberOpened(null)
  }, [missing])
  if (missing) {
    return <Empty style={{ marginTop: 120 }} description="这个组织的新建已经撤销，请在左侧选择其他组织" />
  }
  if (unit.isError) return <Failed sentence={sentenceOf(unit.error)} />
  if (unit.data === undefined) return <Skeleton className="page-skeleton" active />
  return <LoadedUnit unit={unit.data} onOpen={props.onOpen} />
}
