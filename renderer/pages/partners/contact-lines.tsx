import type { PersonalField } from '../../../shared/models/person.ts'
import type { PartnerContact } from '../../../shared/models/register.ts'
import { PersonalValue } from '../../components/personal-value.tsx'
import { usePerson } from '../../hooks/person.ts'

/** Leads to the person beside the list of people. */
export const PersonLink = (props: { readonly id: string; readonly name: string }) => (
  <a href={`#/people?person=${encodeURIComponent(props.id)}`}>{props.name}</a>
)

/** A number that is seen in full only by a logged act; it is mended with the person. */
export const ContactPhone = (props: {
  readonly person: Pick<PartnerContact, 'id' | 'version'>
  readonly masked: string | null
  readonly field: PersonalField
  readonly testId: string
}) => {
  const { reveal } = usePerson(props.person.id, props.person.version)
  return (
    <PersonalValue
      key={`${props.person.id} ${props.masked ?? ''}`}
      masked={props.masked}
      label="电话"
      onReveal={() => reveal(props.field)}
      testId={props.testId}
    />
  )
}
