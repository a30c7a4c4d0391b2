package org.macrostate.solvers.integrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.graph.StateSwitches;
import org.macrostate.solvers.kernel.Kernel;
import org.macrostate.solvers.kernel.SwitchKernels;
import org.macrostate.solvers.nonlinear.LuFactors;

/**
 * On which side of each surface a trajectory is, and along which it slides: where the rates on both sides lead to a surface,
 * the motion on it is their convex combination that stays on it.
 *
 * <p>A. F. Filippov, Differential Equations with Discontinuous Righthand Sides (Kluwer, 1988), section 4. For one thread.
 */
final class SwitchState {
    private static final double ROUNDING = 1e-12;

    private final SwitchKernels kernels;
    private final double[] parameters;
    private final int own;
    private final int[] side;
    private final List<Integer> sliding = new ArrayList<>();
    private final int n;
    private final double[] work;
    private final double[] argumentsOut;
    private final double[] twice;

    SwitchState(SwitchKernels kernels, double[] systemParameters, int n) {
        this.kernels = kernels;
        this.n = n;
        own = kernels.held().parameterLength() - kernels.count();
        parameters = Arrays.copyOf(systemParameters, Math.max(own, 0) + kernels.count());
        side = new int[kernels.count()];
        int scratch = Math.max(kernels.arguments().workLength(), kernels.sizes().workLength());
        work = new double[Math.max(scratch, kernels.along().workLength())];
        argumentsOut = new double[kernels.count()];
        twice = new double[2 * n];
    }

    Kernel kernel() {
        return kernels.held();
    }

    /** The system's parameters, then the values of the jumps as they are; changes with them. */
    double[] parameters() {
        return parameters;
    }

    Linearisation linearisation() {
        return new Linearisation() {
            @Override
            public Kernel jacobian() {
                return kernels.jacobian();
            }

            @Override
            public Kernel timeDerivative() {
                return kernels.timeDerivative();
            }
        };
    }

    boolean slides() {
        return !sliding.isEmpty();
    }

    /** Such as {@code x = 0 and y - 1 = 0}. */
    String surfaces() {
        return String.join(
                " and ", sliding.stream().map(kernels.surfaces()::get).toList());
    }

    String surface(int jump) {
        return kernels.surfaces().get(jump);
    }

    int count() {
        return side.length;
    }

    boolean slidesAlong(int jump) {
        return sliding.contains(jump);
    }

    /** The side a trajectory is on: -1, 1, or 0 where it rests on the surface. */
    int side(int jump) {
        return side[jump];
    }

    /** One value a jump; overwritten at the next call. */
    double[] arguments(double t, double[] y) {
        kernels.arguments().eval(t, y, parameters, argumentsOut, work);
        return argumentsOut;
    }

    private void place(int jump, int where) {
        StateSwitches.Values values = kernels.switches().values().get(jump);
        side[jump] = where;
        parameters[own + jump] = where < 0 ? values.below() : where > 0 ? values.above() : values.at();
    }

    /** How fast the arguments of all jumps change along these rates. */
    private double[] along(double t, double[] y, double[] rates) {
        System.arraycopy(y, 0, twice, 0, n);
        System.arraycopy(rates, 0, twice, n, n);
        double[] out = new double[kernels.count()];
        kernels.along().eval(t, twice, parameters, out, work);
        return out;
    }

    private double[] rates(double t, double[] y, double[] kernelWork) {
        double[] out = new double[n];
        kernels.held().eval(t, y, parameters, out, kernelWork);
        return out;
    }

    /** The sliding motion: {@code f0 + Σ λ_i (f_i − f0)}, f_i the rates with jump i above its surface and the others below. */
    void slidingRates(double t, double[] y, double[] out, double[] kernelWork) {
        Corners corners = corners(t, y, kernelWork);
        double[] shares = corners.shares();
        System.arraycopy(corners.base(), 0, out, 0, n);
        for (int i = 0; i < shares.length; i++) {
            double[] f = corners.flipped().get(i);
            for (int j = 0; j < n; j++) {
                out[j] += shares[i] * (f[j] - corners.base()[j]);
            }
        }
    }

    /** The part of each sliding surface's upper side in the motion; sliding ends where one leaves [0, 1]. */
    double[] shares(double t, double[] y, double[] kernelWork) {
        return corners(t, y, kernelWork).shares();
    }

    private record Corners(double[] base, List<double[]> flipped, double[] shares) {}

    private Corners corners(double t, double[] y, double[] kernelWork) {
        int k = sliding.size();
        sliding.forEach(jump -> place(jump, -1));
        double[] base = rates(t, y, kernelWork);
        double[] baseAlong = along(t, y, base);
        double[][] matrix = new double[k][k];
        double[] right = new double[k];
        List<double[]> flipped = new ArrayList<>();
        for (int j = 0; j < k; j++) {
            place(sliding.get(j), 1);
            double[] f = rates(t, y, kernelWork);
            double[] fAlong = along(t, y, f);
            place(sliding.get(j), -1);
            flipped.add(f);
            for (int i = 0; i < k; i++) {
                matrix[i][j] = fAlong[sliding.get(i)] - baseAlong[sliding.get(i)];
            }
        }
        for (int i = 0; i < k; i++) {
            right[i] = -baseAlong[sliding.get(i)];
        }
        return new Corners(base, flipped, solved(matrix, right));
    }

