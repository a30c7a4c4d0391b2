package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.IndexLetters;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.SystemScope;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;

/** Best pairings against all permutations and planted optima; sums of singular values against planted ones. */
class MatrixFunctionTest {
    private static final String MODEL = """
            model: matrices
            sizes: {M: 1, Ms: 1}
            parameters: {rate: 1}
            vectors: {u: {copies: Ms, fixed: identity}, w: {copies: M, rate: rate}}
            samples: {x: noise}
            fields: {h: w . x}
            loss: Sum[h[k]^2, {k, M}]
            order: {m: w . u, Q: w . w}
            observables:
              sizes: "BestPairing[Abs[m[k,a]], {k, M}, {a, Ms}]"
              signed: "BestPairing[m[k,a], {k, M}, {a, Ms}]"
              weighed: "BestPairing[2 m[k,a], {k, M}, {a, Ms}]"
              norm: "NuclearNorm[m[k,a], {k, M}, {a, Ms}]"
              paired: "PairedSum[m[k,a]^3, m[k,a], {k, M}, {a, Ms}]"
              polar: "PolarSum[m[k,a]^3, m[k,a], {k, M}, {a, Ms}]"
            """;

    private final OrderParameterSystem system = Derivation.of(ModelFile.read(MODEL, "matrices.yaml"));

    private static double[][] random(int rows, int columns, long seed) {
        Random random = new Random(seed);
        double[][] m = new double[rows][columns];
        for (double[] row : m) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return m;
    }

    private BoundSystem bound(int rows, int columns) {
        return BoundSystem.of(system, Sizes.of(system.problem(), Map.of("M", rows, "Ms", columns)));
    }

    /** Observables of overlaps m, and their derivatives by the elements of m. */
    private double[] observed(BoundSystem bound, double[][] m) {
        double[] out = new double[6];
        new Interpreter(bound.observables()).eval(0, state(bound, m), new double[] {1}, out);
        return out;
    }

    private static double[] state(BoundSystem bound, double[][] m) {
        double[] state = new double[bound.state().length()];
        for (int i = 0; i < m.length; i++) {
            System.arraycopy(m[i], 0, state, i * m[0].length, m[0].length);
        }
        return state;
    }

