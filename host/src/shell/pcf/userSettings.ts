import { bareId, bracedId } from '../api/rows';
import { LOCALE, USER_LCID } from '../format/locale';
import type { AppModel } from '../model/appModel';
import { DATE_FORMATS } from '../xrm/globalContext';
import { strict } from '../xrm/strict';

/** `context.userSettings` of the acting user, in the app's one language. */
export function makeUserSettings(model: AppModel): ComponentFramework.UserSettings {
  const { user } = model.description;
  const { baseCurrency } = model;
  return strict('context.userSettings', {
    userId: bracedId(user.id),
    userName: user.name,
    languageId: USER_LCID,
    isRTL: false,
    securityRoles: user.roles.map((role) => bareId(role.id)),
    getTimeZoneOffsetMinutes: () => -new Date().getTimezoneOffset(),
    dateFormattingInfo: strict('dateFormattingInfo', {
      ...DATE_FORMATS,
      dayNames: names((day) => ({ date: new Date(2023, 0, 1 + day), options: { weekday: 'long' } }), 7),
      abbreviatedDayNames: names((day) => ({ date: new Date(2023, 0, 1 + day), options: { weekday: 'short' } }), 7),
      shortestDayNames: names((day) => ({ date: new Date(2023, 0, 1 + day), options: { weekday: 'narrow' } }), 7),
      monthNames: names((month) => ({ date: new Date(2023, month, 1), options: { month: 'long' } }), 12),
      abbreviatedMonthNames: names((month) => ({ date: new Date(2023, month, 1), options: { month: 'short' } }), 12),
      amDesignator: 'AM',
      pmDesignator: 'PM',
    }),
    numberFormattingInfo: strict('numberFormattingInfo', {
      currencyDecimalDigits: baseCurrency?.precision ?? 2,
      currencyDecimalSeparator: '.',
      currencyGroupSeparator: ',',
      currencyGroupSizes: [3],
      currencySymbol: baseCurrency?.symbol ?? '',
      negativeSign: '-',
      positiveSign: '+',
      numberDecimalDigits: 2,
      numberDecimalSeparator: '.',
      numberGroupSeparator: ',',
      numberGroupSizes: [3],
      percentSymbol: '%',
    }),
  }) as unknown as ComponentFramework.UserSettings;
}

function names(of: (index: number) => { date: Date; options: Intl.DateTimeFormatOptions }, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const { date, options } = of(index);
    return date.toLocaleDateString(LOCALE, options);
  });
}