    private static double[] solved(double[][] matrix, double[] right) {
        if (right.length == 1) {
            return new double[] {right[0] / matrix[0][0]};
        }
        int n = right.length;
        double[] rows = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix[i], 0, rows, i * n, n);
        }
        LuFactors factors = new LuFactors(n);
        if (factors.factor(rows)) {
            return factors.solve(right);
        }
        double[] unknown = new double[n];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    /**
     * Finds the sides at a start, or anew after a break in time. On a surface is a state whose argument there is the rounding of
     * its terms: a variance of 10⁻¹² of a short vector is not zero.
     *
     * @return why the equations do not say how it goes on; empty if they do
     */
    Optional<String> begin(double t, double[] y, double[] kernelWork) {
        List<Integer> slid = List.copyOf(sliding);
        sliding.clear();
        double[] at = arguments(t, y).clone();
        double[] sizes = new double[at.length];
        kernels.sizes().eval(t, y, parameters, sizes, work);
        for (int i = 0; i < at.length; i++) {
            place(i, slid.contains(i) || Math.abs(at[i]) <= ROUNDING * sizes[i] ? 0 : at[i] > 0 ? 1 : -1);
        }
        for (int i = 0; i < at.length; i++) {
            if (side[i] == 0) {
                Optional<String> failed = resolve(i, t, y, kernelWork);
                if (failed.isPresent()) {
                    return failed;
                }
            }
        }
        return Optional.empty();
    }

    private static double scale(double[] y) {
        double largest = 1;
        for (double value : y) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /**
     * Decides how a trajectory goes on from a surface: across it, along it, or back.
     *
     * @return why the equations do not say; empty if they do
     */
    Optional<String> resolve(int jump, double t, double[] y, double[] kernelWork) {
        int came = side[jump];
        double below = towards(jump, -1, t, y, kernelWork);
        double above = towards(jump, 1, t, y, kernelWork);
        if (below > 0 && above < 0) {
            place(jump, -1);
            return slide(jump, t, y, kernelWork);
        }
        if (below == 0 && above == 0) {
            place(jump, 0);
        } else if (below >= 0 && above >= 0) {
            place(jump, 1);
        } else if (below <= 0 && above <= 0) {
            place(jump, -1);
        } else {
            StateSwitches.Values values = kernels.switches().values().get(jump);
            place(jump, came != 0 ? -came : values.at() == values.above() ? 1 : values.at() == values.below() ? -1 : 0);
        }
        return Optional.empty();
    }

    private double towards(int jump, int where, double t, double[] y, double[] kernelWork) {
        place(jump, where);
        double[] rates = new double[n];
        if (slides()) {
            slidingRates(t, y, rates, kernelWork);
        } else {
            rates = rates(t, y, kernelWork);
        }
        double[] speeds = along(t, y, rates);
        double speed = speeds[jump];
        return Math.abs(speed) <= 1e-14 * scale(rates) ? 0 : speed;
    }

    private Optional<String> slide(int jump, double t, double[] y, double[] kernelWork) {
        sliding.add(jump);
        Corners corners = corners(t, y, kernelWork);
        for (double share : corners.shares()) {
            if (!(share >= -1e-9 && share <= 1 + 1e-9)) {
                return Optional.of("the state reaches " + surfaces()
                        + " at once, and the rates on their sides do not determine a motion along all of them");
            }
        }
        return sliding.size() == 1 || isAdditive(corners, t, y, kernelWork)
                ? Optional.empty()
                : Optional.of("the state slides along " + surfaces()
                        + " at once, where the rates on the sides leave the motion open (Filippov)");
    }

    /** Whether the jumps act independently of each other; only then is the motion on several surfaces determined. */
    private boolean isAdditive(Corners corners, double t, double[] y, double[] kernelWork) {
        sliding.forEach(jump -> place(jump, 1));
        double[] all = rates(t, y, kernelWork);
        sliding.forEach(jump -> place(jump, -1));
        for (int j = 0; j < n; j++) {
            double sum = corners.base()[j];
            double size = Math.abs(sum);
            for (double[] f : corners.flipped()) {
                sum += f[j] - corners.base()[j];
                size += Math.abs(f[j]);
            }
            if (!(Math.abs(sum - all[j]) <= 1e-9 * (1 + size))) {
                return false;
            }
        }
        return true;
    }

    /** Ends sliding along a surface, to the side the motion there has become that of. */
    void leave(int index, boolean upwards) {
        int jump = sliding.remove(index);
        place(jump, upwards ? 1 : -1);
    }
}
