import { fieldLabels } from '../../../shared/labels.ts'
import { oneSlipApart } from '../../../shared/rules/nearest.ts'
import { partnerKey } from '../../../shared/rules/partner-unit.ts'
import { estateKey } from '../../../shared/rules/unit-names.ts'
import type { Snapshot } from '../../database/import-snapshot.ts'
import type { EstateRow, PartnerUnitRow, Patch } from '../../database/rows.ts'
import type { Edits } from './edits.ts'
import type { RowReport } from './report.ts'

/** Estates by community and name, which units they are linked to, and partner units by name. */
export class KnownEstates {
  private readonly estates = new Map<string, EstateRow>()
  private readonly links = new Set<string>()
  private readonly unitsOf = new Map<string, string[]>()
  private readonly partners = new Map<string, PartnerUnitRow>()
  private readonly partnersById = new Map<string, PartnerUnitRow>()
  private readonly partnerLinks = new Set<string>()

  constructor(
    snapshot: Pick<Snapshot, 'estates' | 'unitEstates' | 'partnerUnits' | 'partnerLinks'>,
    private readonly edits: Edits,
  ) {
    for (const estate of snapshot.estates) this.keep(estate)
    for (const link of snapshot.unitEstates) this.remember(link.unitId, link.estateId)
    for (const partner of snapshot.partnerUnits) this.keepPartner(partner)
    for (const link of snapshot.partnerLinks) {
      this.partnerLinks.add(`${link.partnerUnitId}/${link.unitId}/${link.estateId ?? ''}`)
    }
  }

  find(communityId: string, name: string): EstateRow | null {
    return this.estates.get(`${communityId}/${estateKey(name)}`) ?? null
  }

  /** Every estate of the name, whatever its community. */
  everywhere(name: string): readonly EstateRow[] {
    const key = estateKey(name)
    return [...this.estates.values()].filter((estate) => estateKey(estate.name) === key)
  }

  /** Ids of the units an estate is linked to. */
  unitsAt(estateId: string): readonly string[] {
    return this.unitsOf.get(estateId) ?? []
  }

  ensure(
    communityId: string,
    name: string,
    counts: Pick<EstateRow, 'buildingCount' | 'householdCount'>,
    row: RowReport,
  ): EstateRow {
    const known = this.find(communityId, name)
    if (known !== null) return this.recount(known, counts, row)
    const near = [...this.estates.values()].filter((one) => one.communityId === communityId)
    const fields = { communityId, name, ...counts, endedOn: null }
    const estate: EstateRow = { ...fields, id: this.edits.insert('estate', fields), version: 1 }
    this.keep(estate)
    row.created('estates', '小区', name)
    const like = near.find((one) => oneSlipApart(estateKey(one.name), estateKey(name)))
    if (like !== undefined) row.warn(`新建了小区“${name}”，与已有的“${like.name}”只差一个字，请核对`)
    return estate
  }

  link(unitId: string, estateId: string, row: RowReport): void {
    if (this.links.has(`${unitId}/${estateId}`)) return
    this.edits.insert('unitEstate', { unitId, estateId, startsOn: null, endsOn: null })
    this.remember(unitId, estateId)
    row.touched = true
  }

  findPartner(name: string): PartnerUnitRow | null {
    return this.partners.get(partnerKey(name)) ?? null
  }

  ensurePartner(name: string, row: RowReport): PartnerUnitRow {
    const known = this.partners.get(partnerKey(name))
    if (known !== undefined) return known
    const fields = { name, address: null, leaderId: null, leaderPosition: null, liaisonId: null, note: null }
    const partner: PartnerUnitRow = { ...fields, id: this.edits.insert('partnerUnit', fields), version: 1 }
    this.keepPartner(partner)
    row.created('partnerUnits', '包联单位', name)
    return partner
  }

  /** Plans what the ledger says differently of a partner unit; a blank never overwrites a value. */
  changePartner(
    partner: PartnerUnitRow,
    facts: Patch<'partnerUnit'>,
    row: RowReport,
    shown: (field: string, value: unknown) => string,
  ): void {
    const old = partner as unknown as Readonly<Record<string, unknown>>
    const patch = Object.fromEntries(
      Object.entries(facts).filter(
        ([field, value]) => value !== null && value !== undefined && old[field] !== value,
      ),
    ) as Patch<'partnerUnit'>
    if (Object.keys(patch).length === 0) return
    this.edits.update('partnerUnit', partner.id, partner.version, patch)
    this.keepPartner({ ...partner, ...patch })
    if (this.edits.isNew('partnerUnit', partner.id)) return
    row.updated(
      'partnerUnits',
      partner.id,
      '包联单位',
      partner.name,
      Object.entries(patch).map(([field, value]) => ({
        field: fieldLabels['partnerUnit']?.[field] ?? field,
        before: shown(field, old[field]),
        after: shown(field, value),
      })),
    )
  }

  /** The partner unit serves the community, or one estate of it. */
  linkPartner(partnerUnitId: string, unitId: string, estateId: string | null, row: RowReport): void {
    const key = `${partnerUnitId}/${unitId}/${estateId ?? ''}`
    if (this.partnerLinks.has(key)) return
    this.edits.insert('partnerLink', { partnerUnitId, unitId, estateId, startsOn: null, endsOn: null })
    this.partnerLinks.add(key)
    row.createdQuietly('partnerLinks')
  }

  partnerName(id: string | null): string {
    return id === null ? '' : (this.partnersById.get(id)?.name ?? '')
  }

  private recount(
    estate: EstateRow,
    counts: Pick<EstateRow, 'buildingCount' | 'householdCount'>,
    row: RowReport,
  ): EstateRow {
    const fields = (['buildingCount', 'householdCount'] as const).filter(
      (field) => counts[field] !== null && counts[field] !== estate[field],
    )
    if (fields.length === 0) return estate
    const patch: Patch<'estate'> = Object.fromEntries(fields.map((field) => [field, counts[field]]))
    this.edits.update('estate', estate.id, estate.version, patch)
    const changed: EstateRow = { ...estate, ...patch }
    this.keep(changed)
    if (!this.edits.isNew('estate', estate.id)) {
      const words = { buildingCount: '楼栋数', householdCount: '户数' } as const
      row.updated(
        'estates',
        estate.id,
        '小区',
        estate.name,
        fields.map((field) => ({
          field: words[field],
          before: String(estate[field] ?? ''),
          after: String(counts[field] ?? ''),
        })),
      )
    }
    return changed
  }

  private keep(estate: EstateRow): void {
    this.estates.set(`${estate.communityId ?? ''}/${estateKey(estate.name)}`, estate)
  }

  private keepPartner(partner: PartnerUnitRow): void {
    this.partners.set(partnerKey(partner.name), partner)
    this.partnersById.set(partner.id, partner)
  }

  private remember(unitId: string, estateId: string): void {
    this.links.add(`${unitId}/${estateId}`)
    const units = this.unitsOf.get(estateId)
    if (units === undefined) this.unitsOf.set(estateId, [unitId])
    else units.push(unitId)
  }
}
