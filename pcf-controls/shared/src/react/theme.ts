import type { ITheme } from '@fluentui/react';
import type * as React from 'react';

/** The platform's Fluent 9 tokens by name, as far as the app has its modern look on. */
export type TokenTheme = Readonly<Record<string, string | undefined>>;

type Variable =
  | 'background'
  | 'foreground'
  | 'muted'
  | 'line'
  | 'hover'
  | 'selected'
  | 'link'
  | 'focus'
  | 'brand'
  | 'onbrand'
  | 'danger'
  | 'font';

/** The token that each colour of the grid comes from. */
const TOKENS: Readonly<Record<Variable, string>> = {
  background: 'colorNeutralBackground1',
  foreground: 'colorNeutralForeground1',
  muted: 'colorNeutralForeground2',
  line: 'colorNeutralStroke2',
  hover: 'colorNeutralBackground1Hover',
  selected: 'colorBrandBackground2',
  link: 'colorBrandForegroundLink',
  focus: 'colorStrokeFocus2',
  brand: 'colorBrandBackground',
  onbrand: 'colorNeutralForegroundOnBrand',
  danger: 'colorPaletteRedForeground1',
  font: 'fontFamilyBase',
};

/** The same from a Fluent 8 theme, where the app has no modern look. */
const ofFluent8 = ({ palette, semanticColors, fonts }: ITheme): Readonly<Record<Variable, string | undefined>> => ({
  background: semanticColors.bodyBackground,
  foreground: semanticColors.bodyText,
  muted: semanticColors.bodySubtext,
  line: semanticColors.bodyDivider,
  hover: semanticColors.listItemBackgroundHovered,
  selected: palette.themeLighterAlt,
  // One shade darker than links elsewhere: it must also be readable on a selected row.
  link: palette.themeDarkAlt,
  focus: semanticColors.bodyText,
  brand: palette.themePrimary,
  // White on light themes, and the dark background on inverted ones, whose brand colour is light.
  onbrand: palette.white,
  danger: semanticColors.errorText,
  font: fonts.medium.fontFamily,
});

/** The colours and the font of the grid as CSS variables: tokens first, else the surrounding Fluent 8 theme. */
export function themeVariables(tokens: TokenTheme | undefined, theme: ITheme): React.CSSProperties {
  const fallback = ofFluent8(theme);
  const variables = Object.entries(TOKENS).map(([variable, token]) => [
    `--bbl-${variable}`,
    tokens?.[token] ?? fallback[variable as Variable],
  ]);
  return Object.fromEntries(variables) as React.CSSProperties;
}
