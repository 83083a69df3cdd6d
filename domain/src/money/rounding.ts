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

function divideWide(dividend: bigint, divisor: bigint): number {
  if (divisor === 0n) throw new RangeError('Division by zero');
  const quotient = dividend / divisor;
  const remainder = dividend % divisor;
  const isHalfOrMore = 2n * absolute(remainder) >= absolute(divisor);
  const step = dividend < 0n === divisor < 0n ? 1n : -1n;
  return Number(isHalfOrMore ? quotient + step : quotient);
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value);

function assertDivisor(divisor: number): void {
  if (!Number.isSafeInteger(divisor) || divisor === 0) throw new RangeError(`Not a divisor: ${divisor}`);
}
