import type { ITheme } from '@fluentui/react';
import { Observable } from '../state/observable';
import { makeTheme } from './palettes';

const KEY = 'shell.appearance';

/** Light or dark: what the person chose in this browser, else what the system prefers. */
export class Appearance extends Observable {
  isDark: boolean;
  theme: ITheme;

  constructor() {
    super();
    const stored = localStorage.getItem(KEY);
    this.isDark = stored === null ? window.matchMedia('(prefers-color-scheme: dark)').matches : stored === 'dark';
    this.theme = makeTheme(this.isDark);
    applyToDocument(this.theme, this.isDark);
  }

  toggle(): void {
    this.isDark = !this.isDark;
    this.theme = makeTheme(this.isDark);
    localStorage.setItem(KEY, this.isDark ? 'dark' : 'light');
    applyToDocument(this.theme, this.isDark);
    this.changed();
  }
}

/** The theme as custom properties for the shell's own style sheets. */
function applyToDocument({ palette, semanticColors }: ITheme, isDark: boolean): void {
  const { style } = document.documentElement;
  const variables: Readonly<Record<string, string>> = {
    '--canvas': isDark ? '#141414' : '#f5f5f5',
    '--surface': palette.white,
    '--surface-hover': palette.neutralLighter,
    '--surface-selected': palette.themeLighter,
    '--nav': isDark ? '#1a1a1a' : '#f0f0f0',
    '--border': palette.neutralQuaternaryAlt,
    '--border-strong': palette.neutralQuaternary,
    '--text': palette.neutralPrimary,
    '--text-subtle': palette.neutralSecondary,
    '--brand': palette.themePrimary,
    '--link': semanticColors.link,
    '--error': semanticColors.errorText,
    '--shadow': isDark ? '0 2px 6px rgba(0,0,0,.5)' : '0 1px 3px rgba(0,0,0,.12)',
  };
  for (const [name, value] of Object.entries(variables)) style.setProperty(name, value);
  style.colorScheme = isDark ? 'dark' : 'light';
}
