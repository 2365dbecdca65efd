// A tree of 100,000 units and 60,000 people: what the program's requests take beside the bare SQL for the same rows, and
// what a clerk waits for in the window.
import { districtAtScale, SCALE } from '../scale/district-at-scale.mjs'
import { fileIn, writeScale } from '../scale/write-scale.mjs'
import { OVERVIEW_SHOWN } from './bench.mjs'

const UNIT = `id, version, kind, branch_kind, parent_id, name, sort, founded_on, dissolved_on`
const CHILDREN = (where) => `SELECT ${UNIT},
  (SELECT count(*) FROM unit child WHERE child.parent_id = unit.id AND child.dissolved_on IS NULL) AS children
  FROM unit WHERE ${where} AND dissolved_on IS NULL ORDER BY sort, id`
const PERSON =
  'id, version, name, gender, birth_date, phone, phone2, id_number, category, joined_on, education'
const LISTED = `SELECT ${PERSON},
  (SELECT unit.name FROM membership JOIN unit ON unit.id = unit_id WHERE person_id = person.id AND ends_on IS NULL LIMIT 1) AS branch,
  (SELECT group_concat(unit.name || post.kind) FROM post JOIN unit ON unit.id = unit_id WHERE person_id = person.id AND ends_on IS NULL) AS posts
  FROM person`
const CARED = 'ended_on IS NULL AND merged_into_id IS NULL'
const COUNTED = `SELECT count(*) FROM person WHERE ${CARED}`

const today = () => new Date().toISOString().slice(0, 10)

/** A past day and the bare way to its rows: those that lived then, by what they are called now. */
const PAST = '2019-06-30'
const PAST_CHILDREN = `SELECT ${UNIT},
  (SELECT count(*) FROM unit child WHERE child.parent_id = unit.id AND coalesce(child.founded_on, '') <= '${PAST}') AS children
  FROM unit WHERE parent_id = ? AND coalesce(founded_on, '') <= '${PAST}'
    AND (dissolved_on IS NULL OR dissolved_on > '${PAST}') ORDER BY sort, id`

const BELOW = `WITH RECURSIVE below (start, id) AS (
  SELECT id, id FROM unit WHERE id = ?
  UNION ALL SELECT below.start, unit.id FROM below JOIN unit ON unit.parent_id = below.id WHERE unit.dissolved_on IS NULL)`

/** Branches without a secretary and groups without a leader: nearly all that is missing. */
const NO_POST = `SELECT id, kind, name, parent_id, sort FROM unit WHERE dissolved_on IS NULL AND (
  (kind = 'branch' AND NOT EXISTS (SELECT 1 FROM post WHERE unit_id = unit.id AND kind = 'secretary' AND ends_on IS NULL))
  OR (kind = 'buildingGroup' AND NOT EXISTS (SELECT 1 FROM post WHERE unit_id = unit.id AND kind = 'groupLeader' AND ends_on IS NULL)))`

const anywhere = (columns, text) => ({
  where: columns.map((column) => `${column} LIKE ?`).join(' OR '),
  parameters: columns.map(() => `%${text}%`),
})

/** The bare search: the same columns, unranked. */
function searchSql(text) {
  const digits = /^\d+$/.test(text)
  const unit = anywhere(digits ? ['name'] : ['name', 'initials', 'pinyin'], text)
  const person = anywhere(
    digits ? ['name', 'phone', 'phone2', 'landline', 'id_number'] : ['name', 'initials', 'pinyin'],
    text,
  )
  return [
    [`SELECT id, kind, name FROM unit WHERE ${unit.where} ORDER BY name LIMIT 30`, unit.parameters],
    [`SELECT id, name, phone FROM person WHERE ${person.where} ORDER BY name LIMIT 30`, person.parameters],
  ]
}

