import { halfWidth, withoutBlanks } from './text.ts'

const numerals: Readonly<Record<string, string>> = {
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

/** 十二 → 12; only what stands before 号, 栋, 幢, 单元 or 网格 is a number. */
const plainNumerals = (text: string): string =>
  text.replace(
    /([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)(?=[号栋幢座#]|单元|网格)/gu,
    (whole, tens: string, ten: string, ones: string) => {
      if (whole === '') return whole
      if (ten === '') return (numerals[tens] ?? '') + (numerals[ones] ?? '')
      return `${tens === '' ? '1' : (numerals[tens] ?? '')}${ones === '' ? '0' : (numerals[ones] ?? '')}`
    },
  )

/**
 * Key under which names of one building, stairwell or grid meet: 1号楼 ≙ 1栋 ≙ 01# ≙ 一号楼; 1号楼2单元 ≙ 1-2;
 * 第一网格 ≙ 1网格. For matching only.
 */
export const placeKey = (place: string): string =>
  plainNumerals(halfWidth(withoutBlanks(place)))
    .replace(/^第/u, '')
    .replace(/^(\d+)-(\d+)$/, '$1号楼$2单元')
    .replace(/(\d+)(?:号楼|号|栋楼?|幢|座|#楼?)/gu, '$1号楼')
    .replace(/\b0+(?=\d)/g, '')
    .replace(/楼0+(?=\d)/gu, '楼')
