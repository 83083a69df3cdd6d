/**
 * left × right ÷ divisor, rounded half up on the absolute value (one half goes away from zero). Takes and gives
 * safe integers. domain.md 10-2.
 */
export function multiplyDivideHalfUp(left: number, right: number, divisor: number): number {
  const product = left * right;
  // While the product is a safe integer, remainder and quotient are exact; most amounts are, and it is ten times as fast.
  return Number.isSafeInteger(product)
    ? divideSafe(product, divisor)
    : divideWide(BigInt(left) * BigInt(right), BigInt(divisor));
}

/** dividend ÷ divisor cut toward zero. domain.md 10-2. */
export function divideTruncated(dividend: number, divisor: number): number {
  assertDivisor(divisor);
  return (dividend - (dividend % divisor)) / divisor;
}

function divideSafe(dividend: number, divisor: number): number {
  assertDivisor(divisor);
  const remainder = dividend % divisor;
  const quotient = (dividend - remainder) / divisor;
  const isHalfOrMore = Math.abs(remainder) >= Math.abs(divisor) - Math.abs(remainder);
  if (!isHalfOrMore) return quotient;
  return dividend < 0 === divisor < 0 ? quotient + 1 : quotient - 1;
}

/** Products beyond a safe integer. No literals such as 1n: browser bundles are written in older syntax. */
function divideWide(dividend: bigint, divisor: bigint): number {
  const [none, one, two] = [BigInt(0), BigInt(1), BigInt(2)] as const;
  if (divisor === none) throw new RangeError('Division by zero');
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  const isNegative = dividend < none !== divisor < none;
  const isHalfOrMore = two * absolute(remainder) >= absolute(divisor);
  return Number(isHalfOrMore ? quotient + (isNegative ? -one : one) : quotient);
}

const absolute = (value: bigint): bigint => (value < BigInt(0) ? -value : value);

function assertDivisor(divisor: number): void {
  if (!Number.isSafeInteger(divisor) || divisor === 0) throw new RangeError(`Not a divisor: ${divisor}`);
}
