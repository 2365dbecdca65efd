/** Files in words: “名册.xlsx”, or “名册.xlsx 等 3 个文件”. */
export const fileWords = ([first = '', ...more]: readonly string[]): string =>
  more.length === 0 ? first : `${first} 等 ${more.length + 1} 个文件`
