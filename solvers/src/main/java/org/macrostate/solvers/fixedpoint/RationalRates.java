package org.macrostate.solvers.fixedpoint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.graph.Node;
import org.macrostate.equations.graph.Program;

/**
 * Rates as quotients of polynomials in the state at given parameters, read off their program; numbers are the decimals
 * that they are written as.
 *
 * @param numerators one a rate: coefficients by exponents
 * @param denominators one a rate
 * @param denominator the product of all denominators that are no numbers; empty if there are none
 */
record RationalRates(
        List<Map<List<Integer>, BigFraction>> numerators,
        List<Map<List<Integer>, BigFraction>> denominators,
        Optional<Map<List<Integer>, BigFraction>> denominator) {
    private static final int MOST_TERMS = 400;
    private static final int HIGHEST_POWER = 12;
    private static final int LARGEST_DENOMINATOR = 24;

    /** A quotient of polynomials. */
    private record Quotient(Map<List<Integer>, BigFraction> above, Map<List<Integer>, BigFraction> below) {}

    /** Empty where the rates contain anything but sums, products, quotients and whole powers, or are too long. */
    static Optional<RationalRates> of(Program program, double[] parameters, int n) {
        List<Optional<Quotient>> values = new ArrayList<>();
        for (Node node : program.nodes()) {
            values.add(value(node, values, parameters, n)
                    .filter(q -> q.above().size() + q.below().size() <= MOST_TERMS));
        }
        List<Map<List<Integer>, BigFraction>> numerators = new ArrayList<>();
        List<Map<List<Integer>, BigFraction>> denominators = new ArrayList<>();
        List<Map<List<Integer>, BigFraction>> different = new ArrayList<>();
        for (int output : program.outputs()) {
            Optional<Quotient> rate = values.get(output);
            if (rate.isEmpty()) {
                return Optional.empty();
            }
            numerators.add(rate.get().above());
            Map<List<Integer>, BigFraction> below = rate.get().below();
            denominators.add(below);
            if (degree(below) > 0 && !different.contains(below)) {
                different.add(below);
            }
        }
        return Optional.of(new RationalRates(
                numerators, denominators, different.stream().reduce((one, other) -> product(one, other))));
    }

    private static Optional<Quotient> value(Node node, List<Optional<Quotient>> values, double[] parameters, int n) {
        if (node instanceof Node.Number number) {
            return constant(number.value(), n);
        }
        if (node instanceof Node.Input input) {
            return switch (input.source()) {
                case STATE -> Optional.of(new Quotient(power(input.index(), n), number(BigFraction.ONE, n)));
                case PARAMETER -> constant(parameters[input.index()], n);
                case TIME -> constant(0, n);
            };
        }
        if (!(node instanceof Node.Result result)) {
            return Optional.empty();
        }
        Optional<Quotient> left = values.get(result.left());
        Optional<Quotient> right = result.right() < 0 ? left : values.get(result.right());
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        Quotient a = left.get();
        Quotient b = right.get();
        return switch (result.operation()) {
            case ADD -> Optional.of(sum(a, b, BigFraction.ONE));
            case SUBTRACT -> Optional.of(sum(a, b, BigFraction.MINUS_ONE));
            case NEGATE -> Optional.of(new Quotient(scaled(a.above(), BigFraction.MINUS_ONE), a.below()));
            case MULTIPLY -> Optional.of(new Quotient(product(a.above(), b.above()), product(a.below(), b.below())));
            case DIVIDE -> divided(a, b);
            case POWER -> power(a, b);
            case SQRT, EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF -> Optional.empty();
            case ERFC, LOG_ERFC, ABS, SIGN, UNIT_STEP, FLOOR, MIN, MAX, MOD, LESS, LESS_EQUAL -> Optional.empty();
            case EQUAL, WHEN -> Optional.empty();
        };
    }

    private static Optional<Quotient> constant(double value, int n) {
        if (!Double.isFinite(value)) {
            return Optional.empty();
        }
        return Optional.of(new Quotient(number(fraction(value), n), number(BigFraction.ONE, n)));
    }

    /** The quotient of small whole numbers that a finite number is to rounding, as 1/3 is; else its decimal. */
    static BigFraction quotient(double value) {
        for (int q = 1; q <= LARGEST_DENOMINATOR; q++) {
            double above = Math.rint(value * q);
            if (above / q == value && Math.abs(above) < Integer.MAX_VALUE) {
                return new BigFraction((int) above, q);
            }
        }
        return fraction(value);
    }

    /** The decimal as which a finite number is written. */
    static BigFraction fraction(double value) {
        BigDecimal decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        return decimal.scale() <= 0
                ? new BigFraction(decimal.toBigIntegerExact())
                : new BigFraction(decimal.unscaledValue(), java.math.BigInteger.TEN.pow(decimal.scale()));
    }

    private static Optional<Quotient> divided(Quotient a, Quotient b) {
        if (b.above().isEmpty()) {
            return Optional.empty();
        }
        if (degree(b.above()) == 0) {
            BigFraction by = b.above().values().iterator().next().reciprocal();
            return Optional.of(new Quotient(scaled(product(a.above(), b.below()), by), a.below()));
        }
        return Optional.of(new Quotient(product(a.above(), b.below()), product(a.below(), b.above())));
    }

    private static Optional<Quotient> power(Quotient base, Quotient exponent) {
        boolean number = degree(exponent.above()) == 0 && degree(exponent.below()) == 0;
        double value = exponent.above().isEmpty()
                ? 0
                : exponent.above().values().iterator().next().doubleValue();
        if (!number || value != Math.rint(value) || Math.abs(value) > HIGHEST_POWER) {
            return Optional.empty();
        }
        int n = base.below().keySet().iterator().next().size();
        Map<List<Integer>, BigFraction> one = number(BigFraction.ONE, n);
        Quotient power = new Quotient(one, one);
        for (int i = 0; i < Math.abs(value); i++) {
            power = new Quotient(product(power.above(), base.above()), product(power.below(), base.below()));
        }
        return value >= 0 ? Optional.of(power) : divided(new Quotient(one, one), power);
    }

    private static Quotient sum(Quotient a, Quotient b, BigFraction factor) {
        if (a.below().equals(b.below())) {
            return new Quotient(added(a.above(), scaled(b.above(), factor)), a.below());
        }
        return new Quotient(
                added(product(a.above(), b.below()), scaled(product(b.above(), a.below()), factor)),
                product(a.below(), b.below()));
    }

    /** A number as a polynomial; zero has no terms. */
    static Map<List<Integer>, BigFraction> number(BigFraction value, int n) {
        return value.signum() == 0 ? Map.of() : Map.of(Collections.nCopies(n, 0), value);
    }

    private static Map<List<Integer>, BigFraction> power(int index, int n) {
        List<Integer> exponents = new ArrayList<>(Collections.nCopies(n, 0));
        exponents.set(index, 1);
        return Map.of(List.copyOf(exponents), BigFraction.ONE);
    }

    static int degree(Map<List<Integer>, BigFraction> polynomial) {
        return polynomial.keySet().stream()
                .mapToInt(m -> m.stream().mapToInt(Integer::intValue).sum())
                .max()
                .orElse(0);
    }

    private static Map<List<Integer>, BigFraction> added(
            Map<List<Integer>, BigFraction> one, Map<List<Integer>, BigFraction> other) {
        Map<List<Integer>, BigFraction> sum = new HashMap<>(one);
        other.forEach((exponents, value) -> sum.merge(exponents, value, BigFraction::add));
        sum.values().removeIf(value -> value.signum() == 0);
        return sum;
    }

    private static Map<List<Integer>, BigFraction> scaled(Map<List<Integer>, BigFraction> one, BigFraction factor) {
        Map<List<Integer>, BigFraction> scaled = new HashMap<>();
        one.forEach((exponents, value) -> scaled.put(exponents, value.multiply(factor)));
        return scaled;
    }

    private static Map<List<Integer>, BigFraction> product(
            Map<List<Integer>, BigFraction> one, Map<List<Integer>, BigFraction> other) {
        Map<List<Integer>, BigFraction> product = new HashMap<>();
        one.forEach((a, x) -> other.forEach((b, y) -> {
            List<Integer> exponents = new ArrayList<>();
            for (int i = 0; i < a.size(); i++) {
                exponents.add(a.get(i) + b.get(i));
            }
            product.merge(List.copyOf(exponents), x.multiply(y), BigFraction::add);
        }));
        product.values().removeIf(value -> value.signum() == 0);
        return product;
    }
}
