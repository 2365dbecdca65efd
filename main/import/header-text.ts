import { halfWidth, withoutBlanks } from '../../shared/rules/text.ts'

/**
 * A header as it is compared: no blanks or line breaks, half-width brackets, no star of a required column and no
 * number in front (“3、姓名”).
 */
export const plainHeader = (text: string): string =>
  halfWidth(withoutBlanks(text))
    .replace(/[*:※★☆]/g, '')
    .replace(/^\d{1,2}[.、](?=\p{L})/u, '')

const brackets = /[([【〔{<《][^)\]】〕}>》]*(?:[)\]】〕}>》]|$)/gu
const endingUnit = /[/,\-_]?(?:万元|元|㎡|m2|m²|平方米|平米)$/u
const requiredMark = /(?:必填|选填|必填项|可不填)$/u

const shorten = (plain: string): string => {
  const bare = plain.replace(brackets, '').replace(requiredMark, '')
  const measured = bare.replace(endingUnit, '')
  return measured.length >= 2 ? measured : bare === '' ? plain : bare
}

const shortened = new Map<string, string>()

/** Without notes and units: 面积（㎡） → 面积, 金额/元 → 金额. */
export const bareHeader = (plain: string): string => {
  const before = shortened.get(plain)
  if (before !== undefined) return before
  const bare = shorten(plain)
  if (shortened.size < 5000) shortened.set(plain, bare)
  return bare
}

/** With what stands in brackets as part of it: 楼栋长（电话） → 楼栋长电话. */
export const openedHeader = (plain: string): string => plain.replace(/[([【〔)\]】〕]/gu, '')

/** Nothing but a unit or a note, which belongs to the heading above it. */
export const isNote = (plain: string): boolean =>
  /^[([][^社支村街]{1,14}[)\]]$/u.test(plain) || /^(?:万元|元|㎡|m2|平方米|必填|选填)$/u.test(plain)

/** Columns about someone who is not the person of the row. */
const otherPeople =
  /家庭(?:主要)?成员|家[属长]|亲属|监护|紧急联[系络]|应急联[系络]人|配偶|爱人|妻子|丈夫|父母?(?:亲|姓|电)|母亲|子女|介绍人|培养人|推荐人|代理人|担保人|户主|房东|租客|帮扶|结对人|填表人|填报人|审核人/u

/** True for 家庭成员姓名, 监护人电话 and the like: never the name or phone of the person of the row. */
export const isAboutOthers = (plain: string): boolean => otherPeople.test(plain)

/** Headings that only gather columns, such as 基本信息; 家庭成员 is another person's. */
export const onlyGathers = (heading: string): boolean =>
  !isAboutOthers(heading) &&
  (/(?:信息|情况|资料|名单|名册|花名册|台账|方式|内容|明细)$/u.test(heading) ||
    /^(?:党员|本人|个人|人员|志愿者|报到党员|成员|单位|场所|其他|其它)$/u.test(heading))

/** A heading for the holder of an office: its 姓名 and 联系电话 are the holder's, not those of the row's person. */
export const namesAnOffice = (heading: string): boolean =>
  /(?:书记|[长员]|负责人|联系人|联络人|管理人|主任|委员|专干|领导)(?:信息|情况|资料)?$/u.test(heading) &&
  !/^(?:党员|人员|成员|社区党员)(?:信息|情况|资料)?$/u.test(heading)

/** 书记电话, 网格员·身份证号: what stands there belongs to the holder of the office. */
export const mentionsOffice = (header: string): boolean =>
  /书记|(?:网格|楼栋?|单元|小?组|邻|院|村|所|局)长|网格员|负责人|联系人|联络[员人]|主任|委员|专干|管理[员人]|领导/u.test(
    header,
  )
