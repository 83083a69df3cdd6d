import type { Row } from '@bbl/dataverse/ports';
import { choice, dateTime, decimal, guid, lookup } from '@bbl/dataverse/ports';
import type { Organization } from '../pipeline/engine';
import type { Store } from '../storage/store';
import {
  ADMINISTRATOR_ROLE_ID,
  ADMINISTRATOR_USER_ID,
  BASE_CURRENCY_ID,
  ORGANIZATION_ID,
  ROOT_BUSINESS_UNIT_ID,
  stableId,
  SYSTEM_USER_ID,
} from './ids';
import { ADMINISTRATOR_TEMPLATE } from '../security/reader';

export const ORGANIZATION: Organization = {
  id: ORGANIZATION_ID,
  name: 'local',
  systemUserId: SYSTEM_USER_ID,
  administratorId: ADMINISTRATOR_USER_ID,
  rootBusinessUnitId: ROOT_BUSINESS_UNIT_ID,
  baseCurrencyId: BASE_CURRENCY_ID,
};

const CURRENCIES = [
  { id: BASE_CURRENCY_ID, code: 'USD', name: 'US Dollar', symbol: '$', precision: 2, rate: '1' },
  { id: stableId('currency:JPY'), code: 'JPY', name: 'Yen', symbol: '¥', precision: 0, rate: '150' },
  { id: stableId('currency:KWD'), code: 'KWD', name: 'Kuwaiti Dinar', symbol: 'KD', precision: 3, rate: '0.3075' },
] as const;

/** Whether the store holds an organisation already. */
export const isSetUp = (store: Store): boolean => store.get('organization', ORGANIZATION_ID, []) !== undefined;

/**
 * The rows of a fresh organisation: itself, one business unit, the currencies, the SYSTEM user, and a System
 * Administrator. Written straight to the store, because nobody is there yet who could send a request.
 */
export function createOrganization(store: Store, now: string): void {
  // Unit and SYSTEM user name each other, so the unit gets its audit columns afterwards.
  store.insert('businessunit', ROOT_BUSINESS_UNIT_ID, { name: 'local', isdisabled: false });
  store.insert('systemuser', SYSTEM_USER_ID, userRow('SYSTEM', '', 'system'));
  const stamp = stampOf(now);
  store.update('businessunit', ROOT_BUSINESS_UNIT_ID, stamp);
  store.update('systemuser', SYSTEM_USER_ID, stamp);
  for (const { id, code, name, symbol, precision, rate } of CURRENCIES) {
    store.insert('transactioncurrency', id, {
      currencyname: name,
      isocurrencycode: code,
      currencysymbol: symbol,
      currencyprecision: precision,
      exchangerate: decimal(rate),
      statecode: choice(0),
      statuscode: choice(1),
      ...stamp,
    });
  }
  store.insert('organization', ORGANIZATION_ID, { ...ORGANIZATION_ROW, ...stamp });
  store.insert('role', ADMINISTRATOR_ROLE_ID, {
    name: 'System Administrator',
    businessunitid: lookup('businessunit', ROOT_BUSINESS_UNIT_ID),
    roletemplateid: guid(ADMINISTRATOR_TEMPLATE),
    ...stamp,
  });
  store.insert('systemuser', ADMINISTRATOR_USER_ID, {
    ...userRow('System', 'Administrator', 'administrator'),
    ...stamp,
  });
  giveRole(store, ADMINISTRATOR_USER_ID, ADMINISTRATOR_ROLE_ID);
}

const ORGANIZATION_ROW: Row = {
  name: ORGANIZATION.name,
  systemuserid: guid(SYSTEM_USER_ID),
  basecurrencyid: lookup('transactioncurrency', BASE_CURRENCY_ID),
  basecurrencyprecision: 2,
  basecurrencysymbol: '$',
  pricingdecimalprecision: 2,
  languagecode: 1033,
  localeid: 1033,
  weekstartdaycode: 0,
  dateformatstring: 'M/d/yyyy',
  timeformatstring: 'h:mm tt',
  dateseparator: '/',
  decimalsymbol: '.',
  numberseparator: ',',
  isauditenabled: true,
};

/** A user of the one business unit, ready to be inserted. */
export function userRow(firstName: string, lastName: string, account: string): Row {
  const domain = `${account}@local.example`;
  return {
    fullname: `${firstName} ${lastName}`.trim(),
    firstname: firstName,
    lastname: lastName,
    domainname: domain,
    internalemailaddress: domain,
    businessunitid: lookup('businessunit', ROOT_BUSINESS_UNIT_ID),
    isdisabled: false,
    accessmode: choice(0),
  };
}

/** Who made the built-in rows. */
export function stampOf(now: string): Row {
  const system = lookup('systemuser', SYSTEM_USER_ID);
  return { createdby: system, createdon: dateTime(now), modifiedby: system, modifiedon: dateTime(now) };
}

export function giveRole(store: Store, userId: string, roleId: string): void {
  const row = { systemuserid: guid(userId), roleid: guid(roleId) };
  store.insert('systemuserroles', stableId(`systemuserroles:${userId}:${roleId}`), row);
}

export function giveProfile(store: Store, userId: string, profileId: string): void {
  const row = { systemuserid: guid(userId), fieldsecurityprofileid: guid(profileId) };
  store.insert('systemuserprofiles', stableId(`systemuserprofiles:${userId}:${profileId}`), row);
}
