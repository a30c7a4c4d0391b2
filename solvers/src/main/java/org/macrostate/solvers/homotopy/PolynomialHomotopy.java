package org.macrostate.solvers.homotopy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.TimeLimit;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * All isolated solutions of n polynomial equations in n unknowns, by as many paths as the product of their degrees (Bezout's number; A.
 * J. Sommese and C. W. Wampler, The Numerical Solution of Systems of Polynomials, 2005, chapter 8). Paths are followed in projective
 * space, so that those which run to infinity end there; singular ends are found by Cauchy's integral. Where two paths come to one
 * regular solution, one of them has jumped, and both are followed again in shorter steps.
 */
public final class PolynomialHomotopy {
    private static final long SEED = 20_241_107;
    private static final double[] FARTHEST = {3e-3, 1e-4, 3e-6};
    private static final double ENDGAME = 0.05;
    private static final int TO_END = 60;
    private static final double REGULAR = 1e-6;
    private static final double SAME_REGULAR = 1e-8;

    /** Paths that are tried first, and what part of them must be regular. */
    private static final int SAMPLE = 24;

    private static final int SINGULAR = 3;

    private final HomogeneousPolynomials f;
    private final int n;
    private final int paths;
    private final double[] gamma;
    private final double[] patch;

    private PolynomialHomotopy(List<Map<List<Integer>, BigFraction>> polynomials) {
        this.f = new HomogeneousPolynomials(polynomials);
        this.n = f.count();
        this.paths = Math.toIntExact(paths(polynomials));
        SplittableRandom random = new SplittableRandom(SEED);
        this.gamma = unit(random);
        this.patch = new double[2 * (n + 1)];
        for (int k = 0; k <= n; k++) {
            System.arraycopy(unit(random), 0, patch, 2 * k, 2);
        }
    }

    private static double[] unit(SplittableRandom random) {
        double angle = 2 * Math.PI * random.nextDouble();
        return new double[] {Math.cos(angle), Math.sin(angle)};
    }

    /** The product of the degrees, zero if a polynomial is constant; {@code Long.MAX_VALUE} if that is larger. */
    public static long paths(List<Map<List<Integer>, BigFraction>> polynomials) {
        long product = 1;
        for (Map<List<Integer>, BigFraction> polynomial : polynomials) {
            int degree = polynomial.keySet().stream()
                    .mapToInt(HomogeneousPolynomials::degree)
                    .max()
                    .orElse(0);
            product = product > Long.MAX_VALUE / Math.max(1, degree) ? Long.MAX_VALUE : product * degree;
        }
        return product;
    }

    /**
     * Follows all paths.
     *
     * @param polynomials n, each with the coefficients by exponents of n unknowns; none is constant
     */
    public static PolynomialSolutions solve(List<Map<List<Integer>, BigFraction>> polynomials) {
        return new PolynomialHomotopy(polynomials).solved();
    }

    /**
     * The same where that is worth it: empty if of some paths, spread over all, few lead to regular solutions, as of equations most
     * of whose solutions are at infinity, where paths are slow and easily lost; and if a path is lost.
     */
    public static Optional<PolynomialSolutions> solveIfRegular(List<Map<List<Integer>, BigFraction>> polynomials) {
        PolynomialHomotopy homotopy = new PolynomialHomotopy(polynomials);
        return homotopy.isMostlySingular()
                ? Optional.empty()
                : Optional.of(homotopy.solved()).filter(found -> found.unknown() == 0);
    }

    private boolean isMostlySingular() {
        if (paths <= 2 * SAMPLE) {
            return false;
        }
        PathTracker tracker = new PathTracker(f, gamma, patch, FARTHEST[0]);
        int regular = 0;
        for (int i = 0; i < SAMPLE; i++) {
            TimeLimit.check();
            regular += end(tracker, (int) ((long) paths * i / SAMPLE)).regular() ? 1 : 0;
        }
        return SINGULAR * regular < SAMPLE;
    }

    private PolynomialSolutions solved() {
        PathEnd[] ends = new PathEnd[paths];
        List<Integer> left = new ArrayList<>();
        for (int path = 0; path < paths; path++) {
            left.add(path);
        }
        for (double farthest : FARTHEST) {
            PathTracker tracker = new PathTracker(f, gamma, patch, farthest);
            for (int path : left) {
                TimeLimit.check();
                ends[path] = end(tracker, path);
            }
            left = doubtful(ends);
            if (left.isEmpty()) {
                break;
            }
        }
        return new PathEnds(f, List.of(ends), left.size()).solutions();
    }

    /** Lost paths, and those that came to the same regular solution. */
    private static List<Integer> doubtful(PathEnd[] ends) {
        boolean[] again = new boolean[ends.length];
        for (int i = 0; i < ends.length; i++) {
            again[i] |= ends[i].isLost();
            for (int j = 0; j < i && ends[i].regular(); j++) {
                if (ends[j].regular() && ends[i].apart(ends[j]) <= SAME_REGULAR) {
                    again[i] = true;
                    again[j] = true;
                }
            }
        }
        List<Integer> paths = new ArrayList<>();
        for (int i = 0; i < again.length; i++) {
            if (again[i]) {
                paths.add(i);
            }
        }
        return paths;
    }

    private PathEnd end(PathTracker tracker, int path) {
        double[] x = start(path);
        tracker.normalise(x);
        if (!tracker.track(x, 1, 0, ENDGAME, 0, Integer.MAX_VALUE)) {
            return PathEnd.LOST;
        }
        double[] direct = x.clone();
        if (tracker.track(direct, ENDGAME, 0, 0, 0, TO_END)
                && tracker.corrected(direct, 0, 0) < Double.POSITIVE_INFINITY
                && tracker.condition() > REGULAR) {
            return PathEnd.of(direct, true);
        }
        Optional<CauchyEndgame.End> end = new CauchyEndgame(tracker).of(x, ENDGAME);
        return end.map(found -> PathEnd.of(found.x(), false))
                .filter(found -> Double.isFinite(Vector.norm(found.x())))
                .orElse(PathEnd.LOST);
    }

    /** Roots of unity, one of each equation's. */
    private double[] start(int path) {
        double[] x = new double[2 * (n + 1)];
        x[0] = 1;
        int rest = path;
        for (int i = 0; i < n; i++) {
            int degree = f.degree(i);
            double angle = 2 * Math.PI * (rest % degree) / degree;
            x[2 * i + 2] = Math.cos(angle);
            x[2 * i + 3] = Math.sin(angle);
            rest /= degree;
        }
        return x;
    }
}
