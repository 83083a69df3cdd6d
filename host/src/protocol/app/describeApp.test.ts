import { openFixture } from '../../testing/fixtureHost';
import { PROFILE_ID, SECRET_READERS } from '../../testing/fixtureModel';
import { AppDescriber } from './describeApp';
import { shellPage, signInPage } from './pages';

describe('the acting user', () => {
  test('comes with what column security profiles allow', () => {
    const fixture = openFixture({ model: { columnSecurityProfiles: SECRET_READERS } });
    const clerk = fixture.get("systemusers?$filter=fullname eq 'Clerk'").value[0].systemuserid as string;
    const securedOf = (id: string): unknown => JSON.parse(new AppDescriber(fixture.host).describe(id)).user.secured;
    expect(securedOf(clerk)).toEqual({ 'acme_order.acme_secret': { read: true, create: false, update: false } });
    fixture.ask('DELETE', `systemusers(${clerk})/systemuserprofiles_association(${PROFILE_ID})/$ref`);
    expect(securedOf(clerk)).toEqual({});
  });
});

test('pages name no icon, so that browsers ask for none', () => {
  for (const page of [shellPage('App'), signInPage('No token')])
    expect(page).toContain('<link rel="icon" href="data:,">');
});
