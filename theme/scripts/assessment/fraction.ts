/**
 * Exact numbers. Scores are sums and quotients of decimals; with the browser's own numbers 0.1 + 0.2 is more than 0.3,
 * and a score that lies on the border of two bands would fall into one of them by chance.
 */
export class Fraction {
  private constructor(
    private readonly numerator: bigint,
    /** Above 0. Not reduced: the numbers here stay small. */
    private readonly denominator: bigint,
  ) {}

  static readonly zero = new Fraction(0n, 1n);

  /** The number whose shortest decimal text is that of a JSON number: 0.6 is six tenths. */
  static of(value: number): Fraction {
    const [digits = "0", exponent = "0"] = String(value).split("e");
    const [whole = "0", decimals = ""] = digits.split(".");
    const places = decimals.length - Number(exponent);
    const numerator = BigInt(whole + decimals);
    return places > 0 ? new Fraction(numerator, 10n ** BigInt(places)) : new Fraction(numerator * 10n ** BigInt(-places), 1n);
  }

  static sum(values: Iterable<Fraction>): Fraction {
    let total = Fraction.zero;
    for (const value of values) total = total.plus(value);
    return total;
  }

  static max(left: Fraction, right: Fraction): Fraction {
    return left.compare(right) >= 0 ? left : right;
  }

  plus(other: Fraction): Fraction {
    return this.denominator === other.denominator
      ? new Fraction(this.numerator + other.numerator, this.denominator)
      : new Fraction(this.numerator * other.denominator + other.numerator * this.denominator, this.denominator * other.denominator);
  }

  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.numerator, other.denominator));
  }

  times(other: Fraction): Fraction {
    return new Fraction(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** The other must be above 0. */
  over(other: Fraction): Fraction {
    return new Fraction(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  abs(): Fraction {
    return this.numerator < 0n ? new Fraction(-this.numerator, this.denominator) : this;
  }

  /** Below 0 when this is less, 0 when equal, above 0 when this is more. */
  compare(other: Fraction): number {
    const left = this.numerator * other.denominator;
    const right = other.numerator * this.denominator;
    return left < right ? -1 : left > right ? 1 : 0;
  }

  get isZero(): boolean {
    return this.numerator === 0n;
  }

  /** Halves go up, as people round on paper. */
  round(decimals: number): Fraction {
    const scale = 10n ** BigInt(decimals);
    const doubled = 2n * this.numerator * scale + this.denominator;
    const divisor = 2n * this.denominator;
    const quotient = doubled / divisor;
    // Division of whole numbers cuts towards zero; rounding half up needs the next lower one.
    const floor = doubled % divisor < 0n ? quotient - 1n : quotient;
    return new Fraction(floor, scale);
  }

  /** Exact for numbers of a few decimals. */
  toNumber(): number {
    return Number(this.numerator) / Number(this.denominator);
  }
}
