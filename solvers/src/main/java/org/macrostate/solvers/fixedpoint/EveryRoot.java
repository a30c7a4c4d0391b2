package org.macrostate.solvers.fixedpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.complex.Complex;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.symbolic.QuotientRing;
import org.macrostate.solvers.kernel.StateUnits;
import org.macrostate.solvers.nonlinear.InverseIteration;
import org.macrostate.solvers.nonlinear.Spectrum;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Every root of rates that are quotients of polynomials in few unknowns: eigenvalues and eigenvectors of multiplication
 * in the quotient ring of a Gröbner basis (Cox, Little and O'Shea, Using Algebraic Geometry, section 2.4).
 *
 * @param complex roots, counted with multiplicity, real ones included
 * @param told whether real roots could be told from others
 * @param real roots, nearly
 */
record EveryRoot(int complex, boolean told, List<double[]> real) {
    private static final int MOST_UNKNOWNS = 6;
    private static final int MOST_SOLUTIONS = 150;
    private static final long MOST_BY_DEGREE = 400;
    private static final Duration TIME = Duration.ofSeconds(15);
    private static final double REAL = 1e-8;
    private static final double DOUBTFUL = 1e-4;
    private static final double APART = 1e-6;

    /**
     * What became of the attempt to find every root.
     *
     * @param roots empty where the rates are no quotients of polynomials in few unknowns or have infinitely many roots
     * @param over why there are none, if only the time was over
     */
    record Attempt(Optional<EveryRoot> roots, Optional<String> over) {
        static final Attempt NONE = new Attempt(Optional.empty(), Optional.empty());
    }

    /** By the processor's time, so that the same question gets the same answer on a machine that is busy. */
    static Attempt of(SystemAt system) {
        return of(system, new TimeLimit(TIME));
    }

    static Attempt of(SystemAt system, TimeLimit limit) {
        if (system.length() > MOST_UNKNOWNS) {
            return Attempt.NONE;
        }
        Optional<Optional<EveryRoot>> made = limit.attempt("every root", () -> within(system));
        return new Attempt(
                made.flatMap(roots -> roots),
                made.isPresent()
                        ? Optional.empty()
                        : Optional.of("the solutions of the equations were not counted, as this takes more than "
                                + limit.words() + " of processor time: that none is missing is not known"));
    }

    private static Optional<EveryRoot> within(SystemAt system) {
        int n = system.length();
        Program program = system.system().bound().rightHandSide();
        StateUnits units = system.system().units();
        return RationalRates.of(program, system.parameters(), n)
                .map(rates -> equations(rates, system.totals().unscaled(units), n))
                .filter(equations -> degrees(equations) <= MOST_BY_DEGREE)
                .flatMap(equations -> QuotientRing.of(equations, unknowns(equations, n), MOST_SOLUTIONS))
                .map(ring -> roots(ring, n))
                .map(all -> new EveryRoot(
                        all.complex(),
                        all.told(),
                        all.real().stream().map(units::scaled).toList()));
    }

    private static int unknowns(List<Map<List<Integer>, BigFraction>> equations, int n) {
        return equations.stream()
                .flatMap(e -> e.keySet().stream())
                .mapToInt(List::size)
                .max()
                .orElse(n);
    }

    private static long degrees(List<Map<List<Integer>, BigFraction>> equations) {
        long product = 1;
        for (Map<List<Integer>, BigFraction> equation : equations) {
            product *= Math.max(1, RationalRates.degree(equation));
            if (product > MOST_BY_DEGREE) {
                return product;
            }
        }
        return product;
    }

    /** Numerators, what totals are, and w · denominator = 1, by which a root of a denominator is none. */
    private static List<Map<List<Integer>, BigFraction>> equations(RationalRates rates, ConservedTotals totals, int n) {
        List<Map<List<Integer>, BigFraction>> equations = new ArrayList<>(rates.numerators());
        for (int k = 0; k < totals.count(); k++) {
            Map<List<Integer>, BigFraction> total = new HashMap<>();
            for (int i = 0; i < n; i++) {
                double coefficient = totals.rows().get(k)[i];
                if (coefficient != 0) {
                    List<Integer> exponents = new ArrayList<>(java.util.Collections.nCopies(n, 0));
                    exponents.set(i, 1);
                    total.put(List.copyOf(exponents), RationalRates.quotient(coefficient));
                }
            }
            total.putAll(
                    RationalRates.number(RationalRates.fraction(-totals.values().get(k)), n));
            equations.add(total);
        }
        if (rates.denominator().isEmpty()) {
            return equations;
        }
        List<Map<List<Integer>, BigFraction>> more = new ArrayList<>();
        equations.forEach(equation -> more.add(extended(equation, 0)));
        Map<List<Integer>, BigFraction> inverse =
                new HashMap<>(extended(rates.denominator().get(), 1));
        inverse.put(java.util.Collections.nCopies(n + 1, 0), BigFraction.MINUS_ONE);
        more.add(inverse);
        return more;
    }

    private static Map<List<Integer>, BigFraction> extended(Map<List<Integer>, BigFraction> polynomial, int power) {
        Map<List<Integer>, BigFraction> extended = new HashMap<>();
        polynomial.forEach((exponents, value) -> {
            List<Integer> longer = new ArrayList<>(exponents);
            longer.add(power);
            extended.put(List.copyOf(longer), value);
        });
        return extended;
    }

    /** From eigenvectors of the transposed multiplication by a sum of all unknowns, which tells roots apart. */
    private static EveryRoot roots(QuotientRing ring, int n) {
        int d = ring.dimension();
        double[] sum = new double[d * d];
        for (int k = 0; k < ring.multiplications().size(); k++) {
            double[] one = ring.multiplications().get(k);
            sum = Vector.moved(sum, (0.6 + 0.3 * Math.sin(2.0 + 3 * k)) / (1 + Vector.maxNorm(one)), one);
        }
        double[] transposed = Vector.transposed(sum, d);
        List<Complex> values = Spectrum.of(transposed, d);
        double size = values.stream().mapToDouble(Complex::norm).max().orElse(0);
        List<double[]> real = new ArrayList<>();
        boolean told = true;
        for (int i = 0; i < d; i++) {
            Complex value = values.get(i);
            double imaginary = Math.abs(value.getImaginaryPart());
            double distance = Double.POSITIVE_INFINITY;
            for (int j = 0; j < d; j++) {
                distance = i == j
                        ? distance
                        : Math.min(distance, values.get(j).subtract(value).norm());
            }
            boolean undecided = imaginary > REAL * size && imaginary < DOUBTFUL * size;
            if (Double.isNaN(imaginary)) {
                return new EveryRoot(d, false, List.of());
            }
            told &= !undecided && distance > APART * size;
            if (imaginary < DOUBTFUL * size) {
                real.add(root(ring, InverseIteration.direction(transposed, d, value, i), n));
            }
        }
        return new EveryRoot(d, told, real);
    }

    /** The values of all basis monomials at a root, of which the first is 1, are an eigenvector. */
    private static double[] root(QuotientRing ring, double[] monomials, int n) {
        double[] root = new double[n];
        for (int k = 0; k < n; k++) {
            root[k] = Vector.transposedTimes(ring.multiplications().get(k), monomials)[0] / monomials[0];
        }
        return root;
    }
}
