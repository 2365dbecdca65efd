import { Alert, Flex, Switch } from 'antd'
import type { CardContent } from '../../../shared/models/card.ts'
import { GapLink } from './gap-link.tsx'

/** Branches that lack a contact: left out of printing until they are mended, or printed with blanks by choice. */
export const GapList = (props: {
  readonly cards: readonly CardContent[]
  readonly incomplete: boolean
  readonly onIncomplete: (incomplete: boolean) => void
}) => {
  if (props.cards.length === 0) return null
  return (
    <Alert
      type="warning"
      className="gap-list"
      title={`${props.cards.length} 个支部缺联系人${props.incomplete ? '，缺的内容留空' : '，暂不打印'}`}
      data-testid="card-gaps"
      description={
        <>
          <ul>
            {props.cards.map((card) => (
              <li key={card.unitId}>
                <div className="cut" title={card.branch}>
                  {card.branch}
                </div>
                <GapLink card={card} />
              </li>
            ))}
          </ul>
          <Flex gap={8} align="center">
            <Switch
              size="small"
              checked={props.incomplete}
              onChange={props.onIncomplete}
              aria-label="留空打印，供手写"
              data-testid="card-incomplete"
            />
            留空打印，供手写
          </Flex>
        </>
      }
    />
  )
}
