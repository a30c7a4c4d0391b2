package org.macrostate.equations.tensor;

/** The length of an expression: the number of its symbols and numbers, without signs and fraction bars. */
public final class LeafCount {
    private LeafCount() {}

    public static int of(Expression e) {
        if (e instanceof Power p) {
            return of(p.base()) + ofExponent(p.exponent());
        }
        if (e instanceof Times t) {
            return t.factors().stream()
                    .mapToInt(f -> f.equals(Rational.MINUS_ONE) ? 0 : of(f))
                    .sum();
        }
        if (e instanceof Rational r) {
            return r.value().getDenominator().equals(java.math.BigInteger.ONE) ? 1 : 2;
        }
        int inside = e.children().stream().mapToInt(LeafCount::of).sum();
        return e instanceof IndexBinder || inside == 0 ? inside + 1 : inside;
    }

    private static int ofExponent(Expression exponent) {
        if (exponent.equals(Rational.MINUS_ONE)) {
            return 0;
        }
        return exponent instanceof Rational ? 1 : of(exponent);
    }
}
