import { countQueryOf, countRows } from './viewRows';

const VIEW = `<fetch count="50" page="2" distinct="true"><entity name="bbl_milestonesplit"><attribute name="bbl_name"/>
  <order attribute="bbl_date"/><filter><condition attribute="bbl_billingstatus" operator="eq" value="1"/></filter>
  <link-entity name="bbl_milestone" from="bbl_milestoneid" to="bbl_milestoneid" alias="m"><attribute name="bbl_date"/></link-entity></entity></fetch>`;

test('a view is counted by its own filters and links, each row once', () => {
  const query = countQueryOf(VIEW, 'bbl_milestonesplitid').replace(/>\s+</g, '><');
  expect(query).toBe(
    '<fetch aggregate="true"><entity name="bbl_milestonesplit">' +
      '<attribute name="bbl_milestonesplitid" alias="rows" aggregate="countcolumn" distinct="true"/>' +
      '<filter><condition attribute="bbl_billingstatus" operator="eq" value="1"/></filter>' +
      '<link-entity name="bbl_milestone" from="bbl_milestoneid" to="bbl_milestoneid" alias="m"/></entity></fetch>',
  );
});

test('more rows than the platform aggregates are "more"; another failure is passed on', async () => {
  const answers = (answer: () => Promise<unknown>) => {
    (globalThis as { Xrm?: unknown }).Xrm = { WebApi: { retrieveMultipleRecords: answer } };
  };
  answers(() => Promise.resolve({ entities: [{ rows: 1200 }] }));
  expect(await countRows('bbl_milestonesplit', VIEW)).toBe(1200);
  // The client rejects with the code as a number, and with words of the user's language.
  answers(() => Promise.reject({ errorCode: 0x8004e023, message: 'Zu viele Zeilen.' }));
  expect(await countRows('bbl_milestonesplit', VIEW)).toBe('more');
  answers(() => Promise.reject(new Error('No access')));
  await expect(countRows('bbl_milestonesplit', VIEW)).rejects.toThrow('No access');
});
