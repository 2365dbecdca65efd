import { expect, test } from 'vitest'
import { numberCell } from '../../main/import/xlsx/number-cell.ts'
import { styleOf } from '../../main/import/xlsx/styles.ts'

test.each([
  [35977, 'yyyy-mm-dd', false, '1998-07-01'],
  [35977.75, 'yyyy/m/d', false, '1998-07-01'],
  [35977, '[$-804]yyyy"年"m"月";@', false, '1998-07'],
  [34515, 'yyyy-mm-dd', true, '1998-07-01'],
  [1, 'yyyy-mm-dd', false, '1900-01-01'],
  [61, 'yyyy-mm-dd', false, '1900-03-01'],
])('%s as %s is the day %s %s', (number, format, date1904, date) => {
  expect(numberCell(number, styleOf(format), date1904)).toEqual({ number, shown: date, date })
})

test.each([
  [1988.1, '0.00', '1988.10'],
  [1988.1, 'General', '1988.1'],
  [123, '00000', '00123'],
  [861, '#,##0', '861'],
  [0.5, 'h:mm', '12:00'],
  [420321195908220000, '0', '420321195908220000'],
  [12.5, '[Red]0.0"元"', '12.5'],
])('%s as %s shows %s', (number, format, shown) => {
  expect(numberCell(number, styleOf(format), false)).toEqual({ number, shown, date: null })
})
