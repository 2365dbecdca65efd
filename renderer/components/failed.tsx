import { Result } from 'antd'

/** What could not be shown, in the sentence of its error. */
export const Failed = (props: { readonly sentence: string | null }) => (
  <Result status="warning" subTitle={props.sentence} data-testid="failed" />
)
