package org.macrostate.solvers.fixedpoint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.homotopy.PolynomialHomotopy;
import org.macrostate.solvers.homotopy.PolynomialSolutions;
import org.macrostate.solvers.homotopy.PolynomialSolutions.Solution;
import org.macrostate.solvers.kernel.StateUnits;

/** Roots of rates that are quotients of polynomials, by a homotopy that follows as many paths as the numerators' degrees say. */
final class HomotopyRoots {
    private static final Duration TIME = Duration.ofSeconds(60);

    /** Of more paths nobody asks for so many. */
    private static final long MOST_SAID = 1_000_000;

    private static final double VANISHING = 1e-7;
    private static final double DOUBTFUL = 1e-6;

    private final SystemAt system;
    private final RationalRates rates;
    private final StateUnits units;
    private final int n;

    private HomotopyRoots(SystemAt system, RationalRates rates) {
        this.system = system;
        this.rates = rates;
        this.units = system.system().units();
        this.n = system.length();
    }

    /** Empty where rates are no quotients of polynomials. */
    static Optional<CountedRoots> of(SystemAt system, PathLimit limit) {
        return RationalRates.of(system.system().bound().rightHandSide(), system.parameters(), system.length())
                .map(rates -> new HomotopyRoots(system, rates).counted(limit));
    }

    private CountedRoots counted(PathLimit paths) {
        List<Map<List<Integer>, BigFraction>> polynomials = polynomials();
        long count = PolynomialHomotopy.paths(polynomials);
        if (count == 0) {
            return CountedRoots.NONE;
        }
        if (count > paths.most()) {
            return count > MOST_SAID || !paths.isAsked()
                    ? CountedRoots.NONE
                    : noted("the solutions of the equations were not counted, as that takes " + count
                            + " paths of a homotopy and " + paths.most()
                            + " are followed unless --max-paths says so: that"
                            + " none is missing is not known");
        }
        TimeLimit limit = new TimeLimit(TIME);
        return limit.attempt(
                        "every path",
                        () -> paths.isAsked()
                                ? Optional.of(PolynomialHomotopy.solve(polynomials))
                                : PolynomialHomotopy.solveIfRegular(polynomials))
                .map(found -> found.map(this::counted).orElse(CountedRoots.NONE))
                .orElseGet(() -> noted("the solutions of the equations were not counted, as following " + count
                        + " paths takes more than " + limit.words()
                        + " of processor time: that none is missing is not known"));
    }

    private static CountedRoots noted(String note) {
        return new CountedRoots(-1, false, false, List.of(), List.of(note));
    }

    private CountedRoots counted(PolynomialSolutions found) {
        List<String> notes = new ArrayList<>();
        List<Solution> solutions =
                found.solutions().stream().filter(one -> !isPole(one)).toList();
        int inFamilies = found.families().stream()
                .filter(one -> !isPole(one))
                .mapToInt(Solution::multiplicity)
                .sum();
        boolean known = found.unknown() == 0;
        if (inFamilies > 0) {
            notes.add("the equations have continuous families of solutions, of which one member each is shown where the"
                    + " search met them" + (known ? "; isolated solutions beside these are all found" : ""));
        }
        if (!known) {
            notes.add("of " + found.paths() + " paths that lead to all solutions of the equations " + found.unknown()
                    + " were lost: that none is missing is not known");
        }
        boolean doubtful = solutions.stream()
                .anyMatch(one -> !one.isReal() && one.multiplicity() == 1 && one.farthestFromReal() < DOUBTFUL);
        boolean isolated = known && inFamilies == 0;
        return new CountedRoots(
                isolated ? solutions.stream().mapToInt(Solution::multiplicity).sum() : -1,
                isolated && !doubtful,
                isolated,
                solutions.stream()
                        .filter(Solution::isReal)
                        .map(one -> new CountedRoots.CountedRoot(one.re(), one.multiplicity()))
                        .toList(),
                notes);
    }

    /**
     * As many equations as unknowns, in units in which numbers are ordinary: what totals are stands in the place of a rate that
     * vanishes with the others.
     */
    private List<Map<List<Integer>, BigFraction>> polynomials() {
        ConservedTotals totals = system.totals().unscaled(units);
        TreeSet<Integer> replaced = new TreeSet<>();
        List<Map<List<Integer>, BigFraction>> polynomials = new ArrayList<>();
        for (int k = 0; k < totals.count(); k++) {
            replaced.add(own(totals, k));
            Map<List<Integer>, BigFraction> total = new HashMap<>();
            for (int i = 0; i < n; i++) {
                if (totals.rows().get(k)[i] != 0) {
                    List<Integer> exponents = new ArrayList<>(Collections.nCopies(n, 0));
                    exponents.set(i, 1);
                    total.put(
                            List.copyOf(exponents),
                            RationalRates.quotient(totals.rows().get(k)[i]));
                }
            }
            total.putAll(
                    RationalRates.number(RationalRates.fraction(-totals.values().get(k)), n));
            polynomials.add(scaled(total));
        }
        for (int i = 0; i < n; i++) {
            if (!replaced.contains(i)) {
                polynomials.add(scaled(rates.numerators().get(i)));
            }
        }
        return polynomials;
    }

    /** The element that only this total has. */
    private int own(ConservedTotals totals, int k) {
        for (int i = 0; i < n; i++) {
            boolean alone = totals.rows().get(k)[i] != 0;
            for (int other = 0; other < totals.count(); other++) {
                alone &= other == k || totals.rows().get(other)[i] == 0;
            }
            if (alone) {
                return i;
            }
        }
        throw new IllegalStateException("total " + k + " has no element of its own");
    }

    private Map<List<Integer>, BigFraction> scaled(Map<List<Integer>, BigFraction> polynomial) {
        if (units.isOne()) {
            return polynomial;
        }
        Map<List<Integer>, BigFraction> scaled = new HashMap<>();
        polynomial.forEach((exponents, value) -> {
            BigFraction coefficient = value;
            for (int i = 0; i < n; i++) {
                coefficient = coefficient.multiply(new BigFraction(units.of()[i]).pow(exponents.get(i)));
            }
            scaled.put(exponents, coefficient);
        });
        return scaled;
    }

    /** Whether a denominator vanishes, so that the zero of the numerators is no root. */
    private boolean isPole(Solution one) {
        return rates.denominators().stream()
                .filter(below -> RationalRates.degree(below) > 0)
                .map(this::scaled)
                .anyMatch(below -> one.relativeSize(below) <= VANISHING);
    }
}
