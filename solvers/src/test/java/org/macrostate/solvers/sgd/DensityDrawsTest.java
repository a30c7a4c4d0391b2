package org.macrostate.solvers.sgd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.model.Law;

/** Draws of laws with a density: their mean, and how often they exceed their upper quartile. */
class DensityDrawsTest {
    private static final int COUNT = 200_000;

    /** Quartiles: log 4; log 2; 3/4; that of Student's law with two degrees of freedom, √(2/3). */
    @ParameterizedTest
    @CsvSource({
        "EXPONENTIAL, 1.3862943611198906",
        "LAPLACE, 0.6931471805599453",
        "UNIFORM, 0.75",
        "STUDENT, 0.816496580927726"
    })
    void a_quarter_of_the_draws_is_above_the_quartile(Law.Density density, double quartile) {
        Law law = new Law.Continuous(density, 2);
        FactorDraws factors = new FactorDraws(List.of(law), List.of(new double[0]), List.of(new double[0]));
        Draws draws = new Draws(new long[] {1, 2, 3, 4});
        double[] into = new double[1];
        int above = 0;
        int below = 0;
        for (int i = 0; i < COUNT; i++) {
            factors.draw(draws, into, 0);
            above += into[0] > quartile ? 1 : 0;
            below += into[0] < -quartile ? 1 : 0;
        }
        double spread = Math.sqrt(COUNT * 0.25 * 0.75);
        assertEquals(0.25 * COUNT, above, 4 * spread);
        boolean symmetric = density == Law.Density.LAPLACE || density == Law.Density.STUDENT;
        assertEquals(symmetric ? 0.25 * COUNT : 0, below, 4 * spread);
    }
}
