import { trimmed, withoutBlanks } from './text.ts'

export interface PartnerAndPosition {
  readonly unit: string
  readonly position: string | null
}

/** Words an office title begins with, the longer before the shorter. */
const titles =
  /(?:党组|党委|党工委|党总支|党支部|总支|支部|机关党委)?(?:专职|常务)?(?:第一)?副?(?:书记)|(?:党组|党委|班子)(?:成员|委员)|主要负责人|主要领导|分管领导|负责人|法定代表人|法人|(?:常务)?副?(?:董事长|理事长|总经理|经理|局长|院长|校长|园长|厂长|行长|所长|站长|部长|处长|科长|队长|主任|主席|会长|区长|县长|镇长|工程师|总监)/u

/** 局长 right after “区税务” belongs to 区税务局: the unit keeps the character that both share. */
const shared: Readonly<Record<string, string>> = {
  局长: '局',
  院长: '院',
  厂长: '厂',
  所长: '所',
  站长: '站',
  行长: '行',
  校长: '校',
}
const organizationEnding = /[局院厂所站行校委会部处办司团学园心队政府]$/u

/**
 * Splits “区市场监管局党组书记、局长” into the unit and the office held there. A cell without a known title is all
 * unit.
 */
export const splitPartner = (text: string): PartnerAndPosition => {
  const whole = withoutBlanks(text)
  const found = titles.exec(whole)
  if (found === null || found.index === 0) return { unit: trimmed(text), position: null }
  const unit = whole.slice(0, found.index).replace(/[,，、;；:：（(]$/u, '')
  const position = whole.slice(found.index).replace(/^（(.*)）$/u, '$1')
  const missing = shared[found[0]]
  const cutShort = missing !== undefined && !organizationEnding.test(unit)
  return { unit: cutShort ? unit + missing : unit, position }
}

/** For matching only. */
export const partnerKey = (name: string): string => withoutBlanks(name)
