import type { ErrorCode, ErrorFacts } from './errors.ts'

type Sentence = (facts: ErrorFacts) => string

/** `facts[key]` in Chinese quotation marks, or a word that always fits. */
const quoted = (facts: ErrorFacts, key: string, otherwise: string): string =>
  facts[key] === undefined ? otherwise : `“${facts[key]}”`

/**
 * Error code → the sentence the user reads: what happened, what is safe, what to do next.
 * It stands in `shared` because the window and the command line say the same words.
 */
const sentences: Readonly<Record<ErrorCode, Sentence>> = {
  'file.missing': (f) => `找不到文件${quoted(f, 'file', '')}，没有做任何改动。请检查文件的位置和名称后重试。`,
  'file.unreadable': (f) =>
    `文件${quoted(f, 'file', '')}读不出来，可能正被其他程序占用或没有读取权限，没有做任何改动。请关闭占用它的程序后重试。`,
  'file.not-workbook': (f) =>
    `${quoted(f, 'file', '这个文件')}不是表格文件，没有导入任何内容。请选择 Excel、WPS 表格或 CSV 文件。`,
  'file.encrypted': (f) =>
    `${quoted(f, 'file', '这个文件')}设置了打开密码，没有导入任何内容。请在 Excel 或 WPS 中取消密码、另存后再导入。`,
  'file.damaged': (f) =>
    `${quoted(f, 'file', '这个文件')}已损坏，没有导入任何内容。请用 Excel 或 WPS 打开并另存一份，再导入新文件。`,
  'file.empty': (f) => `${quoted(f, 'file', '这个文件')}里没有内容，没有导入任何内容。请确认选对了文件。`,
  'file.too-large': (f) =>
    `${quoted(f, 'file', '这个文件')}太大（${f['reason'] ?? '超出可处理的范围'}），没有导入任何内容。请拆成几个文件后分别导入。`,
  'file.no-known-header': (f) =>
    `${quoted(f, 'file', '这个文件')}里没有找到认识的表头，没有导入任何内容。请确认是社区报来的台账，并保留表头行。`,
  'write.locked': (f) =>
    `${quoted(f, 'file', '目标文件')}正被其他程序打开，没有写入，原文件没有改动。请先关闭它，或换一个文件名再保存。`,
  'write.disk-full': (f) =>
    `磁盘空间不足，${quoted(f, 'file', '文件')}没有保存，原有文件没有改动。请清理磁盘或换一个位置后重试。`,
  'write.denied': (f) =>
    `没有权限写入${quoted(f, 'file', '所选位置')}，文件没有保存，原有文件没有改动。请换一个文件夹后重试。`,
  'write.no-folder': (f) =>
    `${quoted(f, 'file', '文件')}要存入的文件夹不存在，文件没有保存。请先建好文件夹，或换一个位置。`,
  'write.failed': (f) => `${quoted(f, 'file', '文件')}没有保存成功，原有文件没有改动。请换一个位置后重试。`,
  'database.newer': () => '这份数据由更新版本的支部管家保存，数据没有改动。请安装新版本后再打开。',
  'database.damaged': (f) =>
    `数据文件已损坏，程序没有改动它。请联系管理员，用“${f['backups'] ?? 'backups'}”文件夹里最近的备份恢复。`,
  'database.empty-file': (f) =>
    `数据文件是空的（0 字节），很可能是断电或同步造成的，程序没有改动它。请用“${f['backups'] ?? 'backups'}”文件夹里最近的备份恢复。`,
  'database.busy': () => '另一个程序正在写入数据，这次没有保存，原有数据没有改动。请稍候重试。',
  'database.disk-full': () => '磁盘空间不足，这次没有保存，原有数据没有改动。请清理磁盘后重试。',
  'database.read-only': () => '数据文件夹不能写入，这次没有保存，原有数据没有改动。请检查文件夹权限。',
  'data.not-empty': () => '当前已有数据，示例街道没有载入，现有数据没有改动。示例只能载入空白数据。',
  'data.not-sample': () => '当前不是示例数据，没有清空，现有数据没有改动。',
  'data.sample-kept': () =>
    '示例街道没有载入完整。数据另有改动，或正被另一个程序使用，所以已载入的部分和这些改动都保留着。可用“清空示例，开始使用”把它们一并移入备份，再重新开始。',
  'record.missing': () => '这条记录已不存在，没有做任何改动。请刷新后重试。',
  'record.changed': () => '这条记录刚刚被改过，您的修改没有保存，以免覆盖别人的修改。请看过最新内容后再改。',
  'unit.unknown': (f) => `没有找到名为${quoted(f, 'name', '')}的组织，没有做任何改动。请检查名称。`,
  'unit.ambiguous': (f) =>
    `有多个组织名为${quoted(f, 'name', '')}：${f['candidates'] ?? ''}。没有做任何改动。请写上级组织，例如“某社区党委/某党支部”。`,
  'unit.parent-refused': (f) =>
    `${f['child'] ?? '该组织'}不能设在${f['parent'] ?? '所选组织'}之下，没有做任何改动。请另选上级组织。`,
  'unit.duplicate-name': (f) => `同一上级下已有${quoted(f, 'name', '同名组织')}，没有保存。请换一个名称。`,
  'unit.has-children': (f) =>
    `${quoted(f, 'name', '该组织')}下还有 ${f['count'] ?? '若干'} 个组织，没有撤销，数据没有改动。请先撤销下级组织。`,
  'unit.dissolved': (f) => `${quoted(f, 'name', '该组织')}已经撤销，没有保存，数据没有改动。请选择其他组织。`,
  'value.invalid': (f) => `${f['reason'] ?? '填写的内容不正确'}，没有保存。请改正后重试。`,
  'plan.expired': () => '这次预览已失效，没有导入任何内容。请重新选择文件。',
  'plan.stale': () => '预览之后数据有了变化，没有导入任何内容。请重新预览后再导入。',
  'undo.nothing': () => '没有可以撤销或重做的操作，数据没有改动。',
  'undo.changed-since': (f) =>
    f['step'] === undefined
      ? `${f['label'] === undefined ? '' : `“${f['label']}”之后，`}相关内容又被改过，没有撤销，数据没有改动。请先更正后来的改动，或直接修改。`
      : `第 ${f['step']} 步${quoted(f, 'label', '')}的相关内容后来又被改过，所选各步都没有执行，数据没有改动。请少选几步，或直接修改。`,
  'cards.nothing': (f) =>
    `没有可以打印的联系卡，没有生成文件${f['reason'] ? `：${f['reason']}` : ''}。请先补全联系人。`,
  'funding.no-branches': (f) =>
    `${quoted(f, 'name', '所选街道')}下没有党支部，没有安排经费。请先导入组织架构。`,
  'funding.voucher-taken': (f) => `凭证号${quoted(f, 'voucherNo', '')}已被使用，没有保存。请换一个凭证号。`,
  'funding.overspent': (f) =>
    `该资金来源结余只有 ${f['balance'] ?? '0.00'} 元，不够支出，没有保存。请调整金额或资金来源。`,
  'funding.reversed-already': () => '这张凭证已经红冲过，没有再次红冲。',
  'funding.appropriation-spent': (f) =>
    `这笔预算已有支出：该资金来源结余只有 ${f['balance'] ?? '0.00'} 元，不足冲销 ${f['amount'] ?? ''} 元。没有冲销，数据没有改动。请先红冲支出。`,
  'funding.appropriation-reversed': () => '这笔预算已经冲销过，没有再次冲销，数据没有改动。',
  'print.failed': () => '打印没有完成，没有生成文件，数据没有改动。请重试，或先存为 PDF 再打印。',
  'print.timeout': () => '排版用时过长，没有生成文件，数据没有改动。请减少所选数量后重试。',
  'print.no-printer': () => '没有找到打印机，没有打印。请连接打印机，或先存为 PDF。',
  'job.cancelled': () => '已取消，没有做任何改动。',
  'request.refused': () => '这个请求被拒绝了，数据没有改动。请重新打开程序。',
  'request.invalid': () => '请求的内容不正确，数据没有改动。请重试。',
  usage: (f) => String(f['reason'] ?? '命令写法不正确。'),
  internal: () =>
    '程序遇到意外问题，这一步没有完成，已有数据没有改动。请重试；若再次出现，请把日志交给管理员。',
}

/** The Chinese sentence for a code, e.g. for a message box or the command line's JSON. */
export const describeError = (code: ErrorCode, facts: ErrorFacts = {}): string => sentences[code](facts)
