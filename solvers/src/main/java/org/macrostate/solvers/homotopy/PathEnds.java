package org.macrostate.solvers.homotopy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.macrostate.solvers.nonlinear.SingularVectors;
import org.macrostate.solvers.nonlinear.Vector;

/** Counts what paths ended at: points with the numbers of paths that came there. */
final class PathEnds {
    private static final double SAME = 1e-6;
    private static final double MOVE = 0.05;
    private static final int CORRECTIONS = 8;
    private static final double NULL = 1e-3;
    private static final double FIRST_NULL = 1e-5;
    private static final double ON_FAMILY = 1e-11;

    private final HomogeneousPolynomials f;
    private final int n;
    private final List<PathEnd> ends;
    private final int doubtful;

    /** @param doubtful how many have come to a solution that is another path's, or to none */
    PathEnds(HomogeneousPolynomials f, List<PathEnd> ends, int doubtful) {
        this.f = f;
        this.n = f.count();
        this.ends = ends;
        this.doubtful = doubtful;
    }

    PolynomialSolutions solutions() {
        List<PathEnd> singular = new ArrayList<>();
        List<PolynomialSolutions.Solution> found = new ArrayList<>();
        int atInfinity = 0;
        for (PathEnd end : ends) {
            if (!end.isLost() && end.isAtInfinity()) {
                atInfinity++;
            } else if (end.regular()) {
                found.add(solution(end.affine(), 1));
            } else if (!end.isLost()) {
                singular.add(end);
            }
        }
        List<PolynomialSolutions.Solution> families = new ArrayList<>();
        while (!singular.isEmpty()) {
            PathEnd first = singular.get(0);
            List<PathEnd> same =
                    singular.stream().filter(end -> end.apart(first) <= SAME).toList();
            singular.removeAll(same);
            double[] mean = new double[2 * n];
            for (PathEnd end : same) {
                mean = Vector.moved(mean, 1.0 / same.size(), end.affine());
            }
            if (same.size() == 1 || isInFamily(mean)) {
                families.add(solution(mean, same.size()));
            } else {
                found.add(solution(mean, same.size()));
            }
        }
        found.sort(Comparator.comparingInt(PolynomialSolutions.Solution::multiplicity));
        int alone = (int) found.stream()
                .filter(one -> !one.isReal())
                .filter(one -> found.stream().noneMatch(other -> isConjugate(one, other)))
                .count();
        return new PolynomialSolutions(ends.size(), found, atInfinity, families, doubtful + alone);
    }

    private static PolynomialSolutions.Solution solution(double[] z, int multiplicity) {
        double[] re = new double[z.length / 2];
        double[] im = new double[z.length / 2];
        for (int i = 0; i < re.length; i++) {
            re[i] = z[2 * i];
            im[i] = z[2 * i + 1];
        }
        return new PolynomialSolutions.Solution(re, im, multiplicity);
    }

    /** Equations with real coefficients have solutions in pairs: of one that is alone, the other was missed. */
    private static boolean isConjugate(PolynomialSolutions.Solution one, PolynomialSolutions.Solution other) {
        double size = 1 + Vector.maxNorm(one.re()) + Vector.maxNorm(one.im());
        return one.multiplicity() == other.multiplicity()
                && Vector.distance(one.re(), other.re()) <= SAME * size
                && Vector.norm(Vector.moved(one.im(), 1, other.im())) <= SAME * size;
    }

    /** Whether there are solutions a little beside a singular one: Gauss–Newton across the null directions reaches one. */
    private boolean isInFamily(double[] z) {
        double size = MOVE * (1 + Vector.maxNorm(z));
        SingularVectors modes = new SingularVectors(jacobian(z), 2 * n);
        double largest = modes.modes().get(0).value();
        int nulls = (int) modes.modes().stream()
                .filter(mode -> !(mode.value() > FIRST_NULL * largest))
                .count();
        for (double[] direction : modes.lastRight(nulls)) {
            double[] y = Vector.moved(z, size, direction);
            for (int i = 0; i < CORRECTIONS; i++) {
                y = Vector.moved(y, -1, step(y));
            }
            boolean moved = Vector.distance(y, z) > size / 4 && Vector.distance(y, z) < 4 * size;
            if (moved && Vector.maxNorm(values(y)) <= ON_FAMILY * (1 + largest)) {
                return true;
            }
        }
        return false;
    }

    /** J⁺ F without directions in which J is nearly singular. */
    private double[] step(double[] z) {
        double[] values = values(z);
        double[] sum = new double[2 * n];
        var modes = new SingularVectors(jacobian(z), 2 * n).modes();
        for (var mode : modes) {
            if (mode.value() > NULL * modes.get(0).value()) {
                sum = Vector.moved(sum, Vector.dot(mode.left(), values) / mode.value(), mode.right());
            }
        }
        return sum;
    }

    private double[] homogeneous(double[] z) {
        double[] x = new double[2 * (n + 1)];
        x[0] = 1;
        System.arraycopy(z, 0, x, 2, z.length);
        return x;
    }

    private double[] values(double[] z) {
        double[] values = new double[2 * n];
        f.at(homogeneous(z), values, new double[2 * n * (n + 1)]);
        return values;
    }

    /** As a real matrix, 2n·2n, of real and imaginary parts in turn. */
    private double[] jacobian(double[] z) {
        double[] complex = new double[2 * n * (n + 1)];
        f.at(homogeneous(z), new double[2 * n], complex);
        double[] real = new double[4 * n * n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double re = complex[2 * (i * (n + 1) + k + 1)];
                double im = complex[2 * (i * (n + 1) + k + 1) + 1];
                real[2 * i * 2 * n + 2 * k] = re;
                real[2 * i * 2 * n + 2 * k + 1] = -im;
                real[(2 * i + 1) * 2 * n + 2 * k] = im;
                real[(2 * i + 1) * 2 * n + 2 * k + 1] = re;
            }
        }
        return real;
    }
}
