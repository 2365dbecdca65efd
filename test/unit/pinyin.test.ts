import { expect, test } from 'vitest'
import { pinyinOf } from '../../main/pinyin.ts'
import { strokeKeyOf } from '../../main/stroke-order.ts'
import { runTask } from '../../main/workers/run.ts'

test('surnames are read as surnames, rare characters have a reading', () => {
  expect(pinyinOf('单雄信', 'person')).toMatchObject({
    pinyin: 'shanxiongxin',
    initials: 'sxx',
    readingKey: 'shan xiong xin  单雄信',
  })
  expect(pinyinOf('仇刚明', 'person').initials).toBe('qgm')
  expect(pinyinOf('欧阳𬭚', 'person')).toMatchObject({ pinyin: 'ouyangchun', initials: 'oyc' })
  expect(pinyinOf('吕布', 'person').pinyin).toBe('lvbu')
})

test('digits and letters stay, punctuation goes', () => {
  expect(pinyinOf('1号楼党小组', 'unit')).toEqual({ pinyin: '1haoloudangxiaozu', initials: '1hldxz' })
  expect(pinyinOf('买买提·A', 'person').initials).toBe('mmta')
})

test('the task answers readings by name, and an aborted one is cancelled', async () => {
  const names = { people: ['王䶮'], units: ['六堰社区党委'] }
  await expect(runTask('pinyin', names)).resolves.toMatchObject({
    people: { 王䶮: { pinyin: 'wangyan', initials: 'wy' } },
    units: { 六堰社区党委: { pinyin: 'liuyanshequdangwei', initials: 'lysqdw' } },
  })
  await expect(runTask('pinyin', names, AbortSignal.abort())).rejects.toMatchObject({ code: 'job.cancelled' })
})

test('surnames that the dictionary has wrong, and one that a person has changed', () => {
  expect(['种师道', '贠建国', '佴梅', '秘小英'].map((name) => pinyinOf(name, 'person').initials)).toEqual([
    'csd',
    'yjg',
    'nm',
    'bxy',
  ])
  expect(pinyinOf('种子站', 'unit').initials).toBe('zzz')
  expect(pinyinOf('盖叫天', 'person', 'ge').readingKey).toBe('ge jiao tian  盖叫天')
})

test('by strokes: first the surname, then what follows; rare characters have their place', () => {
  const names = ['魏一', '刘二', '王五', '丁一', '王一', '𠅤一', '𬭚一', '欧一', '王𠅤']
  const sorted = [...names].sort((a, b) => (strokeKeyOf(a) < strokeKeyOf(b) ? -1 : 1))
  expect(sorted.slice(0, 5)).toEqual(['丁一', '王一', '王五', '王𠅤', '刘二'])
  const keys = names.map(strokeKeyOf)
  expect(new Set(keys).size).toBe(names.length)
  expect(keys.every((key) => key.length === 18)).toBe(true)
})
