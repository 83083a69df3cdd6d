/** Up to here products and quotient × divisor are exact in a number, with room for doubling a remainder. */
const NARROW_PRODUCT_MAX = 2 ** 52;

/**
 * left × right ÷ divisor, rounded half up on the absolute value (one half goes away from zero). Takes and gives
 * safe integers; the divisor is above 0. domain.md 10-2.
 */
export function multiplyDivideHalfUp(left: number, right: number, divisor: number): number {
  assertDivisor(divisor);
  const product = left * right;
  // Most products are narrow, and ten times as fast: they meet no BigInt.
  const isNarrow = product <= NARROW_PRODUCT_MAX && product >= -NARROW_PRODUCT_MAX;
  return isNarrow ? divideNarrow(product, divisor) : divideWide(BigInt(left) * BigInt(right), BigInt(divisor));
}

/** dividend ÷ divisor cut toward zero; the divisor is above 0. domain.md 10-2. */
export function divideTruncated(dividend: number, divisor: number): number {
  assertDivisor(divisor);
  return (dividend - (dividend % divisor)) / divisor;
}

/**
 * The division itself may round up to the next integer when the exact quotient lies just below it. That integer is
 * then the half-up quotient, and its remainder, a little below 0, leaves it alone.
 */
function divideNarrow(dividend: number, divisor: number): number {
  const quotient = Math.floor(dividend / divisor);
  const remainderTwice = 2 * (dividend - quotient * divisor);
  if (remainderTwice === divisor) return dividend < 0 ? quotient : quotient + 1;
  return remainderTwice < divisor ? quotient : quotient + 1;
}

/** Products beyond that. No literals such as 1n: browser bundles are written in older syntax. */
function divideWide(dividend: bigint, divisor: bigint): number {
  const [none, one, two] = [BigInt(0), BigInt(1), BigInt(2)] as const;
  const isNegative = dividend < none;
  const size = isNegative ? -dividend : dividend;
  const quotient = size / divisor + (two * (size % divisor) >= divisor ? one : none);
  return Number(isNegative ? -quotient : quotient);
}

function assertDivisor(divisor: number): void {
  if (!(divisor > 0)) throw new RangeError(`Not a divisor: ${divisor}`);
}
