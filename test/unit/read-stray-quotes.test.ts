import { expect, test } from 'vitest'
import { parseDelimited } from '../../main/import/read-text.ts'

test('a stray quote and another far below swallow no rows', () => {
  const lines = ['姓名,绰号', '甲,"大个', '乙,', '丙,"小个', '丁,"高, 瘦"', '戊,"两\n行"']
  expect(parseDelimited(lines.join('\n'))).toEqual([
    ['姓名', '绰号'],
    ['甲', '"大个'],
    ['乙'],
    ['丙', '"小个'],
    ['丁', '高, 瘦'],
    ['戊', '两\n行'],
  ])
})

test('a hundred thousand stray quotes are read as quickly as a text without', () => {
  const text = `${'"x""y\n'.repeat(100_000)}"z`
  const before = performance.now()
  parseDelimited(`${text}"z`)
  expect(performance.now() - before).toBeLessThan(3000)
})
