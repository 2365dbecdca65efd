/** Kinds of right to a venue: 自有, 共享, 租赁, 国有资产划拨, 开发商移交, 驻区单位提供. */
export const venueRights = ['owned', 'shared', 'leased', 'assigned', 'handedOver', 'provided'] as const
export type VenueRight = (typeof venueRights)[number]

export const venueRightLabels: Readonly<Record<VenueRight, string>> = {
  owned: '自有',
  shared: '共享',
  leased: '租赁',
  assigned: '国有资产划拨',
  handedOver: '开发商移交',
  provided: '驻区单位提供',
}
