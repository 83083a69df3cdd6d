import type { ViewColumnSpec, ViewCondition, ViewFilter, ViewLink } from '../components/view';
import { given } from '../options';
import {
  fieldOf,
  hideButton,
  putButton,
  putField,
  putSiteMapEntry,
  putView,
  putViewColumn,
  putWebResource,
} from '../userInterface';
import { logicalName } from '../names';
import { tableOf, type Command } from './command';

const VIEW_KINDS = ['public', 'associated', 'quickFind', 'lookup', 'advancedFind'] as const;
const PLACES = ['HomepageGrid', 'SubGrid', 'Form'] as const;
const WIDTH_PX = 120;

/** `bbl_name:220` or `contract.bbl_customerid:180`; `:0` reads the column without showing it. */
function viewColumn(text: string): ViewColumnSpec {
  const [name = '', width] = text.split(':');
  const widthPx = width === undefined ? WIDTH_PX : Number(width);
  return widthPx === 0 ? { name, widthPx: WIDTH_PX, isHidden: true } : { name, widthPx };
}

/** `bbl_linetype eq 482100001` */
function condition(text: string): ViewCondition {
  const [column = '', operator = '', ...value] = text.trim().split(/\s+/);
  return { column, operator, ...given('value', value.length > 0 ? value.join(' ') : undefined) };
}

/** Conditions with `|` between them are alternatives. */
function filter(text: string): ViewFilter {
  const [first = '', ...others] = text.split('|');
  return others.length === 0 ? condition(first) : { anyOf: [first, ...others].map(condition) };
}

/** `contract=bbl_contract:bbl_contractid`: alias, table, lookup column */
function link(text: string): ViewLink {
  const [alias = '', path = ''] = text.split('=');
  const [table = '', lookup = ''] = path.split(':');
  return { alias, table, lookup };
}

const order = (text: string) => ({ column: text.replace(/^-/, ''), isDescending: text.startsWith('-') });

const view: Command = {
  usage: `view --table bbl_Name --name "View" --columns bbl_name:220,alias.bbl_x:100 [--kind ${VIEW_KINDS.join('|')}] [--where "bbl_x eq 1 | bbl_x null"]… [--order bbl_x,-bbl_y] [--link alias=table:lookup]… [--find bbl_name,…] [--default]`,
  run(tree, options) {
    putView(tree, {
      table: tableOf(tree, options),
      name: options.text('name'),
      kind: options.oneOf('kind', VIEW_KINDS),
      isDefault: options.flag('default'),
      columns: options.list('columns').map(viewColumn),
      links: options.all('link').map(link),
      filters: options.all('where').map(filter),
      orders: options.list('order').map(order),
      findColumns: options.list('find'),
    });
  },
};

const viewColumnCommand: Command = {
  usage: 'view-column --table bbl_Name --view "View" --column bbl_x:120',
  run(tree, options) {
    const name = options.text('view');
    putViewColumn(tree, { table: tableOf(tree, options), name }, viewColumn(options.text('column')));
  },
};

const field: Command = {
  usage:
    'field --table bbl_Name --form "Form" --section general --column bbl_x [--type main|quickCreate] [--label …] [--disabled]',
  run(tree, options) {
    const table = tableOf(tree, options);
    const found = fieldOf(tree, table, options.text('column'));
    const form = { table, name: options.text('form'), type: options.oneOf('type', ['main', 'quickCreate']) };
    const label = options.optional('label') ?? found.label;
    putField(tree, form, options.text('section'), { ...found, label, isDisabled: options.flag('disabled') });
  },
};

const button: Command = {
  usage:
    'button --table bbl_Name --id Confirm --label … --tip … --icon bbl_/icons/x.svg --sequence 10 --places HomepageGrid,SubGrid,Form --function Bbl.Commands.x [--enable Bbl.Commands.canX] [--whole-view|--form-row] --privilege Create|Write|Delete [--privilege-table bbl_other]',
  run(tree, options) {
    const table = tableOf(tree, options);
    const places = options.list('places').map((each) => {
      const place = PLACES.find((known) => known === each);
      if (!place) throw new Error(`--places are among ${PLACES.join(', ')}.`);
      return place;
    });
    putButton(tree, table, {
      table: logicalName(table),
      id: options.text('id'),
      label: options.text('label'),
      toolTip: options.text('tip'),
      icon: options.text('icon'),
      sequence: options.number('sequence'),
      places,
      functionName: options.text('function'),
      ...given('enableFunctionName', options.optional('enable')),
      needsSelection: !options.flag('whole-view'),
      isOfFormRow: options.flag('form-row'),
      privilege: {
        table: options.optional('privilege-table') ?? logicalName(table),
        type: options.oneOf('privilege', ['Write', 'Create', 'Delete']),
      },
    });
  },
};

const siteMapEntry: Command = {
  usage: 'site-map-entry --group group_contracts --table bbl_Name --title "Names" --icon bbl_/icons/x.svg',
  run(tree, options) {
    const table = logicalName(tableOf(tree, options));
    const entry = { table, title: options.text('title'), icon: options.text('icon') };
    putSiteMapEntry(tree, options.text('group'), entry);
  },
};

const hide: Command = {
  usage: 'hide-button --table bbl_Name --location Mscrm.HomepageGrid.bbl_name.NewRecord',
  run(tree, options) {
    hideButton(tree, tableOf(tree, options), options.text('location'));
  },
};

const webResource: Command = {
  usage: 'web-resource --name bbl_/js/x.js --display "Name" [--strings bbl_/strings/x.1033.resx]…',
  run(tree, options) {
    putWebResource(tree, {
      name: options.text('name'),
      displayName: options.text('display'),
      resourceFiles: options.all('strings'),
    });
  },
};

export const userInterfaceCommands = {
  view,
  'view-column': viewColumnCommand,
  field,
  'site-map-entry': siteMapEntry,
  button,
  'hide-button': hide,
  'web-resource': webResource,
};
