const padded = { style: { paddingInlineEnd: 16 } }

/** For the last, right-aligned column of a virtual table: its scroll bar lies over the cells. */
export const lastColumn = { onCell: () => padded, onHeaderCell: () => padded }
