package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.List;

/** Roots without repetition: one of each set of symmetric images and of each continuous family. */
final class Roots {
    private static final double SAME = 1e-7;
    private static final double NEAR = 1e-3;
    private static final int LARGEST_COUNT = 200;

    private final SystemAt system;
    private final Symmetries symmetries;
    private final StabilityAnalysis analysis;
    private final Newton newton;
    private final List<Root> roots = new ArrayList<>();

    /** A root with its symmetric images (itself first) and what its eigenvalues say. */
    record Root(double[] state, List<double[]> images, StabilityAnalysis.Verdict verdict) {}

    Roots(SystemAt system, Symmetries symmetries, StabilityAnalysis analysis, Newton newton) {
        this.system = system;
        this.symmetries = symmetries;
        this.analysis = analysis;
        this.newton = newton;
    }

    List<Root> all() {
        return List.copyOf(roots);
    }

    int size() {
        return roots.size();
    }

    /** False if the root, an image of it or its family is known, or there is no room for more. */
    boolean add(double[] state) {
        if (roots.size() >= LARGEST_COUNT || roots.stream().anyMatch(known -> image(known, state))) {
            return false;
        }
        StabilityAnalysis.Verdict verdict = analysis.of(state);
        if (verdict.neutralModes() > 0 && roots.stream().anyMatch(known -> family(known, state, verdict))) {
            return false;
        }
        List<double[]> images = symmetries.orbit(state);
        double[] shown = images.stream().reduce(state, Roots::larger);
        roots.add(new Root(shown, images, verdict));
        return true;
    }

    private boolean image(Root known, double[] state) {
        double size = 1 + Vector.maxNorm(state);
        for (double[] image : known.images()) {
            double distance = Vector.distance(image, state);
            if (distance <= SAME * size || distance <= NEAR * size && flatBetween(image, state)) {
                return true;
            }
        }
        return false;
    }

    /** At a bifurcation Newton's method stops short of a multiple root, where the rates are zero all the way. */
    private boolean flatBetween(double[] one, double[] other) {
        double[] middle = one.clone();
        for (int i = 0; i < middle.length; i++) {
            middle[i] = (one[i] + other[i]) / 2;
        }
        return system.rates(middle, new double[middle.length]) <= Newton.RESIDUAL;
    }

    private boolean family(Root known, double[] state, StabilityAnalysis.Verdict verdict) {
        return known.verdict().neutralModes() == verdict.neutralModes()
                && (Spectrum.same(known.verdict().eigenvalues(), verdict.eigenvalues())
                        || known.images().stream().limit(8).anyMatch(image -> connected(image, state)));
    }

    /** Whether roots near the chord lead from one to the other in short steps. */
    private boolean connected(double[] from, double[] to) {
        int pieces = 8;
        double length = Vector.distance(from, to);
        double[] last = from;
        for (int i = 1; i < pieces; i++) {
            double[] chord = from.clone();
            for (int j = 0; j < chord.length; j++) {
                chord[j] += (to[j] - from[j]) * i / pieces;
            }
            double[] next = newton.from(chord).orElse(new double[0]);
            if (next.length == 0
                    || Vector.distance(next, chord) > length / 4
                    || Vector.distance(next, last) > 3 * length / pieces
                    || Vector.distance(next, last) < length / pieces / 10) {
                return false;
            }
            last = next;
        }
        return Vector.distance(last, to) <= 3 * length / pieces;
    }

    private static double[] larger(double[] one, double[] other) {
        double tolerance = 1e-9 * (1 + Vector.maxNorm(one));
        for (int i = 0; i < one.length; i++) {
            if (Math.abs(one[i] - other[i]) > tolerance) {
                return one[i] > other[i] ? one : other;
            }
        }
        return one;
    }
}
