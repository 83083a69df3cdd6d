import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fixtureModel } from './testing/fixtureModel';
import { openFixture } from './testing/fixtureHost';

describe('a store that is opened again', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'host-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('keeps its rows and goes on counting', () => {
    const dataFile = join(folder, 'store.sqlite');
    const before = openFixture({ dataFile });
    const id = before.create('acme_orders', { acme_name: 'kept' });
    const version = before.get(`acme_orders(${id})`)['@odata.etag'];
    before.host.close();

    const after = openFixture({ dataFile });
    expect(after.get(`acme_orders(${id})`)).toMatchObject({ acme_name: 'kept', '@odata.etag': version });
    const next = after.create('acme_orders', {});
    expect(after.get(`acme_orders(${next})`).acme_number).toBe('ORD-0002');
    after.host.close();
  });

  test('follows a newer solution: views and privileges come and go, users keep their roles', () => {
    const dataFile = join(folder, 'store.sqlite');
    const before = openFixture({ dataFile });
    const clerk = before.get("systemusers?$filter=fullname eq 'Clerk'").value[0].systemuserid as string;
    expect(before.ask('POST', 'acme_orders', { body: {}, as: clerk }).status).toBe(204);
    before.host.close();

    const roles = fixtureModel().roles.map((role) => ({
      ...role,
      privileges: role.privileges.filter(({ name }) => name !== 'prvCreateacme_Order'),
    }));
    const after = openFixture({ dataFile, model: { roles } });
    expect(after.ask('POST', 'acme_orders', { body: {}, as: clerk }).status).toBe(403);
    expect(after.ask('GET', 'acme_orders', { as: clerk }).status).toBe(200);
    after.host.close();
  });

  test('is seeded only while it is empty', () => {
    const dataFile = join(folder, 'store.sqlite');
    const demo = [{ method: 'POST', url: 'acme_orders', body: { acme_name: 'demo' } }] as const;
    for (const seed of ['demo', 'demo'] as const) {
      const fixture = openFixture({ dataFile, demo, seed });
      expect(fixture.get('acme_orders').value).toHaveLength(1);
      fixture.host.close();
    }
  });

  test('a seed that is refused says which step, and why, and leaves the store empty', () => {
    const dataFile = join(folder, 'store.sqlite');
    const good = { method: 'POST', url: 'acme_orders', body: { acme_name: 'demo' } } as const;
    const bad = { method: 'POST', url: 'acme_orders', body: { acme_nonsense: 1 } } as const;
    expect(() => openFixture({ dataFile, demo: [good, bad], seed: 'demo' })).toThrow(
      /Step 2 of the seed, POST acme_orders, was refused: .*acme_nonsense/,
    );
    const next = openFixture({ dataFile, demo: [good], seed: 'demo' });
    expect(next.get('acme_orders').value).toHaveLength(1);
    next.host.close();
  });
});
