// The work in an open window, without the start of a process: the import as a clerk does it, then prints and exports.
import { COUNTS } from '../ledgers/district.mjs'
import { largest, medianRun } from '../measure/median.mjs'
import { OVERVIEW_SHOWN, YEAR } from './bench.mjs'

const TIMES = 3
const MEMBERS = COUNTS.members.toLocaleString('en')

/** One session: step → `{ ms, blockedMs, peakBytes }`. */
async function session(bench, { ledgers, district }) {
  const task = {
    file: ledgers.members,
    out: bench.fresh('session'),
    year: YEAR,
    ready: OVERVIEW_SHOWN,
  }
  const run = await bench.window(bench.copyOf(district), 'session', { BENCH_TASK: JSON.stringify(task) })
  return Object.fromEntries(run.messages.map(({ step, ...figures }) => [step, figures]))
}

/** A page printed for the second time in one bare window. */
async function bareAgain(bench, page) {
  const run = await bench.bare('print', { page, out: `${bench.fresh('again')}.pdf`, again: true })
  return { ms: run.work.againMs, peakBytes: run.peakBytes }
}

/** What a reference did inside its process, without its start; the memory is the whole process's. */
const inside = (runs, key = 'ms') =>
  medianRun(runs.map(({ work, peakBytes }) => ({ ms: work[key], peakBytes })))

/** `bare`: the runs of the references by name, as `commands` answers them. */
export async function sessions(bench, prepared, bare) {
  const runs = []
  const again = { cards: [], pdf: [] }
  for (let turn = 0; turn < TIMES; turn++) {
    runs.push(await session(bench, prepared))
    again.cards.push(await bareAgain(bench, prepared.pages.cards))
    again.pdf.push(await bareAgain(bench, prepared.pages.table))
  }
  const step = (name) => medianRun(runs.map((run) => run[name]))
  const both = (figure) =>
    medianRun(
      runs.map(({ preview, apply }) => ({
        ms: figure(preview, apply),
        peakBytes: largest(preview.peakBytes, apply.peakBytes),
      })),
    )
  const row = (what, program, reference) => ({ what, unit: 's', program, reference })
  return [
    row(
      `导入 ${MEMBERS} 名党员，窗口里从选好文件到看见结果（预览加写入）；对照：只计读出和插入`,
      both((preview, apply) => preview.ms + apply.ms),
      inside(bare.import),
    ),
    {
      what: '其间主进程最长一次停顿（承诺 50 毫秒以内）；对照：在主线程里读出和插入',
      unit: 'ms',
      program: { ...both((preview, apply) => Math.max(preview.blockedMs, apply.blockedMs)), peakBytes: null },
      reference: { ...inside(bare.import, 'blockedMs'), peakBytes: null },
    },
    row(
      `${COUNTS.branches} 张联系卡存为 PDF，窗口里第一次；对照：新开窗口`,
      step('cards-first'),
      inside(bare.cards),
    ),
    row(
      `${COUNTS.branches} 张联系卡存为 PDF，窗口里再来一次；对照：用同一窗口`,
      step('cards-again'),
      medianRun(again.cards),
    ),
    row(`${COUNTS.branches} 个支部的报表存为 xlsx，窗口里；对照：只计写出`, step('xlsx'), inside(bare.xlsx)),
    row(
      `${COUNTS.branches} 个支部的报表存为 PDF，窗口里；对照：用同一窗口`,
      step('pdf'),
      medianRun(again.pdf),
    ),
  ]
}
