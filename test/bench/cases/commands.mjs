// Whole processes from start to exit: a command of the program against a bare script on the same runtime.
import { COUNTS } from '../ledgers/district.mjs'
import { MEMBER_HEADERS } from '../ledgers/members.mjs'
import { inTurn, medianRun } from '../measure/median.mjs'
import { YEAR } from './bench.mjs'
import { checkImport } from './prepare.mjs'

const TIMES = 3
const MEMBERS = COUNTS.members.toLocaleString('en')

/** Rows above and below the data of a sheet, and its columns. */
const MEMBERS_SHAPE = { titleRows: 3, lastRows: 1, columns: MEMBER_HEADERS.length }

const casesOf = (bench, { ledgers, pages, district }) => {
  const file = (ending) => bench.fresh('out') + ending
  const statement = (ending) => () =>
    bench.command(district, 'statement', '--year', String(YEAR), '--out', file(ending))
  return {
    import: {
      what: `导入 ${MEMBERS} 名党员，整条命令；对照：SheetJS 读出，500 行一批插入一张表`,
      program: async () => {
        const run = await bench.command(bench.copyOf(district), 'import', ledgers.members)
        checkImport(run, COUNTS.members)
        return run
      },
      reference: () =>
        bench.bare('import', {
          file: ledgers.members,
          reader: 'sheetjs',
          rows: COUNTS.members,
          database: file('.db'),
          ...MEMBERS_SHAPE,
        }),
    },
    cards: {
      what: `${COUNTS.branches} 张联系卡存为 PDF，整条命令；对照：同样文字的静态网页 printToPDF`,
      program: () => bench.command(district, 'cards', '--out', file('.pdf')),
      reference: () => bench.bare('print', { page: pages.cards, out: file('.pdf') }),
    },
    xlsx: {
      what: `${COUNTS.branches} 个支部的报表存为 xlsx，整条命令；对照：ExcelJS 写同样各行，无格式`,
      program: statement('.xlsx'),
      reference: () => bench.bare('workbook', { rows: pages.rows, out: file('.xlsx') }),
    },
    pdf: {
      what: `${COUNTS.branches} 个支部的报表存为 PDF，整条命令；对照：普通表格 printToPDF`,
      program: statement('.pdf'),
      reference: () => bench.bare('print', { page: pages.table, out: file('.pdf') }),
    },
  }
}

/** `{ rows, bare }`: the lines of the table, and by name the runs of the references, for what was measured inside them. */
export async function commands(bench, prepared) {
  const rows = []
  const bare = {}
  for (const [name, { what, program, reference }] of Object.entries(casesOf(bench, prepared))) {
    const runs = await inTurn(TIMES, program, reference)
    rows.push({ what, unit: 's', program: medianRun(runs.program), reference: medianRun(runs.reference) })
    bare[name] = runs.reference
  }
  return { rows, bare }
}
