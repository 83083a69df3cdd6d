import { createTheme, type ITheme } from '@fluentui/react';

const FONTS = {
  fontFamily:
    '"Segoe UI Variable Text", "Segoe UI", "Selawik", system-ui, -apple-system, "Helvetica Neue", "Liberation Sans", Arial, sans-serif',
};

/** Today's Fluent blue on neutral greys. */
const LIGHT = {
  themePrimary: '#0f6cbd',
  themeLighterAlt: '#f3f8fd',
  themeLighter: '#e4f0fa',
  themeLight: '#b4d6fa',
  themeTertiary: '#62abf5',
  themeSecondary: '#2886de',
  themeDarkAlt: '#0e61aa',
  themeDark: '#115ea3',
  themeDarker: '#0c3b5e',
  neutralLighterAlt: '#fafafa',
  neutralLighter: '#f5f5f5',
  neutralLight: '#ebebeb',
  neutralQuaternaryAlt: '#e0e0e0',
  neutralQuaternary: '#d1d1d1',
  neutralTertiaryAlt: '#c7c7c7',
  neutralTertiary: '#8a8a8a',
  neutralSecondary: '#5c5c5c',
  neutralPrimaryAlt: '#424242',
  neutralPrimary: '#242424',
  neutralDark: '#1a1a1a',
  black: '#000000',
  white: '#ffffff',
};

const DARK = {
  themePrimary: '#479ef5',
  themeLighterAlt: '#0a1725',
  themeLighter: '#12263a',
  themeLight: '#153f66',
  themeTertiary: '#2f7ac2',
  themeSecondary: '#3f92e6',
  themeDarkAlt: '#62abf5',
  themeDark: '#77b7f7',
  themeDarker: '#96c6fa',
  neutralLighterAlt: '#242424',
  neutralLighter: '#2b2b2b',
  neutralLight: '#343434',
  neutralQuaternaryAlt: '#3d3d3d',
  neutralQuaternary: '#4a4a4a',
  neutralTertiaryAlt: '#616161',
  neutralTertiary: '#999999',
  neutralSecondary: '#c2c2c2',
  neutralPrimaryAlt: '#d6d6d6',
  neutralPrimary: '#f0f0f0',
  neutralDark: '#fafafa',
  black: '#ffffff',
  white: '#1f1f1f',
  // What lies behind dialogs and panels: a veil of white would lighten a dark page.
  whiteTranslucent40: 'rgba(0,0,0,.5)',
  blackTranslucent40: 'rgba(0,0,0,.5)',
};

/** The shell's theme for Fluent 8, light or dark. */
export function makeTheme(isDark: boolean): ITheme {
  const palette = isDark ? DARK : LIGHT;
  return createTheme({
    palette,
    isInverted: isDark,
    defaultFontStyle: FONTS,
    effects: { roundedCorner2: '4px', elevation8: isDark ? '0 4px 12px rgba(0,0,0,.6)' : '0 4px 12px rgba(0,0,0,.14)' },
    semanticColors: {
      bodyDivider: palette.neutralQuaternaryAlt,
      link: isDark ? '#62abf5' : '#115ea3',
      linkHovered: isDark ? '#96c6fa' : '#0c3b5e',
      inputBorder: palette.neutralQuaternary,
      inputPlaceholderText: palette.neutralSecondary,
      errorText: isDark ? '#f1707b' : '#b10e1c',
    },
  });
}

/** Design tokens of Fluent 9 that components may read, from the same palette. */
export function tokenThemeOf({ palette, semanticColors }: ITheme): Readonly<Record<string, string>> {
  return {
    fontFamilyBase: FONTS.fontFamily,
    colorNeutralBackground1: palette.white,
    colorNeutralBackground1Hover: palette.neutralLighter,
    colorNeutralBackground2: palette.neutralLighterAlt,
    colorNeutralBackground3: palette.neutralLighter,
    colorNeutralForeground1: palette.neutralPrimary,
    colorNeutralForeground2: palette.neutralPrimaryAlt,
    colorNeutralForeground3: palette.neutralSecondary,
    colorNeutralForegroundDisabled: palette.neutralTertiary,
    colorNeutralStroke1: palette.neutralQuaternary,
    colorNeutralStroke2: palette.neutralQuaternaryAlt,
    colorBrandBackground: palette.themePrimary,
    colorBrandBackground2: palette.themeLighter,
    colorBrandForeground1: palette.themePrimary,
    colorBrandForegroundLink: semanticColors.link,
    colorBrandStroke1: palette.themePrimary,
    colorPaletteRedForeground1: semanticColors.errorText,
    borderRadiusMedium: '4px',
  };
}
