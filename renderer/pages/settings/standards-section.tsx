import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Flex, InputNumber, Select, Skeleton, Table, Typography } from 'antd'
import { useEffect, useState } from 'react'
import { postKindLabels, unitKindLabels } from '../../../shared/labels.ts'
import { type PostKind, postKinds } from '../../../shared/models/post.ts'
import type { PostStandard, StandardBase, Standards } from '../../../shared/models/standards.ts'
import { type UnitKind, unitKinds } from '../../../shared/models/unit.ts'
import { standardsProblem, teamPresets, withPreset } from '../../../shared/rules/standards.ts'
import { useEdit } from '../../hooks/edit.tsx'
import { useRequest } from '../../hooks/query.ts'

const bases: Readonly<Record<StandardBase, string>> = {
  unit: '每个组织',
  building: '每栋楼',
  households: '每若干户',
}

/** 职数标准: how many hold each post; what is missing by it appears in 待办 and in the tree. */
export const StandardsSection = () => {
  const loaded = useRequest('standards.load', null).data
  const stored = loaded?.standards
  const [draft, setDraft] = useState<Standards | null>(null)
  const { run, busy } = useEdit('standards.save')
  // What was saved or undone meanwhile is shown anew.
  useEffect(() => setDraft(stored ?? null), [stored])
  if (draft === null || loaded === undefined || stored === undefined) return <Skeleton active />
  const { posts, headHouseholds } = draft
  const change = (index: number, changes: Partial<PostStandard>) =>
    setDraft({ ...draft, posts: posts.map((line, n) => (n === index ? { ...line, ...changes } : line)) })
  const add = () => {
    const free = postKinds.find(
      (post) => !posts.some((line) => line.unitKind === 'branch' && line.post === post),
    )
    const line = {
      unitKind: 'branch',
      post: free ?? 'specialist',
      fewest: 1,
      per: 'unit',
      households: 15,
    } as const
    setDraft({ ...draft, posts: [...posts, line] })
  }
  const problem = standardsProblem(draft)
  const changed = JSON.stringify(draft) !== JSON.stringify(stored)
  return (
    <Flex vertical gap={8} style={{ maxWidth: 860 }} data-testid="standards">
      <Typography.Text type="secondary">
        达不到职数的组织会列入待办。楼栋数、户数取自支部服务的小区；楼栋长、单元长、邻长连同下级党小组、中心户一起计算。
      </Typography.Text>
      <Flex gap={8} align="center">
        <span>按队伍模式填入</span>
        {teamPresets.map((preset) => (
          <Button
            key={preset.name}
            size="small"
            onClick={() => setDraft({ ...draft, posts: withPreset(posts, preset.posts) })}
            data-testid={`preset-${preset.name}`}
          >
            {preset.name}
          </Button>
        ))}
        <span style={{ flex: 1 }} />
        <Button icon={<PlusOutlined />} onClick={add} data-testid="standard-add">
          增加一行
        </Button>
        <Button disabled={!changed} onClick={() => setDraft(stored)}>
          还原
        </Button>
        <Button
          type="primary"
          disabled={!changed || problem !== null}
          loading={busy}
          onClick={() => void run({ standards: draft, version: loaded.version }, '已保存职数标准')}
          data-testid="standards-save"
        >
          保存
        </Button>
      </Flex>
      {problem !== null && <Typography.Text type="warning">{problem}</Typography.Text>}
      <Table<PostStandard>
        size="small"
        rowKey={(line) => `${line.unitKind} ${line.post} ${posts.indexOf(line)}`}
        dataSource={[...posts]}
        pagination={false}
        {...(posts.length > 9 ? { scroll: { y: 360 } } : {})}
        columns={[
          {
            key: 'unitKind',
            title: '组织类别',
            width: 150,
            render: (_, line, index) => (
              <Select<UnitKind>
                value={line.unitKind}
                options={unitKinds.map((value) => ({ value, label: unitKindLabels[value] }))}
                onChange={(unitKind) => change(index, { unitKind })}
                style={{ width: 132 }}
                aria-label="组织类别"
              />
            ),
          },
          {
            key: 'post',
            title: '职务',
            width: 150,
            render: (_, line, index) => (
              <Select<PostKind>
                value={line.post}
                options={postKinds.map((value) => ({ value, label: postKindLabels[value] }))}
                onChange={(post) => change(index, { post })}
                style={{ width: 132 }}
                aria-label="职务"
                data-testid={`standard-post-${index}`}
              />
            ),
          },
          {
            key: 'per',
            title: '按',
            width: 230,
            render: (_, line, index) => (
              <Flex gap={8} align="center">
                <Select<StandardBase>
                  value={line.per}
                  options={Object.entries(bases).map(([value, label]) => ({
                    value: value as StandardBase,
                    label,
                  }))}
                  onChange={(per) => change(index, { per })}
                  style={{ width: 112 }}
                  aria-label="按"
                />
                {line.per === 'households' && (
                  <InputNumber
                    min={1}
                    max={1000}
                    value={line.households}
                    onChange={(value) => change(index, { households: value ?? 15 })}
                    suffix="户"
                    style={{ width: 92 }}
                    aria-label="户数"
                  />
                )}
              </Flex>
            ),
          },
          {
            key: 'fewest',
            title: '至少几人',
            width: 110,
            render: (_, line, index) => (
              <InputNumber
                min={0}
                max={99}
                value={line.fewest}
                onChange={(value) => change(index, { fewest: value ?? 0 })}
                style={{ width: 80 }}
                aria-label="至少几人"
                data-testid={`standard-fewest-${index}`}
              />
            ),
          },
          {
            key: 'remove',
            render: (_, __, index) => (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                title="删去这一行"
                aria-label="删去这一行"
                onClick={() => setDraft({ ...draft, posts: posts.filter((_line, n) => n !== index) })}
              />
            ),
          },
        ]}
      />
      <Flex gap={8} align="center">
        <span>每名邻长联系</span>
        <InputNumber
          min={0}
          max={1000}
          value={headHouseholds.fewest}
          onChange={(value) =>
            setDraft({ ...draft, headHouseholds: { ...headHouseholds, fewest: value ?? 0 } })
          }
          style={{ width: 80 }}
          aria-label="邻长联系户数下限"
        />
        <span>到</span>
        <InputNumber
          min={1}
          max={1000}
          value={headHouseholds.most}
          onChange={(value) =>
            setDraft({ ...draft, headHouseholds: { ...headHouseholds, most: value ?? 15 } })
          }
          style={{ width: 80 }}
          aria-label="邻长联系户数上限"
          data-testid="head-most"
        />
        <span>户，超过的列入待办。</span>
      </Flex>
    </Flex>
  )
}
