import { expect, test } from 'vitest'
import { checkName } from '../../shared/rules/names.ts'

test('a cell with several people is no name', () => {
  for (const text of [
    '张三、李四',
    '张三，李四',
    '张三/李四',
    '张三\n李四',
    '张三;李四',
    '张三、李四（女）',
  ]) {
    expect(checkName(text).ok, text).toBe(false)
  }
})

test('one person, however it is written', () => {
  for (const text of [
    '张三',
    '张 三',
    '欧阳 娜娜',
    '张三\n',
    '阿不都·热合曼',
    '王芳（大）',
    '张\n三',
    '李𫖯',
    'Anna, M',
  ]) {
    expect(checkName(text).ok, text).toBe(true)
  }
})
