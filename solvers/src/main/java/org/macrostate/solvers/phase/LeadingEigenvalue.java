package org.macrostate.solvers.phase;

import java.util.Comparator;
import java.util.List;
import org.hipparchus.complex.Complex;

/**
 * What the eigenvalues at a point of a branch say.
 *
 * @param values by falling real part
 * @param zero the modulus that counts as zero
 */
record LeadingEigenvalue(List<Complex> values, double zero) {
    private static final double FAMILY = 100;

    static LeadingEigenvalue at(ParameterLine line, double[] point) {
        double[] jacobian = line.stateJacobian(point);
        List<Complex> values = line.spectrum(jacobian);
        return new LeadingEigenvalue(values, line.zero(values, jacobian));
    }

    /** The eigenvalue of largest real part, that many zero modes along a family left out. */
    Complex leading(int neutral) {
        if (neutral == 0) {
            return values.get(0);
        }
        return values.stream()
                .sorted(Comparator.comparingDouble(Complex::norm))
                .skip(neutral)
                .max(Comparator.comparingDouble(Complex::getRealPart))
                .orElse(Complex.NaN);
    }

    /** The largest real part, zero modes left out; NaN where there are no eigenvalues. */
    double rate(int neutral) {
        return leading(neutral).getRealPart();
    }

    int zeroModes() {
        return (int)
                values.stream().filter(value -> value.norm() <= FAMILY * zero).count();
    }
}
