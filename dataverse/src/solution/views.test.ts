import { QueryType } from '../metadata';
import { solutionFiles } from './fixtures';
import { readSolution } from './read';

const VIEW = `<savedqueries><savedquery>
  <IsCustomizable>1</IsCustomizable><isquickfindquery>0</isquickfindquery><isdefault>1</isdefault>
  <savedqueryid>{5F0C2F0E-7C53-4C0B-9E0A-6B1F8A0D9C11}</savedqueryid>
  <layoutxml><grid name="resultset" jump="bbl_name" select="1"><row name="result" id="bbl_thingid">
    <cell name="bbl_name" width="200" /><cell name="contract.bbl_customerid" width="150" /><cell name="bbl_secret" ishidden="1" width="0" /></row></grid></layoutxml>
  <querytype>0</querytype>
  <fetchxml><fetch version="1.0" mapping="logical"><entity name="bbl_thing"><attribute name="bbl_name" />
    <filter type="and"><condition attribute="bbl_name" operator="like" value="R&amp;D%" /></filter></entity></fetch></fetchxml>
  <LocalizedNames><LocalizedName description="Active Things" languagecode="1033" /></LocalizedNames>
</savedquery></savedqueries>`;

const readView = (xml: string) =>
  readSolution(solutionFiles({ 'Entities/bbl_Thing/SavedQueries/{5f0c2f0e}.xml': xml })).views[0];

test('A view has its table, kind, name and visible columns', () => {
  expect(readView(VIEW)).toMatchObject({
    id: '5f0c2f0e-7c53-4c0b-9e0a-6b1f8a0d9c11',
    table: 'bbl_thing',
    name: 'Active Things',
    queryType: QueryType.Public,
    isDefault: true,
    isQuickFind: false,
    columns: [
      { name: 'bbl_name', widthPx: 200 },
      { name: 'contract.bbl_customerid', widthPx: 150 },
    ],
  });
});

test('Query and layout come as XML text of their own, with escapes intact', () => {
  const view = readView(VIEW);
  expect(view?.fetchXml).toMatch(/^<fetch version="1.0" mapping="logical"><entity name="bbl_thing">/);
  expect(view?.fetchXml).toContain('value="R&amp;D%"');
  expect(view?.layoutXml).toMatch(/^<grid name="resultset"/);
});

test('A view without a query is an error that names its file', () => {
  expect(() => readView(VIEW.replace(/<fetchxml>.*<\/fetchxml>/s, ''))).toThrow(
    'Entities/bbl_Thing/SavedQueries/{5f0c2f0e}.xml: <savedquery> has no <fetchxml>',
  );
});
