import type { Scalar } from '@bbl/dataverse/query';
import type { PhysicalColumn } from '../schema/model';
import { fold } from '../values/fold';
import { bindable, INTEGER_MAX, INTEGER_MIN, scaleDecimal } from '../values/scaled';
import type { Bindable } from '../values/encode';
import { type Fragment, fragment } from './fragment';

const isScaled = ({ metadata: { type } }: PhysicalColumn): boolean => type === 'money' || type === 'decimal';

/** The stored form of a comparison value; undefined for a decimal that the column cannot hold. */
export function operand(physical: PhysicalColumn, value: Scalar): Bindable | undefined {
  switch (physical.metadata.type) {
    case 'string':
    case 'memo':
      return fold(String(value));
    case 'datetime':
      return String(value).replace(/Z$/, '');
    case 'boolean':
      return value === true ? 1 : 0;
    case 'money':
    case 'decimal': {
      const scaled = scaleDecimal(String(value), physical.scale);
      return scaled?.isExact && isStorable(scaled.units) ? bindable(scaled.units) : undefined;
    }
    default:
      return typeof value === 'boolean' ? Number(value) : value;
  }
}

const isStorable = (units: bigint): boolean => units >= INTEGER_MIN && units <= INTEGER_MAX;

type Ordering = 'gt' | 'ge' | 'lt' | 'le';
const SIGNS: { readonly [ordering in Ordering]: string } = { gt: '>', ge: '>=', lt: '<', le: '<=' };

/** `expression` compared by order with a value. A decimal with too many digits lies between two stored values. */
export function ordered(expression: string, ordering: Ordering, physical: PhysicalColumn, value: Scalar): Fragment {
  if (isScaled(physical)) return orderedScaled(expression, ordering, physical.scale, String(value));
  return fragment(`${expression} ${SIGNS[ordering]} ?`, operand(physical, value) ?? null);
}

function orderedScaled(expression: string, ordering: Ordering, scale: number, value: string): Fragment {
  const scaled = scaleDecimal(value, scale);
  if (!scaled) throw new Error(`Not a decimal: ${value}`);
  const { units, isExact } = scaled; // Rounded down when not exact.
  const wantsMore = ordering === 'gt' || ordering === 'ge';
  if (!isStorable(units)) return fragment(wantsMore === units < 0n ? `${expression} IS NOT NULL` : '0');
  const sign = isExact ? SIGNS[ordering] : wantsMore ? '>' : '<=';
  return fragment(`${expression} ${sign} ?`, bindable(units));
}
