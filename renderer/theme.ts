import { type ThemeConfig, theme } from 'antd'

/**
 * Primary red is used sparingly: the one main action and the selected item (calm, dense). On black it must be
 * lighter to be read.
 */
const primary = '#B3261E'
const primaryOnDark = '#D9584E'

const fonts =
  '"Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Zhibu Sans", sans-serif'

const focusBorder = (dark: boolean): string => (dark ? '#6AA7F8' : '#1F5FA8')

const neutralFocus = (dark: boolean) => ({
  activeBorderColor: focusBorder(dark),
  hoverBorderColor: focusBorder(dark),
  activeShadow: 'none',
})

/** The one antd theme: compact, 14 px, tabular figures, 8 px grid. */
export const themeFor = (dark: boolean): ThemeConfig => ({
  algorithm: dark
    ? [theme.darkAlgorithm, theme.compactAlgorithm]
    : [theme.defaultAlgorithm, theme.compactAlgorithm],
  token: {
    colorPrimary: dark ? primaryOnDark : primary,
    colorLink: dark ? '#6AA7F8' : '#1F5FA8',
    colorInfo: '#1F5FA8',
    // Errors must not look like the main action.
    colorError: dark ? '#F0765A' : '#D4380D',
    colorWarning: dark ? '#E2A03F' : '#B26A00',
    colorSuccess: '#2E7D32',
    // The tints made from these dark tones would be muddy on white.
    ...(dark ? {} : { colorPrimaryBg: '#FCEFED', colorWarningBg: '#FFF8E8', colorWarningBorder: '#EBD3A0' }),
    fontFamily: fonts,
    // The compact algorithm takes 2 px off the text and 4 px off the controls: 14 px and 28 px remain.
    fontSize: 16,
    controlHeight: 32,
    borderRadius: 4,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    wireframe: false,
  },
  components: {
    // No row padding of our own: antd places the rows of a virtual table by its own padding, whatever they are given.
    Table: { headerBorderRadius: 0 },
    // A focused field must not look like a wrong one.
    Input: neutralFocus(dark),
    InputNumber: neutralFocus(dark),
    Select: {
      activeBorderColor: focusBorder(dark),
      hoverBorderColor: focusBorder(dark),
      activeOutlineColor: 'transparent',
    },
    DatePicker: neutralFocus(dark),
    Tabs: { horizontalMargin: '0 0 8px 0' },
  },
})
