import { expect, test } from 'vitest'
import { pinyinOf } from '../../main/pinyin.ts'
import { runTask } from '../../main/workers/run.ts'

test('surnames are read as surnames, rare characters have a reading', () => {
  expect(pinyinOf('单雄信', 'person')).toEqual({ pinyin: 'shanxiongxin', initials: 'sxx' })
  expect(pinyinOf('仇刚明', 'person').initials).toBe('qgm')
  expect(pinyinOf('欧阳𬭚', 'person')).toEqual({ pinyin: 'ouyangchun', initials: 'oyc' })
  expect(pinyinOf('吕布', 'person').pinyin).toBe('lvbu')
})

test('digits and letters stay, punctuation goes', () => {
  expect(pinyinOf('1号楼党小组', 'unit')).toEqual({ pinyin: '1haoloudangxiaozu', initials: '1hldxz' })
  expect(pinyinOf('买买提·A', 'person').initials).toBe('mmta')
})

test('the task answers readings by name, and an aborted one is cancelled', async () => {
  const names = { people: ['王䶮'], units: ['六堰社区党委'] }
  await expect(runTask('pinyin', names)).resolves.toEqual({
    people: { 王䶮: { pinyin: 'wangyan', initials: 'wy' } },
    units: { 六堰社区党委: { pinyin: 'liuyanshequdangwei', initials: 'lysqdw' } },
  })
  await expect(runTask('pinyin', names, AbortSignal.abort())).rejects.toMatchObject({ code: 'job.cancelled' })
})
