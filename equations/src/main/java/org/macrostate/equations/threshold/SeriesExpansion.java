package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.macrostate.equations.symbolic.NewtonPuiseux;
import org.macrostate.equations.symbolic.Polynomial;
import org.macrostate.equations.symbolic.PuiseuxSeries;
import org.macrostate.equations.symbolic.RealRoots;
import org.macrostate.equations.symbolic.ShortestForm;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Symbol;

/** Boundaries as series in a small parameter, each compared with exact roots and eigenvalues at random points. */
final class SeriesExpansion {
    private static final int LONGEST_SHOWN = 160;
    private static final int MOST_TRIED = 1000;
    private static final double STEP = 0.1;
    private static final int STEPS = 6;
    private static final double NEAR = 1e-3;
    private static final double ROUNDING = 1e-11;
    private static final double SLACK = 5;
    private static final double START = 1e-4;
    private static final int STAIRS = 80;
    private static final double CLEARLY = 0.3;

    private final BoundaryCheck check;
    private final ParameterPoints parameters;
    private final Symbol solved;
    private final SeriesOrder order;
    private final Symbol small;

    SeriesExpansion(BoundaryCheck check, ParameterPoints parameters, Symbol solved, SeriesOrder order) {
        this.check = check;
        this.parameters = parameters;
        this.solved = solved;
        this.order = order;
        this.small = parameters.symbol(order.parameter());
    }

    /** Boundaries, and what was left out and why. */
    record Found(List<StabilityBoundary> boundaries, List<String> notes) {}

    Symbol small() {
        return small;
    }

    /** The roots of an irreducible polynomial that are boundaries, expanded. */
    Found of(Polynomial factor, StabilityBoundary.Event event) {
        List<StabilityBoundary> boundaries = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        List<PuiseuxSeries> branches;
        try {
            branches = NewtonPuiseux.of(factor, solved, small, order.order());
        } catch (ArithmeticException tooDegenerate) {
            return new Found(List.of(), List.of("no series in " + order.parameter() + " was found"));
        }
        for (PuiseuxSeries branch : branches) {
            // A root at which nothing crosses, as at a neutral saddle, is no boundary.
            BoundaryCheck.Verdict verdict = verdict(factor, branch);
            if (verdict.failed() > 0 && verdict.leading() > 0) {
                notes.add(leftOut(branch, verdict));
            } else if (verdict.leading() > 0) {
                boundaries.add(boundary(factor, branch, event, verdict));
            }
        }
        return new Found(boundaries, notes);
    }

    private String leftOut(PuiseuxSeries branch, BoundaryCheck.Verdict verdict) {
        String name = ParameterPoints.label(solved);
        String form = ExpressionText.of(branch.expression());
        String root = form.length() <= LONGEST_SHOWN ? name + " = " + form + " + …" : "one more series for " + name;
        return root + " (small " + order.parameter()
                + ") solves the condition but is not listed as a boundary: only at "
                + (verdict.checked() - verdict.failed()) + " of " + verdict.checked()
                + " random parameter points does an eigenvalue pass zero along it";
    }

    private StabilityBoundary boundary(
            Polynomial factor, PuiseuxSeries branch, StabilityBoundary.Event event, BoundaryCheck.Verdict verdict) {
        double value = tracked(factor, branch).orElse(Double.NaN);
        boolean inside = parameters.contains(solved, value);
        int root = 1 + RealRoots.of(factor, solved, parameters.current()).indexOf(value);
        return new StabilityBoundary(
                ParameterPoints.label(solved),
                Optional.empty(),
                inside ? value : Double.NaN,
                StabilityBoundary.Kind.SERIES,
                ShortestForm.of(factor),
                event,
                false,
                verdict.checked(),
                verdict.leading(),
                inside ? root : 0,
                Optional.of(new BoundarySeries(
                        order.parameter(), order.order(), branch.expression(), branch.omitted(), verdict.checked())));
    }

    private BoundaryCheck.Verdict verdict(Polynomial factor, PuiseuxSeries branch) {
        Random random = new Random(7_919);
        int checked = 0;
        int failed = 0;
        int leading = 0;
        for (int tried = 0; tried < MOST_TRIED && checked < BoundaryCheck.POINTS; tried++) {
            Map<Symbol, Double> point = parameters.random(random);
            double far = branch.at(point);
            if (Double.isNaN(far) || !parameters.contains(solved, nearby(branch, point, START))) {
                continue;
            }
            checked++;
            Optional<Map<Symbol, Double>> converged = converged(factor, branch, point);
            BoundaryCheck.Crossing crossing = converged
                    .map(p -> check.at(p, nearest(factor, p, branch.at(p))))
                    .orElse(BoundaryCheck.Crossing.NONE);
            failed += crossing == BoundaryCheck.Crossing.NONE ? 1 : 0;
            leading += crossing == BoundaryCheck.Crossing.LEADING ? 1 : 0;
        }
        return new BoundaryCheck.Verdict(checked, failed, leading);
    }

    private double nearby(PuiseuxSeries branch, Map<Symbol, Double> point, double scale) {
        return branch.at(smaller(point, scale));
    }

    private Map<Symbol, Double> smaller(Map<Symbol, Double> point, double scale) {
        Map<Symbol, Double> smaller = new HashMap<>(point);
        smaller.put(small, point.getOrDefault(small, 0.0) * scale);
        return smaller;
    }

    /** A point with a small parameter at which the error shrinks as the first omitted power does; empty if it does not. */
    private Optional<Map<Symbol, Double>> converged(
            Polynomial factor, PuiseuxSeries branch, Map<Symbol, Double> point) {
        double power = branch.omitted() - (double) branch.first() / branch.ramification();
        double last = Double.NaN;
        double scale = 1;
        for (int step = 0; step < STEPS; step++, scale *= STEP) {
            Map<Symbol, Double> smaller = smaller(point, scale);
            double error = error(factor, branch, smaller);
            if (last <= NEAR && error <= SLACK * last * Math.pow(STEP, power) + ROUNDING) {
                return Optional.of(smaller);
            }
            last = error;
        }
        return Optional.empty();
    }

    /** Relative to the root. */
    private double error(Polynomial factor, PuiseuxSeries branch, Map<Symbol, Double> point) {
        double sum = branch.at(point);
        double root = nearest(factor, point, sum);
        return Math.abs(sum - root) / Math.abs(root);
    }

    private double nearest(Polynomial factor, Map<Symbol, Double> point, double value) {
        return RealRoots.of(factor, solved, point).stream()
                .min(Comparator.comparingDouble(root -> Math.abs(root - value)))
                .orElse(Double.NaN);
    }

    /** The root that the series begins, followed up to the current parameters; empty where two come too close to tell. */
    private Optional<Double> tracked(Polynomial factor, PuiseuxSeries branch) {
        double predicted = nearby(branch, parameters.current(), START);
        double last = Double.NaN;
        for (int stair = 0; stair <= STAIRS; stair++) {
            double scale = Math.pow(START, 1 - (double) stair / STAIRS);
            double expected = predicted;
            List<Double> roots = RealRoots.of(factor, solved, smaller(parameters.current(), scale)).stream()
                    .sorted(Comparator.comparingDouble(root -> Math.abs(root - expected)))
                    .toList();
            boolean clear = roots.size() == 1
                    || roots.size() > 1
                            && Math.abs(roots.get(0) - expected) <= CLEARLY * Math.abs(roots.get(1) - expected);
            if (!clear) {
                return Optional.empty();
            }
            double root = roots.get(0);
            predicted = Double.isNaN(last) ? root : root * root / last;
            last = root;
        }
        return Optional.of(last);
    }
}
