import { unitKindLabels } from '../../../shared/labels.ts'
import type { PlannedChange } from '../../../shared/models/import.ts'
import type { UnitKind } from '../../../shared/models/unit.ts'
import {
  branchKey,
  branchKindOf,
  communityKey,
  groupKey,
  namesAnOrgan,
  streetKey,
} from '../../../shared/rules/unit-names.ts'
import { blankUnit } from '../../database/blank-unit.ts'
import type { KnownUnit } from '../../database/import-snapshot.ts'
import type { Patch } from '../../database/rows.ts'
import type { NameReader } from '../parsed-row.ts'
import type { Edits } from './edits.ts'
import { memo } from './memo.ts'
import type { RowReport } from './report.ts'

const keyOf: Readonly<Record<UnitKind, (name: string) => string>> = {
  streetCommittee: memo(streetKey),
  communityCommittee: memo(communityKey),
  branch: memo(branchKey),
  emergencyBranch: memo(branchKey),
  buildingGroup: memo(groupKey),
  memberHousehold: memo(groupKey),
}

/** Kind → the word that counts use. */
const countKeys: Readonly<Record<UnitKind, string>> = {
  streetCommittee: 'streetCommittees',
  communityCommittee: 'communityCommittees',
  branch: 'branches',
  buildingGroup: 'buildingGroups',
  memberHousehold: 'memberHouseholds',
  emergencyBranch: 'emergencyBranches',
}

const sameUnit = (a: KnownUnit, b: KnownUnit): boolean =>
  a.name === b.name && a.note === b.note && a.besideId === b.besideId && a.partnerUnitId === b.partnerUnitId

/** The living units, found by parent and normalized name; units that the plan adds are found as well. */
export class KnownUnits {
  private readonly byId = new Map<string, KnownUnit>()
  private readonly byKey = new Map<string, KnownUnit>()
  /** By kind and normalized name: each row of a roster asks for its branch this way. */
  private readonly byName = new Map<string, KnownUnit[]>()
  private readonly byParent = new Map<string | null, KnownUnit[]>()
  private readonly byKind: Readonly<Record<UnitKind, KnownUnit[]>> = {
    streetCommittee: [],
    communityCommittee: [],
    branch: [],
    buildingGroup: [],
    memberHousehold: [],
    emergencyBranch: [],
  }

  constructor(
    units: readonly KnownUnit[],
    private readonly readings: NameReader,
    private readonly edits: Edits,
  ) {
    for (const unit of units) this.add(unit)
  }

  get(id: string): KnownUnit | null {
    return this.byId.get(id) ?? null
  }

  find(kind: UnitKind, parentId: string | null, name: string): KnownUnit | null {
    return this.byKey.get(this.place(kind, parentId, keyOf[kind](name))) ?? null
  }

  under(parentId: string | null, kind: UnitKind): readonly KnownUnit[] {
    return (this.byParent.get(parentId) ?? []).filter((unit) => unit.kind === kind)
  }

  all(kind: UnitKind): readonly KnownUnit[] {
    return this.byKind[kind]
  }

  /** Every unit of a kind with this name, whatever it stands under. */
  everywhere(kind: UnitKind, name: string): readonly KnownUnit[] {
    return this.byName.get(`${kind}/${keyOf[kind](name)}`) ?? []
  }

  create(kind: UnitKind, parentId: string | null, name: string, row: RowReport): KnownUnit {
    const { pinyin, initials } = this.readings.unit(name)
    const last = this.byParent.get(parentId)?.reduce((most, unit) => Math.max(most, unit.sort), 0) ?? 0
    const fields = {
      kind,
      parentId,
      name,
      branchKind: kind === 'branch' ? branchKindOf(name) : null,
      sort: last + 1,
      note: '',
      besideId: null,
      partnerUnitId: null,
    }
    const id = this.edits.insert('unit', {
      ...fields,
      pinyin,
      initials,
      ...blankUnit,
      foundedOn: null,
      dissolvedOn: null,
    })
    const unit: KnownUnit = { ...fields, id, version: 1 }
    this.add(unit)
    const parent = parentId === null ? null : this.get(parentId)
    const twin = kind === 'communityCommittee' ? this.twinOf(unit) : null
    if (twin !== null)
      row.warn(`新建了“${name}”，${this.get(twin.parentId ?? '')?.name ?? ''}也有同名的社区，请核对街道`)
    row.created(
      countKeys[kind],
      unitKindLabels[kind],
      name,
      parent === null ? undefined : [{ field: '上级组织', before: '', after: parent.name }],
    )
    return unit
  }

  /** Finds the unit, or plans it. A fuller name (六堰社区党委 for 六堰社区) takes the place of a bare one. */
  ensure(kind: UnitKind, parentId: string | null, name: string, row: RowReport): KnownUnit {
    const known = this.find(kind, parentId, name)
    if (known === null) return this.create(kind, parentId, name, row)
    if (namesAnOrgan(known.name) || !namesAnOrgan(name)) return known
    const { pinyin, initials } = this.readings.unit(name)
    return this.change(known, { name, pinyin, initials }, row, [
      { field: '名称', before: known.name, after: name },
    ])
  }

  /** Plans a change, unless all of `patch` is so already. `shown` is what the preview says of it. */
  change(unit: KnownUnit, patch: Patch<'unit'>, row: RowReport, shown: PlannedChange['changes']): KnownUnit {
    const changed: KnownUnit = { ...unit, ...patch }
    if (sameUnit(unit, changed)) return unit
    this.edits.update('unit', unit.id, unit.version, patch)
    this.replace(unit, changed)
    if (!this.edits.isNew('unit', unit.id)) {
      row.updated(countKeys[unit.kind], unit.id, unitKindLabels[unit.kind], changed.name, shown)
    }
    return changed
  }

  /** Another unit of the kind and name under another parent, on record before. */
  private twinOf(unit: KnownUnit): KnownUnit | null {
    const same = this.everywhere(unit.kind, unit.name)
    return same.find((one) => one.id !== unit.id && !this.edits.isNew('unit', one.id)) ?? null
  }

  private place(kind: UnitKind, parentId: string | null, key: string): string {
    return `${kind}/${parentId ?? ''}/${key}`
  }

  private add(unit: KnownUnit): void {
    const key = keyOf[unit.kind](unit.name)
    const place = this.place(unit.kind, unit.parentId, key)
    this.byId.set(unit.id, unit)
    if (!this.byKey.has(place)) this.byKey.set(place, unit)
    this.byKind[unit.kind].push(unit)
    listAt(this.byName, `${unit.kind}/${key}`).push(unit)
    listAt(this.byParent, unit.parentId).push(unit)
  }

  /** A change never moves a unit, and a fuller name has the same key: only the lists hold the old state. */
  private replace(old: KnownUnit, unit: KnownUnit): void {
    const key = keyOf[unit.kind](unit.name)
    this.byId.set(unit.id, unit)
    this.byKey.set(this.place(unit.kind, unit.parentId, key), unit)
    const lists = [
      this.byKind[unit.kind],
      listAt(this.byName, `${unit.kind}/${key}`),
      listAt(this.byParent, unit.parentId),
    ]
    for (const list of lists) {
      const index = list.indexOf(old)
      if (index >= 0) list[index] = unit
    }
  }
}

const listAt = <Key>(lists: Map<Key, KnownUnit[]>, key: Key): KnownUnit[] => {
  const known = lists.get(key)
  if (known !== undefined) return known
  const list: KnownUnit[] = []
  lists.set(key, list)
  return list
}
