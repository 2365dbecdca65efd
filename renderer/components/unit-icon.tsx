import {
  AlertFilled,
  ApartmentOutlined,
  BankOutlined,
  ClusterOutlined,
  FlagOutlined,
  HomeOutlined,
} from '@ant-design/icons'
import { theme } from 'antd'
import type { ReactNode } from 'react'
import type { UnitKind } from '../../shared/models/unit.ts'

const icons: Readonly<Record<UnitKind, ReactNode>> = {
  streetCommittee: <BankOutlined />,
  communityCommittee: <ApartmentOutlined />,
  branch: <FlagOutlined />,
  buildingGroup: <ClusterOutlined />,
  memberHousehold: <HomeOutlined />,
  emergencyBranch: <AlertFilled />,
}

/** One icon per kind of unit; an emergency branch stands out among ordinary ones. */
export const UnitIcon = (props: { readonly kind: UnitKind }) => {
  const { token } = theme.useToken()
  const color = props.kind === 'emergencyBranch' ? token.colorWarning : token.colorTextTertiary
  return <span style={{ color }}>{icons[props.kind]}</span>
}
