import { describeCheck } from '../testing';
import { checkRibbons } from './ribbons';

const file = 'Entities/bbl_OrderLine/RibbonDiff.xml';
const LABEL =
  '<LocLabels><LocLabel Id="bbl.loose.Label"><Titles><Title description="x" languagecode="1033" /></Titles></LocLabel>';

describeCheck(checkRibbons, [
  {
    name: 'A button whose command is not defined',
    changes: [{ file, from: /Command="[^"]*"/, to: 'Command="bbl.none.Command"' }],
    finds: [['ribbon-commands', 'the command bbl.none.Command is not defined']],
  },
  {
    name: 'A label, a rule and a command that nothing refers to',
    changes: [
      { file, from: '<LocLabels>', to: LABEL },
      {
        file,
        from: '</CommandDefinitions>',
        to: '<CommandDefinition Id="bbl.loose.Command"><EnableRules /><DisplayRules /><Actions /></CommandDefinition></CommandDefinitions>',
      },
      {
        file,
        from: /<\/EnableRules>(?=\s*<\/RuleDefinitions>)/,
        to: '<EnableRule Id="bbl.loose.Rule"><FormStateRule State="Existing" /></EnableRule></EnableRules>',
      },
    ],
    finds: [
      ['ribbon-unused', 'nothing refers to bbl.loose.Command'],
      ['ribbon-unused', 'nothing refers to bbl.loose.Rule'],
      ['ribbon-unused', 'nothing refers to bbl.loose.Label'],
    ],
  },
  {
    name: 'A script and an icon that are no web resources',
    changes: [
      { file, from: /\$webresource:bbl_\/js\/commands.js/g, to: '$webresource:bbl_/js/none.js' },
      { file, from: /\$webresource:bbl_\/icons\/ready.svg/g, to: '$webresource:bbl_/icons/none.svg' },
    ],
    finds: [
      ['ribbon-web-resources', 'the solution has no web resource bbl_/icons/none.svg'],
      ['ribbon-web-resources', 'the solution has no web resource bbl_/js/none.js'],
    ],
  },
  {
    name: 'A privilege on a table that is not there, and a hidden button of one',
    changes: [
      { file, from: 'EntityName="bbl_orderline"', to: 'EntityName="bbl_none"' },
      {
        file,
        from: 'Location="Mscrm.HomepageGrid.bbl_orderline.Delete"',
        to: 'Location="Mscrm.HomepageGrid.bbl_gone.Delete"',
      },
    ],
    finds: [
      ['ribbon-tables', 'the solution has no table bbl_gone'],
      ['ribbon-tables', 'the solution has no table bbl_none'],
      ['ribbon-locations', 'there is no place Mscrm.HomepageGrid.bbl_gone.Delete'],
    ],
  },
  {
    name: 'A button in a group that is not there',
    changes: [{ file, from: 'bbl_orderline.MainTab.Management', to: 'bbl_orderline.MainTab.Managment' }],
    finds: [
      ['ribbon-locations', 'there is no place Mscrm.HomepageGrid.bbl_orderline.MainTab.Managment.Controls._children'],
    ],
  },
  {
    name: 'Two elements with one id',
    changes: [
      {
        file,
        from: 'Id="bbl.bbl_orderline.Ready.SubGrid.Button"',
        to: 'Id="bbl.bbl_orderline.Ready.HomepageGrid.Button"',
      },
    ],
    finds: [['ribbon-ids', 'several elements have the id bbl.bbl_orderline.Ready.HomepageGrid.Button']],
  },
]);
