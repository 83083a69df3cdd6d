import { bareId, bracedId } from '../api/rows';
import type { Shell } from '../shell';
import { USER_LCID } from '../format/locale';
import { collection } from './collection';
import { strict } from './strict';

/** `Xrm.Utility.getGlobalContext()`. */
export function makeGlobalContext({ model, router }: Shell) {
  const { user, organization, solution } = model.description;
  const roles = user.roles.map((role) => ({ id: bareId(role.id), name: role.name }));
  const userSettings = strict('userSettings', {
    userId: bracedId(user.id),
    userName: user.name,
    languageId: USER_LCID,
    isRTL: false,
    securityRoles: roles.map((role) => role.id),
    roles: collection(
      () => roles,
      (role) => role.name,
    ),
    dateFormattingInfo: DATE_FORMATS,
    /** Minutes to add to UTC, as the platform counts them. */
    getTimeZoneOffsetMinutes: () => -new Date().getTimezoneOffset(),
  });
  const organizationSettings = strict('organizationSettings', {
    uniqueName: organization.name,
    languageId: USER_LCID,
    baseCurrencyId: organization.baseCurrencyId,
    baseCurrency: {
      id: organization.baseCurrencyId,
      name: model.baseCurrency?.code ?? '',
      entityType: 'transactioncurrency',
    },
    isAutoSaveEnabled: false,
  });
  return strict('getGlobalContext()', {
    userSettings,
    organizationSettings,
    client: strict('client', {
      getClient: () => 'Web',
      getClientState: () => 'Online',
      getFormFactor: () => 1,
      isOffline: () => false,
      isNetworkAvailable: () => true,
    }),
    getClientUrl: () => location.origin,
    getCurrentAppUrl: () => location.origin + router.href({ kind: 'home' }),
    getCurrentAppName: () => Promise.resolve(model.app.uniqueName),
    getCurrentAppProperties: () =>
      Promise.resolve({ uniqueName: model.app.uniqueName, displayName: model.app.title, url: location.origin }),
    getVersion: () => solution.version,
    getWebResourceUrl: (name: string) => model.webResourceUrl(name),
    isOnPremises: () => false,
    prependOrgName: (path: string) => path,
    getQueryStringParameters: () => Object.fromEntries(new URLSearchParams(location.search)),
  });
}

/** How the app's one language writes dates. */
export const DATE_FORMATS = {
  firstDayOfWeek: 0 as const,
  shortDatePattern: 'M/d/yyyy',
  longDatePattern: 'dddd, MMMM d, yyyy',
  shortTimePattern: 'h:mm tt',
  dateSeparator: '/',
  timeSeparator: ':',
};
