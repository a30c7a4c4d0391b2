package org.macrostate.tests.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hipparchus.complex.Complex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.solvers.fixedpoint.FixedPoint;
import org.macrostate.solvers.fixedpoint.FixedPointSearch;
import org.macrostate.solvers.kernel.CompiledSystem;
import org.macrostate.solvers.nonlinear.Spectrum;

/**
 * The erf committee of K units that learns K units, at small rates: the unspecialised plateau R = 1/√(K(2K−1)), Q = C =
 * 1/(2K−1), and how fast units specialise there (D. Saad and S. A. Solla, Phys. Rev. E 52, 4225, 1995).
 *
 * <p>By hand: under exchanges of student units and of teacher units, changes r_in of the overlaps whose rows and columns
 * sum to zero are a representation of their own, so that the overlaps Q do not change with them. With A = 2(1+Q) − R² =
 * (2K+1)/K and B = 1+2Q = K²R²A, dR_in/dt = (2/π) (1+Q)⁻¹ {Σ_m (δ_nm (1+Q) − R_in R_im) / √A_im − Σ_j (R_jn (1+Q) − R_in
 * Q_ij) / √B_ij} gives λ = (2/π) (1+Q)⁻¹ [(1+Q) R A^(−3/2) − K R A^(−1/2) + K Q B^(−1/2)], whose last two terms cancel.
 */
class CommitteePlateauTest {
    private static final LearningProblem PROBLEM = BundledModels.problem("soft-committee");

    private static CompiledSystem committee(int units) {
        return CompiledSystem.of(BoundSystem.of(
                Derivation.of(PROBLEM, Limit.SMALL_RATE), Sizes.of(PROBLEM, Map.of("K", units, "M", units))));
    }

    private static double specialisation(int units) {
        double k = units;
        double r = 1 / Math.sqrt(k * (2 * k - 1));
        return 2 / Math.PI * r * Math.pow(k / (2 * k + 1), 1.5);
    }

    private static List<Complex> spectrum(CompiledSystem system, double[] state) {
        double[] jacobian =
                system.jacobian().eval(0, state, system.bound().parameters().defaults());
        return Spectrum.of(jacobian, state.length);
    }

    /** By the two copies in an overlap's name. */
    private static double[] state(CompiledSystem system, double q, double c, double r, double s) {
        return system.bound().state().labels().stream()
                .mapToDouble(label -> {
                    String[] copies = label.substring(2, label.length() - 1).split(",", -1);
                    boolean same = copies[0].equals(copies[1]);
                    return label.startsWith("Q") ? same ? q : c : same ? r : s;
                })
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6})
    void units_specialise_at_the_published_rate(int units) {
        CompiledSystem system = committee(units);
        double overlap = 1.0 / (2 * units - 1);
        double r = 1 / Math.sqrt(units * (2.0 * units - 1));
        List<Complex> spectrum = spectrum(system, state(system, overlap, overlap, r, r));
        int specialising = (units - 1) * (units - 1);
        for (int i = 0; i < specialising; i++) {
            assertEquals(specialisation(units), spectrum.get(i).getRealPart(), 1e-9, "eigenvalue " + i);
            assertEquals(0, spectrum.get(i).getImaginaryPart(), 1e-7);
        }
        assertTrue(spectrum.get(specialising).getRealPart() < 1e-6, "nothing else grows: " + spectrum);
    }

    /** Many equal eigenvalues: the state has the symmetry of all exchanges of units. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 6})
    void a_perfect_student_is_stable(int units) {
        CompiledSystem system = committee(units);
        List<Complex> spectrum = spectrum(system, state(system, 1, 0, 1, 0));
        assertTrue(spectrum.get(0).getRealPart() < -0.04, spectrum.toString());
        double trace = 0;
        double[] jacobian = system.jacobian()
                .eval(0, state(system, 1, 0, 1, 0), system.bound().parameters().defaults());
        for (int i = 0; i < spectrum.size(); i++) {
            trace += jacobian[i * spectrum.size() + i];
        }
        assertEquals(trace, spectrum.stream().mapToDouble(Complex::getRealPart).sum(), 1e-11);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void the_plateau_is_among_the_fixed_points_that_are_found(int units) {
        CompiledSystem system = committee(units);
        List<FixedPoint> found = FixedPointSearch.of(system)
                .find(system.bound().parameters().defaults())
                .points();
        double overlap = 1.0 / (2 * units - 1);
        double r = 1 / Math.sqrt(units * (2.0 * units - 1));
        double[] plateau = state(system, overlap, overlap, r, r);
        FixedPoint known = found.stream()
                .filter(point -> distance(point.state(), plateau) < 1e-4)
                .findFirst()
                .orElseThrow(() -> new AssertionError(found.toString()));
        assertTrue(!known.stable());
        assertEquals(specialisation(units), known.eigenvalues().get(0).getRealPart(), 1e-6);
        double[] perfect = state(system, 1, 0, 1, 0);
        assertTrue(found.stream().anyMatch(point -> point.stable() && distance(point.state(), perfect) < 1e-9));
    }

    private static double distance(double[] one, double[] other) {
        double[] difference = one.clone();
        Arrays.setAll(difference, i -> Math.abs(one[i] - other[i]));
        return Arrays.stream(difference).max().orElse(0);
    }
}
