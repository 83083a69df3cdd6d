const LANGUAGE = 1033;

/** A text in the base language, as definitions carry it. */
export function label(text: string): object {
  const localized = { Label: text, LanguageCode: LANGUAGE, IsManaged: true };
  return { LocalizedLabels: [localized], UserLocalizedLabel: localized };
}

/** A property that a managed solution may lock. */
export const managed = (value: boolean | string): object => ({ Value: value, CanBeChanged: false });
