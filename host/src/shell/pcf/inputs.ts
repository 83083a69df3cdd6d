import type { ControlBinding } from '@bbl/dataverse/metadata';
import { parseNumber } from '../format/numbers';
import type { ControlManifest } from '../model/appDescription';
import { strict } from '../xrm/strict';
import type { ControlInputs } from './registry';

/** Static parameters and defaults of a component as its context has them. Bound ones are the caller's. */
export function staticInputs(manifest: ControlManifest, binding: ControlBinding): ControlInputs {
  const inputs: ControlInputs = {};
  for (const property of manifest.properties) {
    if (property.usage !== 'input') continue;
    const given = binding.parameters[property.name]?.value ?? property.default;
    inputs[property.name] = strict(`parameter ${property.name}`, {
      type: property.type,
      raw: given === undefined ? null : toRaw(property.type, given),
      formatted: given ?? '',
      error: false,
      errorMessage: '',
      security: undefined,
      attributes: undefined,
    });
  }
  return inputs;
}

function toRaw(type: string, text: string): string | number | boolean | null {
  if (type === 'TwoOptions') return text === 'true' || text === '1';
  if (type === 'Whole.None' || type === 'Decimal' || type === 'FP' || type === 'Currency') {
    const parsed = parseNumber(text, { decimals: 10 });
    return parsed.ok ? parsed.value : null;
  }
  return text;
}