    /** Over all pairings, row by row. */
    private static double best(double[][] m, int row, int used) {
        if (m.length > m[0].length) {
            return best(MatrixUtils.createRealMatrix(m).transpose().getData(), row, used);
        }
        if (row == m.length) {
            return 0;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < m[0].length; j++) {
            if ((used & 1 << j) == 0) {
                best = Math.max(best, m[row][j] + best(m, row + 1, used | 1 << j));
            }
        }
        return best;
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,2", "2,1", "2,2", "3,2", "2,7", "3,3", "4,4", "5,4", "5,5", "3,7", "7,3", "7,7"})
    void the_best_pairing_is_the_best_of_all(int rows, int columns) {
        BoundSystem bound = bound(rows, columns);
        for (long seed = 1; seed <= 5; seed++) {
            double[][] m = random(rows, columns, seed);
            double[][] sizes = new double[rows][columns];
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    sizes[i][j] = Math.abs(m[i][j]);
                }
            }
            double[] out = observed(bound, m);
            assertEquals(best(sizes, 0, 0), out[0], 1e-13);
            assertEquals(best(m, 0, 0), out[1], 1e-13);
            assertEquals(2 * best(m, 0, 0), out[2], 1e-13);
        }
    }

    @Test
    void a_planted_pairing_of_twenty_is_found() {
        int n = 20;
        BoundSystem bound = bound(n, n);
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            double[] u = random.doubles(n).toArray();
            double[] v = random.doubles(n).toArray();
            double[][] m = new double[n][n];
            double planted = 0;
            for (int i = 0; i < n; i++) {
                int partner = (7 * i + (int) seed) % n;
                for (int j = 0; j < n; j++) {
                    // Potentials u, v bound every pairing by their sum, and the planted one attains it.
                    m[i][j] = u[i] + v[j] - (j == partner ? 0 : random.nextDouble());
                }
                planted += u[i] + v[partner];
            }
            assertEquals(planted, observed(bound, m)[1], 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,3", "4,1", "2,2", "2,5", "5,2", "3,3", "4,6", "6,4", "20,20"})
    void the_norm_is_the_sum_of_singular_values_and_knows_no_rotation(int rows, int columns) {
        int n = Math.min(rows, columns);
        RealMatrix left = new QRDecomposition(MatrixUtils.createRealMatrix(random(rows, rows, 1))).getQ();
        RealMatrix right = new QRDecomposition(MatrixUtils.createRealMatrix(random(columns, columns, 2))).getQ();
        double[][] diagonal = new double[rows][columns];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            diagonal[i][i] = 0.5 + i;
            sum += 0.5 + i;
        }
        double[][] m = left.multiply(MatrixUtils.createRealMatrix(diagonal))
                .multiply(right)
                .getData();
        assertEquals(sum, observed(bound(rows, columns), m)[3], 1e-12 * sum);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,3", "2,1", "2,2", "2,4", "3,2", "4,4", "5,3", "5,5"})
    void derivatives_are_those_of_small_differences(int rows, int columns) {
        BoundSystem bound = bound(rows, columns);
        int n = bound.state().length();
        double[][] m = random(rows, columns, 3);
        double[] gradient = new double[5 * n];
        OrderParameterSystem smooth =
                system.with(system.problem(), system.observables().subList(0, 5));
        new Interpreter(BoundSystem.of(smooth, bound.sizes()).observablesGradient())
                .eval(0, state(bound, m), new double[] {1}, gradient);
        double h = 1e-6;
        double[] along = new double[6];
        for (int k = 0; k < rows * columns; k++) {
            double[] out = observed(bound, moved(m, k, h));
            double[] back = observed(bound, moved(m, k, -h));
            for (int o = 0; o < 4; o++) {
                assertEquals(
                        (out[o] - back[o]) / (2 * h), gradient[o * n + k], 1e-8, "observable " + o + ", element " + k);
            }
            double cube = Math.pow(m[k / columns][k % columns], 3);
            along[4] += cube * gradient[n + k];
            along[5] += cube * gradient[3 * n + k];
        }
        double[] out = observed(bound, m);
        assertEquals(along[4], out[4], 1e-12);
        assertEquals(along[5], out[5], 1e-12);
    }

    /** Among all slopes at a kink, that of least size: U Vᵀ over the singular values that are not zero. */
    @ParameterizedTest
    @CsvSource({"1,1", "1,3", "2,1", "2,2", "2,3", "3,2", "2,5", "3,3", "4,5"})
    void where_singular_values_vanish_the_norm_has_the_slope_of_the_others(int rows, int columns) {
        BoundSystem bound = bound(rows, columns);
        double[][] u = random(rows, 1, 4);
        double[][] v = random(1, columns, 5);
        double length = MatrixUtils.createRealMatrix(u).getFrobeniusNorm()
                * MatrixUtils.createRealMatrix(v).getFrobeniusNorm();
        double[][] outer = MatrixUtils.createRealMatrix(u)
                .multiply(MatrixUtils.createRealMatrix(v))
                .getData();
        double[] zero = normGradient(bound, new double[rows][columns]);
        double[] gradient = normGradient(bound, outer);
        double along = 0;
        double size = 0;
        for (int k = 0; k < rows * columns; k++) {
            double element = outer[k / columns][k % columns];
            assertEquals(0, zero[k], "element " + k + " of no matrix");
            along += element * gradient[k];
            size += gradient[k] * gradient[k];
            if (Math.min(rows, columns) != 2) {
                assertEquals(element / length, gradient[k], 1e-7, "element " + k);
            }
        }
        // Where rounding leaves a second singular value, its sign is any: the slope is still one of those at the kink.
        assertEquals(length, along, 1e-7 * length, "along the matrix itself");
        assertTrue(size <= Math.min(rows, columns) + 1e-7, "of size " + size);
        assertEquals(length, observed(bound, outer)[3], 1e-7 * length);
        assertEquals(0, observed(bound, new double[rows][columns])[5], "a slope along cubes of nothing");
    }

    private double[] normGradient(BoundSystem bound, double[][] m) {
        int n = bound.state().length();
        double[] gradient = new double[n];
        OrderParameterSystem norm =
                system.with(system.problem(), system.observables().subList(3, 4));
        new Interpreter(BoundSystem.of(norm, bound.sizes()).observablesGradient())
                .eval(0, state(bound, m), new double[] {1}, gradient);
        return gradient;
    }

    @Test
    void elements_of_a_gradient_are_computed_together() {
        for (int observable : new int[] {1, 3}) {
            OrderParameterSystem one =
                    system.with(system.problem(), system.observables().subList(observable, observable + 1));
            BoundSystem bound = BoundSystem.of(one, Sizes.of(system.problem(), Map.of("M", 6, "Ms", 5)));
            CallStages stages = CallStages.of(bound.observablesGradient());
            assertEquals(1, stages.stages().size());
            assertEquals(1, stages.stages().get(0).uses().size());
            assertEquals(30, stages.stages().get(0).uses().get(0).calls().size());
        }
    }

    private static double[][] moved(double[][] m, int element, double by) {
        double[][] moved = MatrixUtils.createRealMatrix(m).getData();
        moved[element / m[0].length][element % m[0].length] += by;
        return moved;
    }

    @Test
    void what_is_printed_parses_back() {
        for (String text : new String[] {
            "BestPairing[Abs[m[k,a]], {k, M}, {a, Ms}]",
            "NuclearNorm[m[k,a], {k, M}, {a, Ms}]",
            "PairedSum[Sign[m[k,a]], Abs[m[k,a]], {k, M}, {a, Ms}]"
        }) {
            Expression read = new IndexLetters(system.problem()).bound(SystemScope.read(system, Text.of(text)));
            assertEquals(text, ExpressionText.of(read));
        }
    }

    @Test
    void a_loss_and_a_wrong_number_of_iterators_are_refused() {
        BadInput loss = assertThrows(
                BadInput.class,
                () -> ModelFile.read(
                        MODEL.replace("Sum[h[k]^2, {k, M}]", "BestPairing[w[k].u[a], {k, M}, {a, Ms}]"), "m.yaml"));
        assertTrue(
                loss.getMessage().contains("BestPairing[...] may stand only in observables, phases and goals"),
                loss.getMessage());
        BadInput one =
                assertThrows(BadInput.class, () -> SystemScope.read(system, Text.of("NuclearNorm[m[k,1], {k, M}]")));
        assertTrue(
                one.getMessage()
                        .contains("'NuclearNorm' needs 1 expression and two iterators, as in"
                                + " NuclearNorm[m[k,a], {k, M}, {a, Ms}]"),
                one.getMessage());
    }
}
