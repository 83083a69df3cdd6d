import { SERVER_MANAGED } from '@bbl/dataverse/generated/serverManaged';
import { handlerKeys, REGISTRY } from './registry';

test('every key is spelled as the engines look it up, and leads to a handler', () => {
  for (const key of handlerKeys()) {
    expect(key).toMatch(/^(bbl_\w+\/(create|update|delete)\.(10|20|40)|api\/bbl_\w+)$/);
    expect(REGISTRY.step(key) ?? REGISTRY.api(key)).toBeDefined();
  }
});

test('a handler of a step is registered for the table of its key', () => {
  for (const key of handlerKeys().filter((each) => !each.startsWith('api/'))) {
    expect([key, REGISTRY.step(key)?.table]).toEqual([key, key.slice(0, key.indexOf('/'))]);
  }
});

test('2.1-1: every table with server-managed columns has its guard for create and update', () => {
  const keys = new Set(handlerKeys());
  for (const table of Object.keys(SERVER_MANAGED)) {
    expect([table, keys.has(`${table}/create.10`), keys.has(`${table}/update.10`)]).toEqual([table, true, true]);
  }
});
