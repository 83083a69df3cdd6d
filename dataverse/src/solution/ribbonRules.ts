import type { RibbonDisplayRule, RibbonEnableRule, RibbonFunction, RibbonParameter } from '../metadata';
import { ShapeError } from './errors';
import { flag, requiredAttribute, wholeNumber, type XmlElement } from './xml';
import { webResourceOf } from './webResourceNames';

const LITERALS: { readonly [element: string]: 'string' | 'int' | 'bool' | 'decimal' } = {
  StringParameter: 'string',
  IntParameter: 'int',
  BoolParameter: 'bool',
  DecimalParameter: 'decimal',
};

/** A `<JavaScriptFunction>` or `<CustomRule>`: function, library and parameters in order. */
export function readRibbonFunction(element: XmlElement): RibbonFunction {
  const library = requiredAttribute(element, 'Library');
  const webResource = webResourceOf(library);
  if (!webResource) throw new ShapeError(`Library is '${library}', expected $webresource:<name>`);
  return {
    functionName: requiredAttribute(element, 'FunctionName'),
    library: webResource,
    parameters: element.children.map(readParameter),
  };
}

function readParameter(element: XmlElement): RibbonParameter {
  const value = requiredAttribute(element, 'Value');
  if (element.name === 'CrmParameter') return { kind: 'crm', value };
  const kind = LITERALS[element.name];
  if (!kind) throw new ShapeError(`the ribbon parameter <${element.name}> is not supported`);
  return { kind, value };
}

const isInverted = (rule: XmlElement): boolean => flag(rule.attributes['InvertResult'], 'InvertResult');

const ENABLE_RULES: { readonly [element: string]: (rule: XmlElement) => RibbonEnableRule } = {
  SelectionCountRule: (rule) => ({
    kind: 'selectionCount',
    ...readCount(rule, 'Minimum', 'minimum'),
    ...readCount(rule, 'Maximum', 'maximum'),
    invert: isInverted(rule),
  }),
  CustomRule: (rule) => ({
    kind: 'custom',
    default: flag(rule.attributes['Default'], 'Default'),
    invert: isInverted(rule),
    ...readRibbonFunction(rule),
  }),
  ValueRule: (rule) => ({
    kind: 'value',
    column: requiredAttribute(rule, 'Field'),
    value: requiredAttribute(rule, 'Value'),
    invert: isInverted(rule),
  }),
  FormStateRule: (rule) => ({ kind: 'formState', state: requiredAttribute(rule, 'State'), invert: isInverted(rule) }),
  RecordPrivilegeRule: (rule) => ({
    kind: 'recordPrivilege',
    privilege: requiredAttribute(rule, 'PrivilegeType'),
    invert: isInverted(rule),
  }),
};

function readCount<K extends string>(rule: XmlElement, attribute: string, key: K): { [P in K]?: number } {
  const text = rule.attributes[attribute];
  return (text === undefined ? {} : { [key]: wholeNumber(text, attribute) }) as { [P in K]?: number };
}

const DISPLAY_RULES: { readonly [element: string]: (rule: XmlElement) => RibbonDisplayRule } = {
  EntityPrivilegeRule: (rule) => ({
    kind: 'entityPrivilege',
    table: requiredAttribute(rule, 'EntityName'),
    privilege: requiredAttribute(rule, 'PrivilegeType'),
    depth: requiredAttribute(rule, 'PrivilegeDepth'),
    invert: isInverted(rule),
  }),
  FormStateRule: (rule) => ({ kind: 'formState', state: requiredAttribute(rule, 'State'), invert: isInverted(rule) }),
};

/** One test inside an `<EnableRule>`. @throws ShapeError for a kind that the product does not use, such as OrRule. */
export const readEnableRule = (rule: XmlElement): RibbonEnableRule => readRule(rule, ENABLE_RULES);

/** One test inside a `<DisplayRule>`. @throws ShapeError for a kind that the product does not use. */
export const readDisplayRule = (rule: XmlElement): RibbonDisplayRule => readRule(rule, DISPLAY_RULES);

function readRule<T>(rule: XmlElement, readers: { readonly [element: string]: (rule: XmlElement) => T }): T {
  const read = readers[rule.name];
  if (!read) throw new ShapeError(`the ribbon rule <${rule.name}> is not supported`);
  return read(rule);
}
