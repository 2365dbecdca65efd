import { Flex, Typography } from 'antd'
import { ledgerKinds } from '../../../shared/models/import.ts'
import { ledgerLabels } from './words.ts'

/** Which ledgers are known, and the columns each is expected to have. */
export const KnownLedgers = (props: { readonly open: boolean }) => (
  <Flex vertical>
    {props.open
      ? ledgerKinds.map((kind) => <Typography.Text key={kind}>{ledgerLabels[kind]}</Typography.Text>)
      : null}
  </Flex>
)
