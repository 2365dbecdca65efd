import { Empty } from 'antd'
import dayjs from 'dayjs'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ListedStep } from '../../shared/models/history.ts'
import './step-list.css'

/**
 * Steps in their order; those down to the active one are marked, since choosing it takes them all. Arrows, Home and
 * End move, Enter chooses.
 */
export const StepList = (props: {
  readonly steps: readonly ListedStep[]
  readonly label: string
  readonly emptyText: string
  /** How many steps, from the first. */
  readonly onChoose: (count: number) => void
  readonly testId: string
}) => {
  const { steps, onChoose, testId } = props
  const [active, setActive] = useState(0)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const go = (index: number) => {
    const next = Math.max(0, Math.min(index, steps.length - 1))
    setActive(next)
    box.current?.children[next]?.scrollIntoView({ block: 'nearest' })
  }
  const press = (event: KeyboardEvent) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 10,
      PageUp: active - 10,
      Home: 0,
      End: steps.length - 1,
    }
    const move = moves[event.key]
    if (move !== undefined) go(move)
    else if (event.key === 'Enter' && steps.length > 0) onChoose(active + 1)
    else return
    event.preventDefault()
  }
  if (steps.length === 0) {
    return (
      <div className="step-list" ref={box} tabIndex={-1}>
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={props.emptyText} />
      </div>
    )
  }
  return (
    <div
      ref={box}
      className="step-list"
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-activedescendant={`${testId}-${active}`}
      onKeyDown={press}
      data-testid={testId}
    >
      {steps.map((step, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys
        <div
          key={step.seq}
          id={`${testId}-${index}`}
          className={`step-row${index <= active ? ' taken' : ''}${index === active ? ' active' : ''}`}
          role="option"
          tabIndex={-1}
          aria-selected={index <= active}
          // A pointer that rests where the list opens chooses nothing.
          onMouseMove={() => setActive(index)}
          onClick={() => onChoose(index + 1)}
          data-testid={`${testId}-row`}
        >
          <span className="step-label" title={step.label}>
            {step.label}
          </span>
          <span className="step-who" title={step.actor}>
            {step.actor}
          </span>
          <span className="step-when">{dayjs(step.at).format('MM-DD HH:mm')}</span>
        </div>
      ))}
    </div>
  )
}
