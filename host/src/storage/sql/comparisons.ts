import type { ColumnComparison } from '@bbl/dataverse/query';
import { unsupported } from '../../faults';
import { type Fragment, fragment } from './fragment';
import type { SqlScope } from './scope';

const SIGNS: { readonly [operator in ColumnComparison['operator']]: string } = {
  eq: '=',
  ne: '<>',
  gt: '>',
  ge: '>=',
  lt: '<',
  le: '<=',
};

/** `ne` becomes `a <> b OR a IS NULL` in the platform's SQL, as MarkMpn/Sql4Cds found (BaseDataNode). */
export function comparisonSql({ left, operator, right }: ColumnComparison, scope: SqlScope): Fragment {
  const [a, b] = [scope.column(left), scope.column(right)];
  if (a.physical.scale !== b.physical.scale)
    throw unsupported(`comparing ${left.column} and ${right.column}, which have different numbers of decimals`);
  const compared = `${a.comparable} ${SIGNS[operator]} ${b.comparable}`;
  return fragment(operator === 'ne' ? `(${compared} OR ${a.comparable} IS NULL)` : compared);
}
