import { type ThemeConfig, theme } from 'antd'

/** Primary red is used sparingly: the one main action and the selected item (look.md of the project: calm, dense). */
const primary = '#B3261E'

const fonts =
  '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Zhibu Sans", sans-serif'

/** The one antd theme: compact, 14 px, tabular figures, 8 px grid. */
export const themeFor = (dark: boolean): ThemeConfig => ({
  algorithm: dark
    ? [theme.darkAlgorithm, theme.compactAlgorithm]
    : [theme.defaultAlgorithm, theme.compactAlgorithm],
  token: {
    colorPrimary: primary,
    colorLink: dark ? '#6AA7F8' : '#1F5FA8',
    colorInfo: '#1F5FA8',
    fontFamily: fonts,
    fontSize: 14,
    borderRadius: 4,
    wireframe: false,
  },
  components: {
    Layout: { headerHeight: 48, headerPadding: '0 16px', headerBg: dark ? '#1A1A1A' : '#FFFFFF' },
    Table: { cellPaddingBlockSM: 5, headerBorderRadius: 0 },
  },
})
