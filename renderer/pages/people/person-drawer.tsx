import { Descriptions, Drawer, Skeleton } from 'antd'
import { memberCategoryLabels } from '../../../shared/labels.ts'
import type { PersonDetail } from '../../../shared/models/person.ts'
import { EditableChoice } from '../../components/editable-choice.tsx'
import { EditableText } from '../../components/editable-text.tsx'
import { Failed } from '../../components/failed.tsx'
import { PersonalValue } from '../../components/personal-value.tsx'
import { usePerson } from '../../hooks/person.ts'
import { useRequest } from '../../hooks/query.ts'
import { sentenceOf } from '../../messages.ts'
import { further } from './further-fields.ts'
import { PersonPosts } from './person-posts.tsx'
import { idNumberProblem, nameProblem, phoneProblem } from './problems.ts'

const genders = { 男: '男', 女: '女' } as const

const LoadedPerson = (props: { readonly person: PersonDetail; readonly editPhone: boolean }) => {
  const { person } = props
  const { save, reveal } = usePerson(person.id, person.version)
  const said = (field: string) => `已修改 ${person.name} 的${field}`
  return (
    <>
      <Descriptions
        bordered
        size="small"
        column={1}
        styles={{ label: { width: 96 } }}
        items={[
          {
            key: 'name',
            label: '姓名',
            children: (
              <EditableText
                key={person.name}
                value={person.name}
                label="姓名"
                testId="person-name"
                check={nameProblem}
                onSave={(name) => save({ name }, said('姓名'))}
              />
            ),
          },
          {
            key: 'phone',
            label: '手机号',
            children: (
              <PersonalValue
                key={person.phoneMasked ?? ''}
                masked={person.phoneMasked}
                label="手机号"
                testId="person-phone"
                check={phoneProblem}
                open={props.editPhone}
                onReveal={() => reveal('phone')}
                onSave={(phone) => save({ phone }, said('手机号'))}
              />
            ),
          },
          {
            key: 'phone2',
            label: '备用电话',
            children: (
              <PersonalValue
                key={person.phone2Masked ?? ''}
                masked={person.phone2Masked}
                label="备用电话"
                testId="person-phone2"
                check={phoneProblem}
                onReveal={() => reveal('phone2')}
                onSave={(phone2) => save({ phone2 }, said('备用电话'))}
              />
            ),
          },
          ...(person.landline === null
            ? []
            : [
                {
                  key: 'landline',
                  label: '固定电话',
                  children: (
                    <PersonalValue
                      masked={person.landline}
                      label="固定电话"
                      testId="person-landline"
                      onReveal={() => reveal('landline')}
                    />
                  ),
                },
              ]),
          {
            key: 'idNumber',
            label: '身份证号',
            children: (
              <PersonalValue
                key={person.idNumberMasked ?? ''}
                masked={person.idNumberMasked}
                label="身份证号"
                testId="person-id-number"
                check={idNumberProblem}
                onReveal={() => reveal('idNumber')}
                onSave={(idNumber) => save({ idNumber }, said('身份证号'))}
              />
            ),
          },
          {
            key: 'gender',
            label: '性别',
            children: (
              <EditableChoice
                value={person.gender === '男' || person.gender === '女' ? person.gender : null}
                labels={genders}
                label="性别"
                testId="person-gender"
                onSave={(gender) => void save({ gender }, said('性别'))}
              />
            ),
          },
          {
            key: 'category',
            label: '人员类别',
            children: (
              <EditableChoice
                value={person.category}
                labels={memberCategoryLabels}
                label="人员类别"
                testId="person-category"
                onSave={(category) => void save({ category }, said('人员类别'))}
              />
            ),
          },
          ...(person.branchName === null
            ? []
            : [
                {
                  key: 'branch',
                  label: '所在党支部',
                  children:
                    person.branchId === null ? (
                      person.branchName
                    ) : (
                      <a href={`#/organization/${encodeURIComponent(person.branchId)}`}>
                        {person.branchName}
                      </a>
                    ),
                },
              ]),
          ...further(person),
          {
            key: 'address',
            label: '家庭住址',
            children: (
              <EditableText
                key={person.address ?? ''}
                value={person.address ?? ''}
                label="家庭住址"
                testId="person-address"
                onSave={(address) => save({ address }, said('家庭住址'))}
              />
            ),
          },
          {
            key: 'note',
            label: '备注',
            children: (
              <EditableText
                key={person.note}
                value={person.note}
                label="备注"
                multiline
                testId="person-note"
                onSave={(note) => save({ note }, said('备注'))}
              />
            ),
          },
        ]}
      />
      <PersonPosts posts={person.postList} />
    </>
  )
}

/** One person: details, posts, and every field mended where it stands. */
export const PersonDrawer = (props: {
  readonly id: string
  readonly editPhone: boolean
  readonly onClose: () => void
}) => {
  const person = useRequest('person.load', { id: props.id })
  return (
    <Drawer
      open
      size={480}
      // The list stays in use beside it.
      mask={false}
      rootClassName="side-drawer"
      onClose={props.onClose}
      title={person.data?.name ?? ''}
      data-testid="person-drawer"
      styles={{ body: { padding: 16 } }}
    >
      {person.isError && <Failed sentence={sentenceOf(person.error)} />}
      {person.isPending && <Skeleton active />}
      {person.data !== undefined && person.data.id === props.id && (
        <LoadedPerson key={person.data.id} person={person.data} editPhone={props.editPhone} />
      )}
    </Drawer>
  )
}
