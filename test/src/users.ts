import type { WebApi } from './webApi';

/** Adds a business unit below the root one. */
export async function addBusinessUnit(api: WebApi, name: string): Promise<string> {
  const [root] = await api.list<{ businessunitid: string }>(
    'businessunits?$select=businessunitid&$filter=parentbusinessunitid eq null',
  );
  return api.create('businessunits', {
    name,
    'parentbusinessunitid@odata.bind': `/businessunits(${root?.businessunitid})`,
  });
}

/** Adds a user of a business unit with a role of the solution, by its name, and the profile that reads statuses. */
export async function addUser(
  api: WebApi,
  { name, role, businessUnitId }: { readonly name: string; readonly role: string; readonly businessUnitId: string },
): Promise<string> {
  const id = await api.create('systemusers', {
    firstname: name,
    lastname: 'User',
    domainname: `${name.toLowerCase()}@example.com`,
    internalemailaddress: `${name.toLowerCase()}@example.com`,
    'businessunitid@odata.bind': `/businessunits(${businessUnitId})`,
  });
  const [found] = await api.list<{ roleid: string }>(`roles?$select=roleid&$filter=name eq '${role}'`);
  const [profile] = await api.list<{ fieldsecurityprofileid: string }>(
    'fieldsecurityprofiles?$select=fieldsecurityprofileid',
  );
  const associations = [
    [`systemuserroles_association`, `roles(${found?.roleid})`],
    [`systemuserprofiles_association`, `fieldsecurityprofiles(${profile?.fieldsecurityprofileid})`],
  ];
  for (const [property, address] of associations) {
    const { status, body } = await api.send('POST', `systemusers(${id})/${property}/$ref`, { '@odata.id': address });
    if (status !== 204) throw new Error(`${property} was refused: ${JSON.stringify(body)}`);
  }
  return id;
}

/** Shares a row with a user: `rights` as `ReadAccess,WriteAccess`. */
export async function share(
  api: WebApi,
  { table, id }: { readonly table: string; readonly id: string },
  userId: string,
  rights: string,
): Promise<void> {
  await api.call('GrantAccess', {
    Target: { '@odata.type': `Microsoft.Dynamics.CRM.${table}`, [`${table}id`]: id },
    PrincipalAccess: {
      Principal: { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: userId },
      AccessMask: rights,
    },
  });
}

/** Gives a contract and with it everything below to another owner. */
export const assignContract = (api: WebApi, contractId: string, userId: string): Promise<void> =>
  api.patch(`bbl_contracts(${contractId})`, { 'ownerid@odata.bind': `/systemusers(${userId})` });
