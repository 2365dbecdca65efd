import { expect, test } from 'vitest'
import { capitalAmount, capitalWithCurrency } from '../../shared/rules/capital.ts'
import { formatYuan, parseYuan, sumFen } from '../../shared/rules/money.ts'

/** Reads capital numerals back, independently of the library that wrote them. */
const readCapital = (text: string): number => {
  const digits = '零壹贰叁肆伍陆柒捌玖'
  const small: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 }
  let fen = 0
  let total = 0
  let section = 0
  let digit = 0
  for (const c of text.replace('负', '')) {
    if (digits.includes(c)) digit = digits.indexOf(c)
    else if (c in small) {
      section += digit * (small[c] ?? 0)
      digit = 0
    } else if (c === '万') {
      total += (section + digit) * 10_000
      section = digit = 0
    } else if (c === '亿') {
      total = (total + section + digit) * 100_000_000
      section = digit = 0
    } else if (c === '元') {
      fen += (total + section + digit) * 100
      digit = 0
    } else if (c === '角') {
      fen += digit * 10
      digit = 0
    } else if (c === '分') fen += digit
    else if (c !== '整') throw new Error(`not a capital numeral: ${c}`)
  }
  return text.startsWith('负') ? -fen : fen
}

/** The same numbers on every run. */
const random = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
  return seed / 2 ** 32
}

test('fen become yuan with separators and two decimals', () => {
  expect([0, 5, 50, 123_450, 100_000_000, -123_450, -1].map(formatYuan)).toEqual([
    '0.00',
    '0.05',
    '0.50',
    '1,234.50',
    '1,000,000.00',
    '-1,234.50',
    '-0.01',
  ])
})

test('yuan as typed become fen, exactly', () => {
  for (const [text, fen] of [
    ['1,234.50', 123_450],
    ['１２３４．５', 123_450],
    ['￥1234', 123_400],
    ['1 234.05元', 123_405],
    ['-3.', -300],
    ['0.29', 29],
    ['1.15', 115],
    ['4503599627.37', 450_359_962_737],
  ] as const) {
    expect(parseYuan(text), text).toBe(fen)
  }
})

test('what is no amount is null', () => {
  for (const text of [
    '',
    '一百',
    '1.234',
    '1,23',
    '12,34.00',
    '1e3',
    '1.2.3',
    '.',
    '99999999999999',
    '--1',
  ]) {
    expect(parseYuan(text), text).toBeNull()
  }
})

test('formatting and parsing are inverse, and sums are exact', () => {
  const next = random(7)
  const amounts = Array.from({ length: 500 }, () => Math.floor((next() - 0.3) * 1e13))
  expect(amounts.map((fen) => parseYuan(formatYuan(fen)))).toEqual(amounts)
  expect(sumFen([{ fen: 10 }, { fen: 20 }], (row) => row.fen)).toBe(30)
})

test('capital amounts of the rule book', () => {
  for (const [fen, words] of [
    [140_950, '壹仟肆佰零玖元伍角'],
    [600_714, '陆仟零柒元壹角肆分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [10_700_053, '壹拾万柒仟元零伍角叁分'],
    [168_032, '壹仟陆佰捌拾元零叁角贰分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [142_500_000, '壹佰肆拾贰万伍仟元整'],
    [0, '零元整'],
    [50, '伍角'],
    [5, '伍分'],
    [-5000, '负伍拾元整'],
  ] as const) {
    expect(capitalAmount(fen)).toBe(words)
  }
  expect(capitalWithCurrency(140_950)).toBe('人民币壹仟肆佰零玖元伍角')
})

test('capital amounts read back to the same fen; 整 stands exactly where no 角 or 分 follows', () => {
  const next = random(11)
  for (let i = 0; i < 5000; i++) {
    // Every magnitude up to 100 billion yuan, with many zeros among the digits.
    const fen = Number(
      Array.from({ length: 1 + Math.floor(next() * 13) }, () =>
        next() < 0.4 ? 0 : Math.floor(next() * 10),
      ).join(''),
    )
    const words = capitalAmount(fen)
    expect(readCapital(words), String(fen)).toBe(fen)
    expect(words.endsWith('整'), words).toBe(fen % 100 === 0)
    expect(words).not.toMatch(/零零|零元(?!整)|零[万亿]/)
  }
})
