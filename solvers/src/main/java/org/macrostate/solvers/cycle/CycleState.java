package org.macrostate.solvers.cycle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hipparchus.complex.Complex;
import org.macrostate.solvers.nonlinear.CurvePoint;
import org.macrostate.solvers.nonlinear.Spectrum;

/**
 * A cycle on a curve of them, in the unknowns of its equations.
 *
 * @param tangent of length 1, ahead
 * @param multipliers without the trivial one, by falling modulus
 * @param trivial the multiplier along the cycle, which is 1 but for errors
 */
record CycleState(
        CycleEquations equations, double[] point, double[] tangent, List<Complex> multipliers, Complex trivial)
        implements CurvePoint {

    static CycleState of(CycleEquations equations, double[] point, double[] ahead) {
        double[] tangent = equations.newton().tangent(point, ahead);
        List<Complex> all = new ArrayList<>(
                Spectrum.of(equations.monodromy(point), equations.problem().length()));
        Complex trivial = all.stream()
                .min(Comparator.comparingDouble(v -> v.subtract(1).norm()))
                .orElseThrow();
        all.remove(trivial);
        all.sort(Comparator.comparingDouble(Complex::norm).reversed());
        return new CycleState(equations, point, tangent, all, trivial);
    }

    /** How many multipliers lie outside the unit circle. */
    int unstable() {
        return (int) multipliers.stream().filter(v -> v.norm() > 1).count();
    }

    boolean isFinite() {
        return !Double.isNaN(tangent[0]) && multipliers.stream().noneMatch(Complex::isNaN);
    }

    double part() {
        return equations.part(point);
    }

    /** How fast the parameter rises along the curve. */
    double rise() {
        return tangent[tangent.length - 1];
    }

    double period() {
        return equations.period(point);
    }

    /** States at the nodes. */
    double[] states() {
        return equations.states(point);
    }
}
