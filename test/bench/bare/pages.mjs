// The finished pages that the bare prints load: the same text at the same sizes in the same face, and nothing else.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { nodeModules } from '../../../scripts/lib/paths.mjs'

const face = (weight, name) => {
  const file = join(nodeModules, '@expo-google-fonts/noto-sans-sc', name, `NotoSansSC_${name}.ttf`)
  return `@font-face { font-family: Bench; font-weight: ${weight}; src: url("${pathToFileURL(file)}") }`
}

const page = (css, body) => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>
${face(400, '400Regular')}
${face(700, '700Bold')}
body { margin: 0; font: 8pt/1.2 Bench }
${css}
</style><body>${body}</body></html>`

const SHEET_CSS = `
@page { size: A4; margin: 0 }
.sheet { box-sizing: border-box; width: 210mm; height: 297mm; padding: 13.5mm 15mm; break-after: page;
  display: grid; grid-template-columns: 90mm 90mm; grid-auto-rows: 54mm }
.card { padding: 3mm 4.5mm; overflow: hidden }
.card div { display: flex; justify-content: space-between }
h1 { margin: 0; font-size: 15pt; text-align: center } h2 { margin: 0; font-size: 14pt; text-align: center }
b { font-size: 12pt } i { font: 700 13pt Bench } small { font-size: 8.5pt } u { font-size: 6.5pt }`

const person = (label, { name, phone, unit = '', position = '' }) =>
  `<div>${label} <b>${name}</b><i>${phone}</i></div><small>${unit}${position}</small>`

const card = (branch) => `<div class="card"><h1>共驻共建应急党支部联系卡</h1><h2>${branch.branch}</h2>
<div>${branch.street}${branch.community}<span>${branch.estate}</span></div>
${person('书记', branch.secretary)}${person('第一书记', branch.firstSecretary)}${person('网格长', branch.gridLeader)}
<u>制发日期 2026-11-20 2026年第1版</u></div>`

const CARDS_A_SHEET = 10

/** Ten cards of 90 × 54 mm on each A4 sheet. */
export function cardsPage(branches) {
  const sheets = Array.from({ length: Math.ceil(branches.length / CARDS_A_SHEET) }, (_, n) =>
    branches.slice(n * CARDS_A_SHEET, (n + 1) * CARDS_A_SHEET),
  )
  return page(SHEET_CSS, sheets.map((some) => `<div class="sheet">${some.map(card).join('')}</div>`).join(''))
}

/** Rows of text as one plain table on A4 landscape; the first row is the header. */
export function tablePage([header, ...rows]) {
  const line = (tag) => (cells) => `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`
  return page(
    '@page { size: A4 landscape; margin: 15mm } table { width: 100%; border-collapse: collapse; font-size: 10pt }',
    `<table><thead>${line('th')(header)}</thead><tbody>${rows.map(line('td')).join('')}</tbody></table>`,
  )
}

const YUAN = '15000.00'

/** The figures of the statement without its subtotals: every branch got its standard and spent nothing. */
export const statementRows = (branches) => [
  ['社区', '党支部', '预算', '支出', '结余'],
  ...branches.map(({ community, estate }) => [community, `${estate}党支部`, YUAN, '0.00', YUAN]),
]

/** Writes what the bare references read; answers the paths. */
export async function writePages(folder, branches) {
  const files = {
    cards: join(folder, 'cards.html'),
    table: join(folder, 'table.html'),
    rows: join(folder, 'rows.json'),
  }
  const rows = statementRows(branches)
  await writeFile(files.cards, cardsPage(branches))
  await writeFile(files.table, tablePage(rows))
  await writeFile(files.rows, JSON.stringify(rows))
  return files
}
