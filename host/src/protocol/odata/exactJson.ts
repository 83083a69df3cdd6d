import { badPayload } from './errors';

export type Json = null | string | number | boolean | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

/** A number whose digits a double cannot hold stands in its place as an object with its text. */
const EXACT = '\u0000number';
/** Doubles keep every decimal of 15 significant digits. */
const SIGNIFICANT_MAX = 15;
const LONG_NUMBER = /\d[\d.]{15}/;
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** JSON whose numbers lose nothing; read them with {@link numberText}. Throws 400 when the text is no JSON. */
export function parseJson(text: string): Json {
  try {
    return JSON.parse(LONG_NUMBER.test(text) ? text.replace(STRING_OR_NUMBER, keepDigits) : text) as Json;
  } catch (error) {
    throw badPayload(`The request body is not valid JSON: ${error instanceof Error ? error.message : ''}.`);
  }
}

/**
 * The body as an object; throws 400 for anything else. A JSON string that holds the object is read as the object: the
 * Node client of dataverse-ify writes its rows twice.
 */
export function parseJsonObject(text: string): JsonObject {
  const sent = parseJson(text.trim() === '' ? '{}' : text);
  const value = typeof sent === 'string' ? parseJson(sent) : sent;
  if (isObject(value)) return value;
  throw badPayload('The request body has to be a JSON object.');
}

/** The digits of a number as they were sent; undefined when the value is no number. */
export function numberText(value: Json): string | undefined {
  if (typeof value === 'number') return String(value);
  const exact = isObject(value) ? value[EXACT] : undefined;
  return typeof exact === 'string' ? exact : undefined;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function keepDigits(token: string): string {
  if (token.startsWith('"')) return token;
  const digits = token
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '');
  return digits.length > SIGNIFICANT_MAX && isNumber(token) ? `{"${'\\u0000number'}":"${token}"}` : token;
}

const isNumber = (token: string): boolean => /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(token);
