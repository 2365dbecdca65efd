import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { choose, chosenCards, everyCard } from '../../renderer/pages/emergency/card-choice.ts'
import { communitiesOf, filterCards, noFilter } from '../../renderer/pages/emergency/card-filter.ts'
import { Card } from '../../renderer/print/card.tsx'
import type { CardContent } from '../../shared/models/card.ts'

const cardOf = (unitId: string, more: Partial<CardContent> = {}): CardContent => ({
  unitId,
  branch: '百二河雅苑小区应急党支部',
  community: '六堰社区',
  street: '汉江路街道党工委',
  estate: '百二河雅苑',
  secretary: { personId: 'a', name: '欧阳𬭚', phone: '15000005541', phone2: '0719-8651234' },
  firstSecretary: {
    personId: 'b',
    name: '买买提·阿不都热依木',
    phone: '13800009448',
    phone2: null,
    partnerUnit: '东风公司第四十六厂',
    position: '党组书记、局长',
  },
  gridLeader: { personId: 'c', name: '王䶮', phone: '13800002809', phone2: null },
  gaps: [],
  ...more,
})
const lacking = cardOf('gap', {
  branch: '阳光应急党支部',
  estate: null,
  gridLeader: null,
  gaps: ['noGridLeader'],
})
const textOf = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const render = (card: CardContent) =>
  renderToStaticMarkup(<Card card={card} issuedOn="2026-11-02" edition="2026年第1版" />)

test('a card carries every name, unit, position and phone in full', () => {
  const text = textOf(render(cardOf('1')))
  for (const part of [
    '共驻共建应急党支部联系卡',
    '百二河雅苑小区应急党支部',
    '六堰社区',
    '支部书记 欧阳𬭚 15000005541 0719-8651234',
    '第一书记 买买提·阿不都热依木 东风公司第四十六厂 党组书记、局长 13800009448',
    '网格长 王䶮 13800002809',
    '2026年11月2日 2026年第1版',
  ]) {
    expect(text).toContain(part)
  }
})

test('what is missing is left blank for handwriting: a line for the name and one for the phone', () => {
  expect(render(cardOf('1'))).not.toContain('card-blank')
  expect(render(lacking).match(/class="card-blank/g)).toHaveLength(2)
})

test('all complete cards are chosen; one taken out stays out, one mended comes in by itself', () => {
  const cards = [cardOf('1'), cardOf('2'), lacking]
  const ids = (list: readonly CardContent[]) => list.map((card) => card.unitId)
  expect(ids(chosenCards(cards, everyCard))).toEqual(['1', '2'])
  expect(ids(chosenCards(cards, { ...everyCard, incomplete: true }))).toEqual(['1', '2', 'gap'])
  const without = choose(everyCard, cards.slice(0, 2), ['2'])
  expect(ids(chosenCards(cards, without))).toEqual(['2'])
  expect(ids(chosenCards([...cards.slice(0, 2), { ...lacking, gaps: [] }], without))).toEqual(['2', 'gap'])
  // Boxes of rows that a filter hides stay as they were.
  expect(ids(chosenCards(cards, choose(without, cards.slice(1, 2), [])))).toEqual([])
  expect(ids(chosenCards(cards, choose(without, cards.slice(0, 1), ['1'])))).toEqual(['1', '2'])
})

test('branches are found by name, pinyin initials, people and community', () => {
  const cards = [cardOf('1'), { ...lacking, community: '七里社区' }]
  const found = (filter: Partial<typeof noFilter>) =>
    filterCards(cards, { ...noFilter, ...filter }).map((card) => card.unitId)
  expect(found({})).toEqual(['1', 'gap'])
  expect(found({ text: '阳光' })).toEqual(['gap'])
  expect(found({ text: 'beh' })).toEqual(['1'])
  expect(found({ text: '王䶮' })).toEqual(['1'])
  expect(found({ community: '七里社区' })).toEqual(['gap'])
  expect(found({ state: 'complete' })).toEqual(['1'])
  expect(found({ state: 'gaps' })).toEqual(['gap'])
  expect(communitiesOf([...cards, ...cards])).toEqual(['六堰社区', '七里社区'])
})
