// The figures as a Markdown table.

const showTime = (ms, unit) => (unit === 'ms' ? `${Math.round(ms)} 毫秒` : `${(ms / 1000).toFixed(2)} 秒`)
const showBytes = (bytes) => (bytes === null ? '—' : `${Math.round(bytes / (1 << 20))} MB`)

/** `{ what, unit: 's' | 'ms', program, reference }`; both sides are `{ ms, peakBytes }`, `peakBytes` null: not taken. */
const line = ({ what, unit, program, reference }) =>
  [
    what,
    showTime(program.ms, unit),
    showTime(reference.ms, unit),
    `${(program.ms / reference.ms).toFixed(program.ms < reference.ms / 10 ? 3 : 1)} 倍`,
    showBytes(program.peakBytes),
    showBytes(reference.peakBytes),
  ].join(' | ')

export function tableOf(rows) {
  const header = '| 项目 | 本程序 | 对照 | 本程序 ÷ 对照 | 本程序内存峰值 | 对照内存峰值 |'
  return [header, '|---|--:|--:|--:|--:|--:|', ...rows.map((row) => `| ${line(row)} |`)].join('\n')
}
