import type { VenueLine } from '../../../shared/models/register.ts'
import { venueRightLabels } from '../../../shared/models/venue.ts'
import type { VenueSort } from '../../../shared/requests/registers.ts'
import { formatYuan } from '../../../shared/rules/money.ts'
import { sortedBy } from '../../components/register-table.tsx'
import type { WindowColumn } from '../../components/window-table.tsx'

/** Hundredths of a square metre as people write them, without needless zeros: 9050 → “90.5”. */
export const areaText = (dm2: number): string =>
  (dm2 / 100).toLocaleString('zh-CN', { maximumFractionDigits: 2 })

/** “2025-01-01 至 2027-12-31”; an end that is not known is left open. */
export const leaseText = ({ leaseFrom, leaseTo }: Pick<VenueLine, 'leaseFrom' | 'leaseTo'>): string => {
  if (leaseFrom === null && leaseTo === null) return ''
  return leaseTo === null ? `${leaseFrom} 起` : `${leaseFrom ?? ''} 至 ${leaseTo}`.trim()
}

export const rightText = (right: VenueLine['right']): string =>
  right === null ? '' : venueRightLabels[right]

/** The columns of the register, in the order an office writes them. */
export const venueColumns = (
  sort: VenueSort,
  onSort: (sort: VenueSort) => void,
): readonly WindowColumn<VenueLine>[] => [
  {
    key: 'name',
    title: '场所名称',
    width: 180,
    pinned: true,
    text: (row) => row.name,
    ...sortedBy('name', sort, onSort),
  },
  {
    key: 'community',
    title: '所属社区',
    width: 124,
    text: (row) => row.communityName,
    ...sortedBy('community', sort, onSort),
  },
  { key: 'address', title: '地址', width: 150, text: (row) => row.address ?? '' },
  {
    key: 'area',
    title: '面积（㎡）',
    width: 92,
    numeric: true,
    text: (row) => (row.areaDm2 === null ? '' : areaText(row.areaDm2)),
    ...sortedBy('area', sort, onSort),
  },
  {
    key: 'right',
    title: '产权性质',
    width: 108,
    text: (row) => rightText(row.right),
    ...sortedBy('right', sort, onSort),
  },
  {
    key: 'seats',
    title: '容纳人数',
    width: 84,
    numeric: true,
    text: (row) => row.seats?.toLocaleString('zh-CN') ?? '',
    ...sortedBy('seats', sort, onSort),
  },
  { key: 'branches', title: '使用党支部', width: 230, text: (row) => row.branches.join('、') },
  {
    key: 'lease',
    title: '租期',
    width: 190,
    text: leaseText,
    ...sortedBy('lease', sort, onSort),
  },
  {
    key: 'rent',
    title: '年租金（元）',
    width: 112,
    numeric: true,
    text: (row) => (row.rentFen === null ? '' : formatYuan(row.rentFen)),
    ...sortedBy('rent', sort, onSort),
  },
  { key: 'keeper', title: '管理人', width: 76, text: (row) => row.keeperName ?? '' },
  { key: 'phone', title: '电话', width: 112, text: (row) => row.keeperPhoneMasked ?? '' },
  { key: 'hours', title: '开放时间', width: 140, text: (row) => row.openingHours ?? '' },
]
