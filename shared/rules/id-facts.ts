/* What an 18-digit ID number says (GB 11643): digits 7 to 14 the day of birth, digit 17 odd for men. */

/** ISO day of birth. The number must be a checked one. */
export const dayOf = (idNumber: string): string =>
  `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`

export const genderOf = (idNumber: string): '男' | '女' => (Number(idNumber[16]) % 2 === 1 ? '男' : '女')

/** The sequence 000 is never issued: numbers of samples and templates, which say nothing of the gender. */
export const isSampleNumber = (idNumber: string): boolean => idNumber.slice(14, 17) === '000'
