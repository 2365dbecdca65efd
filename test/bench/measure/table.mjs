// The figures as a Markdown table.

const showTime = (ms, unit) => (unit === 'ms' ? `${Math.round(ms)} 毫秒` : `${(ms / 1000).toFixed(2)} 秒`)
const showBytes = (bytes) => (bytes === null ? '—' : `${Math.round(bytes / (1 << 20))} MB`)

const showRatio = (one, other) => `${(one / other).toFixed(one < other / 10 ? 3 : 1)} 倍`
const showBytesRatio = (one, other) => (one === null || other === null ? '—' : showRatio(one, other))

/** `{ what, unit: 's' | 'ms', program, reference }`; both sides are `{ ms, peakBytes }`, `peakBytes` null: not taken. */
const line = ({ what, unit, program, reference }) =>
  [
    what,
    showTime(program.ms, unit),
    showTime(reference.ms, unit),
    showRatio(program.ms, reference.ms),
    showBytes(program.peakBytes),
    showBytes(reference.peakBytes),
    showBytesRatio(program.peakBytes, reference.peakBytes),
  ].join(' | ')

export function tableOf(rows) {
  const header = '| 项目 | 本程序 | 对照 | 本程序 ÷ 对照 | 本程序内存峰值 | 对照内存峰值 | 内存 ÷ 对照 |'
  return [header, '|---|--:|--:|--:|--:|--:|--:|', ...rows.map((row) => `| ${line(row)} |`)].join('\n')
}
