import { expect, test } from 'vitest'
import { maskedPhone, maskIdNumber, maskPhone } from '../../shared/rules/masking.ts'

test('a phone keeps its first 3 and last 4, an ID number its first 6 and last 4', () => {
  expect(maskPhone('13812345678')).toBe('138****5678')
  expect(maskPhone('0719-8888123')).toBe('071*****8123')
  expect(maskIdNumber('42032119590822000X')).toBe('420321********000X')
  expect(maskedPhone(null)).toBeNull()
})

test('a value too short to hide between its ends shows only the last two', () => {
  expect(maskPhone('8888123')).toBe('*****23')
  expect(maskIdNumber('4203211959')).toBe('********59')
  expect(maskPhone('12')).toBe('12')
})
