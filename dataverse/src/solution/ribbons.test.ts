import { solutionFiles } from './fixtures';
import { readSolution } from './read';

const RIBBON = `<RibbonDiffXml>
  <CustomActions>
    <CustomAction Id="bbl.t.Ready.CustomAction" Location="Mscrm.HomepageGrid.bbl_thing.MainTab.Management.Controls._children" Sequence="10"><CommandUIDefinition>
      <Button Id="bbl.t.Ready.Button" Command="bbl.t.Ready.Command" Sequence="12" TemplateAlias="o1" LabelText="$LocLabels:bbl.t.Ready.Label" ToolTipDescription="$LocLabels:bbl.t.Ready.Tip" ModernImage="$webresource:bbl_/icons/ready.svg" /></CommandUIDefinition></CustomAction>
    <HideCustomAction HideActionId="bbl.hide" Location="Mscrm.HomepageGrid.bbl_thing.NewRecord" />
  </CustomActions>
  <Templates><RibbonTemplates Id="Mscrm.Templates"></RibbonTemplates></Templates>
  <CommandDefinitions><CommandDefinition Id="bbl.t.Ready.Command">
    <EnableRules><EnableRule Id="bbl.t.Selected" /><EnableRule Id="bbl.t.CanBeReady" /></EnableRules><DisplayRules><DisplayRule Id="bbl.t.CanWrite" /></DisplayRules>
    <Actions><JavaScriptFunction FunctionName="Bbl.Commands.markReady" Library="$webresource:bbl_/js/commands.js"><CrmParameter Value="SelectedControl" /><StringParameter Value="bbl_thing" /></JavaScriptFunction></Actions>
  </CommandDefinition></CommandDefinitions>
  <RuleDefinitions><TabDisplayRules />
    <DisplayRules><DisplayRule Id="bbl.t.CanWrite"><EntityPrivilegeRule EntityName="bbl_thing" PrivilegeType="Write" PrivilegeDepth="Basic" /></DisplayRule></DisplayRules>
    <EnableRules>
      <EnableRule Id="bbl.t.Selected"><SelectionCountRule AppliesTo="SelectedEntity" Minimum="1" Maximum="250" /></EnableRule>
      <EnableRule Id="bbl.t.CanBeReady"><CustomRule FunctionName="Bbl.Commands.canMarkReady" Library="$webresource:bbl_/js/commands.js" Default="false"><CrmParameter Value="SelectedControl" /></CustomRule></EnableRule>
    </EnableRules></RuleDefinitions>
  <LocLabels><LocLabel Id="bbl.t.Ready.Label"><Titles><Title description="Ready to invoice" languagecode="1033" /></Titles></LocLabel><LocLabel Id="bbl.t.Ready.Tip"><Titles><Title description="Mark them" languagecode="1033" /></Titles></LocLabel></LocLabels>
</RibbonDiffXml>`;

const readRibbon = (xml: string) =>
  readSolution(solutionFiles({ 'Entities/bbl_Thing/RibbonDiff.xml': xml })).ribbons[0];

test('Buttons have place, order, label, tip, icon and command; hidden platform buttons are listed', () => {
  const ribbon = readRibbon(RIBBON);
  expect(ribbon?.buttons).toEqual([
    {
      id: 'bbl.t.Ready.Button',
      location: 'homepageGrid',
      sequence: 12,
      label: 'Ready to invoice',
      toolTip: 'Mark them',
      icon: 'bbl_/icons/ready.svg',
      commandId: 'bbl.t.Ready.Command',
    },
  ]);
  expect(ribbon?.hidden).toEqual(['Mscrm.HomepageGrid.bbl_thing.NewRecord']);
});

test('A command carries the tests of its rules and its actions with their parameters', () => {
  expect(readRibbon(RIBBON)?.commands).toEqual([
    {
      id: 'bbl.t.Ready.Command',
      enableRules: [
        { kind: 'selectionCount', minimum: 1, maximum: 250, invert: false },
        {
          kind: 'custom',
          default: false,
          invert: false,
          functionName: 'Bbl.Commands.canMarkReady',
          library: 'bbl_/js/commands.js',
          parameters: [{ kind: 'crm', value: 'SelectedControl' }],
        },
      ],
      displayRules: [{ kind: 'entityPrivilege', table: 'bbl_thing', privilege: 'Write', depth: 'Basic', invert: false }],
      actions: [
        {
          functionName: 'Bbl.Commands.markReady',
          library: 'bbl_/js/commands.js',
          parameters: [
            { kind: 'crm', value: 'SelectedControl' },
            { kind: 'string', value: 'bbl_thing' },
          ],
        },
      ],
    },
  ]);
});

test.each([
  ['another place', 'HomepageGrid.bbl_thing.MainTab.Management.Controls._children', 'Dashboard.x', "'Mscrm.Dashboard.x' is not supported"],
  ['another table', 'HomepageGrid.bbl_thing.MainTab', 'HomepageGrid.bbl_other.MainTab', 'is not supported'],
  ['a rule that is not defined', '<EnableRule Id="bbl.t.Selected"><Sel', '<EnableRule Id="bbl.t.Other"><Sel', 'bbl.t.Selected is not defined'],
  ['a label that is nowhere', '<LocLabel Id="bbl.t.Ready.Tip">', '<LocLabel Id="x">', 'is not among LocLabels'],
  ['a kind of rule that is not used', 'SelectionCountRule', 'OrRule', '<OrRule> is not supported'],
  ['an action that opens an address', 'JavaScriptFunction', 'Url', '<Url> is not supported'],
])('%s is an error of the file', (_, from, to, problem) => {
  const broken = RIBBON.replaceAll(from, to);
  expect(() => readRibbon(broken)).toThrow('Entities/bbl_Thing/RibbonDiff.xml: ');
  expect(() => readRibbon(broken)).toThrow(problem);
});
