package org.macrostate.equations.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Symbol;

/**
 * The solutions x(t) of a polynomial equation for small t > 0 as fractional power series: Newton's polygon gives the
 * first terms (Walker, Algebraic Curves, 1950, chapter IV), and once a solution is simple, its further coefficients
 * follow one after another. First terms are wanted in closed form: solutions whose first terms are roots of a higher
 * degree than two are left out.
 */
public final class NewtonPuiseux {
    private static final int DEEPEST = 4;
    private static final int LARGEST_RAMIFICATION = 6;
    private static final int MOST_COEFFICIENTS = 40;

    private final Symbol unknown;
    private final Symbol small;
    private final int order;
    private final List<PuiseuxSeries> found = new ArrayList<>();

    private NewtonPuiseux(Symbol unknown, Symbol small, int order) {
        this.unknown = unknown;
        this.small = small;
        this.order = order;
    }

    /**
     * All solutions whose first terms have closed forms, each to the power {@code order} of the small parameter; at
     * least its first term.
     *
     * @param polynomial irreducible, contains both symbols
     */
    public static List<PuiseuxSeries> of(Polynomial polynomial, Symbol unknown, Symbol small, int order) {
        NewtonPuiseux expansion = new NewtonPuiseux(unknown, small, order);
        expansion.expand(SeriesPolynomial.of(polynomial, unknown, small), new PartialSeries(0, 1, List.of()), 0);
        return List.copyOf(expansion.found);
    }

    /** What is known of a solution: x = Σ c_k s^(first + k) + s^last · (what is to come), t = s^ramification. */
    private record PartialSeries(int first, int ramification, List<RationalFunction> coefficients) {
        /** With one more term, {@code gap} powers of the new s after the last one. */
        PartialSeries with(int p, int q, RationalFunction c, FunctionField field) {
            if (coefficients.isEmpty()) {
                return new PartialSeries(p, ramification * q, List.of(c));
            }
            List<RationalFunction> spread = new ArrayList<>();
            for (int k = 0; k < coefficients.size(); k++) {
                for (int zero = 1; k > 0 && zero < q; zero++) {
                    spread.add(field.zero());
                }
                spread.add(coefficients.get(k));
            }
            for (int zero = 1; zero < p; zero++) {
                spread.add(field.zero());
            }
            spread.add(c);
            return new PartialSeries(first * q, ramification * q, spread);
        }
    }

    private void expand(SeriesPolynomial polynomial, PartialSeries partial, int depth) {
        for (Edge edge : edges(polynomial)) {
            boolean continues = depth == 0 || edge.p() > 0;
            boolean tame = partial.ramification() * edge.q() <= LARGEST_RAMIFICATION;
            if (!continues || !tame) {
                continue;
            }
            for (RationalFunction c : firstTerms(polynomial, edge)) {
                SeriesPolynomial next = polynomial.shifted(edge.p(), edge.q(), c);
                PartialSeries longer = partial.with(edge.p(), edge.q(), c, polynomial.field());
                if (next.degree() >= 1 && !next.coefficient(1, 0).isZero()) {
                    found.add(continued(next, longer));
                } else if (depth < DEEPEST) {
                    expand(next, longer, depth + 1);
                }
            }
        }
    }

    /** On the edge, terms balance where x ~ t^(p/q), p and q without common factor, q positive. */
    private record Edge(int from, int to, int p, int q) {}

    /** Of the lower convex hull of the points (j, order of the coefficient of x^j). */
    private static List<Edge> edges(SeriesPolynomial polynomial) {
        List<Edge> edges = new ArrayList<>();
        int from = 0;
        while (from <= polynomial.degree() && !polynomial.has(from)) {
            from++;
        }
        while (from < polynomial.degree()) {
            Optional<Edge> steepest = Optional.empty();
            for (int to = from + 1; to <= polynomial.degree(); to++) {
                if (polynomial.has(to)) {
                    Edge edge = edge(polynomial, from, to);
                    boolean lower = steepest.isEmpty()
                            || (long) edge.p() * steepest.get().q()
                                    >= (long) steepest.get().p() * edge.q();
                    steepest = lower ? Optional.of(edge) : steepest;
                }
            }
            if (steepest.isEmpty()) {
                break;
            }
            edges.add(steepest.get());
            from = steepest.get().to();
        }
        return edges;
    }

    private static Edge edge(SeriesPolynomial polynomial, int from, int to) {
        int drop = polynomial.order(from) - polynomial.order(to);
        int common = Math.max(1, gcd(Math.abs(drop), to - from));
        return new Edge(from, to, drop / common, (to - from) / common);
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    /** The coefficients c of {@code x = c t^(p/q)} at which the terms on the edge cancel, in closed form. */
    private List<RationalFunction> firstTerms(SeriesPolynomial polynomial, Edge edge) {
        FunctionField field = polynomial.field();
        // The unknown itself is no longer in the coefficients: its symbol is free to stand for c.
        RationalFunction c = field.of(unknown);
        RationalFunction sum = field.zero();
        int level = polynomial.order(edge.from()) * edge.q() + edge.from() * edge.p();
        for (int j = edge.from(); j <= edge.to(); j++) {
            boolean on = polynomial.has(j) && polynomial.order(j) * edge.q() + j * edge.p() == level;
            if (on) {
                RationalFunction a = polynomial.coefficient(j, polynomial.order(j));
                sum = sum.plus(a.times(c.power(j - edge.from())));
            }
        }
        PolynomialEquation equation = new PolynomialEquation(sum.numerator(), unknown);
        List<RationalFunction> roots = new ArrayList<>();
        for (Polynomial factor : equation.factors()) {
            equation.roots(factor).stream()
                    .filter(root -> !root.isZero() && !roots.contains(root))
                    .forEach(roots::add);
        }
        return roots;
    }

    /** A simple solution, coefficient by coefficient. */
    private PuiseuxSeries continued(SeriesPolynomial polynomial, PartialSeries partial) {
        List<RationalFunction> further =
                new ArrayList<>(List.of(polynomial.field().zero()));
        List<RationalFunction> all = new ArrayList<>(partial.coefficients());
        RationalFunction slope = polynomial.coefficient(1, 0);
        int highest = Math.min(order * partial.ramification(), partial.first() + MOST_COEFFICIENTS);
        for (int k = 1; partial.first() + all.size() <= highest; k++) {
            RationalFunction next =
                    polynomial.coefficientAt(further, k).over(slope).negate();
            further.add(next);
            all.add(next);
        }
        return new PuiseuxSeries(small, partial.first(), partial.ramification(), all);
    }
}