const requestsOf = ({ streetId, bigId }) => {
  const page = (sort, from) => [
    ['person.page', { filter: {}, sort: { by: sort, descending: false }, from, count: 100 }],
  ]
  const bareEnd = `${LISTED} WHERE ${CARED} ORDER BY reading_key DESC, id DESC LIMIT 100`
  return [
    {
      step: 'roots',
      what: '打开树：最上一级；对照：同样各行的 SQL',
      calls: [['tree.rows', { parents: [null], asOf: null }]],
      sql: [[CHILDREN('parent_id IS NULL'), []]],
    },
    {
      step: 'expand',
      what: '展开一个街道；对照：同样各行的 SQL',
      calls: [['tree.rows', { parents: [streetId], asOf: null }]],
      sql: [[CHILDREN('parent_id = ?'), [streetId]]],
    },
    {
      step: 'expand-big',
      what: '展开有 100 个支部的社区；对照：同样各行的 SQL',
      calls: [['tree.rows', { parents: [bigId], asOf: null }]],
      sql: [[CHILDREN('parent_id = ?'), [bigId]]],
    },
    {
      step: 'marks-street',
      what: '一个街道的下级数和缺项数；对照：数同样的下级',
      calls: [['tree.marks', { ids: [streetId] }]],
      sql: [
        [`${BELOW} SELECT count(*) FROM below`, [streetId]],
        [
          `${BELOW} SELECT count(*) FROM below JOIN unit ON unit.id = below.id WHERE
             (unit.kind = 'branch' AND NOT EXISTS (SELECT 1 FROM post WHERE unit_id = unit.id AND kind = 'secretary' AND ends_on IS NULL))
             OR (unit.kind = 'buildingGroup' AND NOT EXISTS (SELECT 1 FROM post WHERE unit_id = unit.id AND kind = 'groupLeader' AND ends_on IS NULL))`,
          [streetId],
        ],
      ],
    },
    {
      step: 'past',
      what: '截至某日，展开一个街道；对照：同样各行的 SQL，不管曾用名',
      calls: [['tree.rows', { parents: [streetId], asOf: PAST }]],
      sql: [[PAST_CHILDREN, [streetId]]],
    },
    {
      step: 'find-tree',
      what: '在树里按名称筛选；对照：LIKE',
      calls: [['tree.find', { text: '茅箭', kind: null, branchKind: null, onlyGaps: false }]],
      sql: [
        [
          `SELECT ${UNIT} FROM unit WHERE name LIKE '%茅箭%' AND dissolved_on IS NULL ORDER BY sort LIMIT 2000`,
          [],
        ],
      ],
    },
    ...['李', 'lixm', '1380', '张湾'].map((text) => ({
      step: `search-${text}`,
      what: `搜索框输入“${text}”；对照：LIKE，不排名次`,
      calls: [['search.find', { text }]],
      sql: searchSql(text),
    })),
    {
      step: 'gaps',
      what: '待办清单第一屏（全部缺项）；对照：只查缺书记、缺组长并计数',
      calls: [['gap.list', { filter: {}, from: 0, count: 200 }]],
      sql: [
        [`SELECT count(*) FROM (${NO_POST}) x`, []],
        [`${NO_POST} ORDER BY kind, parent_id, sort LIMIT 200`, []],
      ],
    },
    {
      step: 'person',
      what: '打开一个人；对照：同样各行的 SQL',
      calls: [['person.load', { id: 'p777' }]],
      sql: [
        ['SELECT * FROM person WHERE id = ?', ['p777']],
        ['SELECT * FROM membership JOIN unit ON unit.id = unit_id WHERE person_id = ?', ['p777']],
        ['SELECT * FROM post JOIN unit ON unit.id = unit_id WHERE person_id = ?', ['p777']],
        ['SELECT * FROM reporting JOIN unit ON unit.id = unit_id WHERE person_id = ?', ['p777']],
      ],
    },
    {
      step: 'people-first',
      what: '人员表第一屏；对照：同样各行的 SQL',
      calls: page('reading', 0),
      sql: [
        [COUNTED, []],
        [`${LISTED} WHERE ${CARED} ORDER BY reading_key, id LIMIT 100`, []],
      ],
    },
    {
      step: 'people-end',
      what: '人员表跳到末尾；对照：同样各行的 SQL',
      calls: page('reading', SCALE.people - 100),
      sql: [
        [COUNTED, []],
        [bareEnd, []],
      ],
    },
    {
      step: 'people-middle',
      what: '人员表跳到中间；对照：同样各行的 SQL',
      calls: page('reading', SCALE.people / 2),
      sql: [
        [COUNTED, []],
        [`${LISTED} WHERE ${CARED} ORDER BY reading_key, id LIMIT 100 OFFSET ${SCALE.people / 2}`, []],
      ],
    },
  ]
}

/** What a clerk waits for; the reference is the promise of 100 ms. */
const USES = {
  'open-tree': '窗口里打开组织页，到看见树',
  'expand-street': '窗口里展开一个街道',
  'filter-typing': '窗口里在筛选框输入，到看见结果',
  'move-subtree': `窗口里移动带 ${SCALE.bigSubtree.toLocaleString('en')} 个下级的社区，到各处更新`,
  people: '窗口里打开人员表',
}
const PROMISE = 100

async function scaleData(bench) {
  const district = await districtAtScale()
  const data = bench.fresh('scale')
  await bench.command(data, 'tree')
  await writeScale(data, district)
  return { data, district }
}

/** Lines of the table. */
export async function atScale(bench) {
  const { data, district } = await scaleData(bench)
  const nameOf = (id) => district.units.find((unit) => unit.id === id).name
  const homeId = district.units.find((unit) => unit.id === district.bigId).parent_id
  const requests = requestsOf(district)
  const task = {
    ready: OVERVIEW_SHOWN,
    file: fileIn(data),
    today: today(),
    requests,
    bigId: district.bigId,
    targetId: district.targetId,
    targetName: nameOf(district.targetId),
    homeId,
    homeName: nameOf(homeId),
    streetId: district.streetId,
    childId: district.units.find((unit) => unit.parent_id === district.streetId).id,
    filters: ['茅箭', '张湾', '武当', 'maojian', '花果'],
  }
  const { messages } = await bench.window(data, 'scale', { BENCH_TASK: JSON.stringify(task) })
  const of = (step) => messages.find((message) => message.step === step)
  const side = (ms) => ({ ms, peakBytes: null })
  return [
    ...requests.map(({ step, what }) => ({
      what,
      unit: 'ms',
      program: side(of(step).ms),
      reference: side(of(step).bareMs),
    })),
    ...Object.entries(USES).flatMap(([step, what]) => [
      {
        what: `${what}；对照：承诺 ${PROMISE} 毫秒`,
        unit: 'ms',
        program: side(of(step).ms),
        reference: side(PROMISE),
      },
      {
        what: `其间窗口最长一帧；对照：承诺 ${PROMISE} 毫秒`,
        unit: 'ms',
        program: side(of(step).blockedMs),
        reference: side(PROMISE),
      },
    ]),
  ]
}
