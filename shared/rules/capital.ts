import nzhCn from 'nzh/cn'
import { fenToDecimal } from './money.ts'

/**
 * Integer fen in capital numerals after 支付结算办法 附一: 整 after 元, none after 角 and 分; a 零 after 元 where
 * the yuan end in 0 and 角 follows (￥107000.53 壹拾万柒仟元零伍角叁分). Negative amounts begin with 负; 0 is 零元整.
 */
export const capitalAmount = (fen: number): string => {
  const decimal = fenToDecimal(Math.abs(fen))
  const words = nzhCn.toMoney(decimal, { outSymbol: false })
  const complete = words.endsWith('元') ? `${words}整` : words
  return (fen < 0 ? '负' : '') + (/\d0\.[1-9]/.test(decimal) ? complete.replace('元', '元零') : complete)
}

/** The amount as a document carries it: 人民币 stands right before it. */
export const capitalWithCurrency = (fen: number): string => `人民币${capitalAmount(fen)}`
