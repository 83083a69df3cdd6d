import { Refusal } from '../runtime/refusal';
import { idFetch } from './callerFetch';

const QUERY = { table: 'bbl_milestonesplit', idColumn: 'bbl_milestonesplitid', place: { page: 1, rowsMax: 500 } };
const HEAD =
  '<fetch page="1" count="500"><entity name="bbl_milestonesplit"><attribute name="bbl_milestonesplitid"/>' +
  '<order attribute="bbl_milestonesplitid"/>';

test('3.1-5: filters and links stay, columns and orders go', () => {
  const link =
    `<link-entity name='bbl_milestone' from="bbl_milestoneid" to="bbl_milestoneid"><attribute name="bbl_name" alias="n"/>` +
    '<order attribute="bbl_name" /><filter><condition attribute="bbl_name" operator="in"><value>A &amp; B</value></condition></filter></link-entity>';
  const xml = `<?xml version="1.0"?><!-- view --><fetch version="1.0" distinct="true">
    <entity name="bbl_milestonesplit"><all-attributes/><attribute name="bbl_name"></attribute>${link}</entity></fetch>`;
  expect(idFetch(xml, QUERY)).toBe(
    `${HEAD}<link-entity name='bbl_milestone' from="bbl_milestoneid" to="bbl_milestoneid">` +
      '<filter><condition attribute="bbl_name" operator="in"><value>A &amp; B</value></condition></filter></link-entity></entity></fetch>',
  );
});

test('a place goes on with the cookie of the page before', () => {
  const place = { page: 2, rowsMax: 500, cookie: '<cookie page="1"/>' };
  const xml = idFetch('<fetch><entity name="bbl_milestonesplit"/></fetch>', { ...QUERY, place });
  expect(xml).toContain('<fetch page="2" count="500" paging-cookie="&lt;cookie page=&quot;1&quot;/&gt;">');
});

test.each([
  '',
  'SELECT 1',
  '<fetch/>',
  '<fetch><entity name="account"/></fetch>',
  '<fetch aggregate="true"><entity name="bbl_milestonesplit"/></fetch>',
  '<fetch count="3"><entity name="bbl_milestonesplit"/></fetch>',
  "<fetch top='3'><entity name='bbl_milestonesplit'/></fetch>",
  '<fetch><entity name="bbl_milestonesplit"><attribute name="bbl_name" groupby="true" alias="a"/></entity></fetch>',
  '<fetch><entity name="bbl_milestonesplit"><filter></entity></fetch>',
  '<fetch><entity name="bbl_milestonesplit"></filter></entity></fetch>',
  '<fetch><entity name="bbl_milestonesplit">text</entity></fetch>',
  '<fetch><entity name="bbl_milestonesplit"><filter>',
])('BBL-GRD-07: %s is refused', (xml) => {
  expect(() => idFetch(xml, QUERY)).toThrow(Refusal);
});

test('aggregate="false" asks for nothing special', () => {
  expect(idFetch('<fetch aggregate="false"><entity name="bbl_milestonesplit"></entity></fetch>', QUERY)).toBe(
    `${HEAD}</entity></fetch>`,
  );
});
