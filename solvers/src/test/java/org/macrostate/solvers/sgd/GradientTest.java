package org.macrostate.solvers.sgd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.SplittableRandom;
import org.hipparchus.analysis.differentiation.Gradient;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;

/** Forces against the linear VAE's loss of THEORY section 5, written by hand and differentiated automatically. */
class GradientTest {
    private static final int M = 2;
    private static final double BETA = 0.7;
    private static final double LAMBDA = 0.3;

    /** Variables: h_k, z_k, Q_kl (k ≤ l), E_kk, D_k. */
    private static Gradient loss(Gradient[] x) {
        Gradient loss = x[0].getField().getZero();
        for (int k = 0; k < M; k++) {
            Gradient z = x[M + k];
            Gradient d = x[4 * M + 1 + k];
            Gradient norm = q(x, k, k);
            loss = loss.add(z.multiply(z).add(d).subtract(d.log()).multiply(BETA / 2));
            loss = loss.subtract(x[k].multiply(z)).add(norm.multiply(d).multiply(0.5));
            loss = loss.add(norm.add(x[3 * M + 1 + k]).multiply(LAMBDA / 2));
            for (int l = 0; l < M; l++) {
                loss = loss.add(q(x, k, l).multiply(z).multiply(x[M + l]).multiply(0.5));
            }
        }
        return loss;
    }

    private static Gradient q(Gradient[] x, int k, int l) {
        return x[2 * M + k + l];
    }

    @Test
    void forces_are_those_of_automatic_differentiation() {
        LearningProblem problem = Problems.linearVae(M, 2, 1);
        BoundModel model = BoundModel.of(problem, Sizes.of(problem, Map.of()), Map.of());
        StepInputs inputs = model.inputs();
        int w = model.vectors().number("w", java.util.List.of(1));
        int v = model.vectors().number("v", java.util.List.of(1));
        int[] slots = new int[5 * M + 1];
        for (int k = 0; k < M; k++) {
            slots[k] = inputs.field(0, w + k);
            slots[M + k] = inputs.field(0, v + k);
            slots[3 * M + 1 + k] = inputs.overlap(v + k, v + k);
            slots[4 * M + 1 + k] = inputs.firstScalar() + k;
            for (int l = k; l < M; l++) {
                slots[2 * M + k + l] = inputs.overlap(w + k, w + l);
            }
        }
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 20; trial++) {
            double[] in = random.doubles(inputs.length(), 0.2, 2).toArray();
            Gradient[] variables = new Gradient[slots.length];
            for (int i = 0; i < slots.length; i++) {
                variables[i] = Gradient.variable(slots.length, i, in[slots[i]]);
            }
            compare(model, in, loss(variables).getGradient(), w, v);
        }
    }

    private static void compare(BoundModel model, double[] in, double[] gradient, int w, int v) {
        double tau = 0.05;
        double tauD = 0.08;
        Map<String, Double> values = Map.of("beta", BETA, "lambda", LAMBDA, "tau", tau, "tauD", tauD);
        StepKernel kernel = model.kernel();
        double[] out = new double[kernel.step().outputLength()];
        kernel.step()
                .eval(
                        0,
                        in,
                        model.parameters().with(values),
                        out,
                        new double[kernel.step().workLength()]);
        int forces = kernel.forceSample().length;
        int terms = kernel.linearRow().length;
        assertEquals(2 * M, forces);
        assertEquals(M * M + M, terms);
        for (int f = 0; f < forces; f++) {
            int vector = kernel.forceVector()[f];
            int variable = vector >= v ? M + vector - v : vector - w;
            assertEquals(-tau * gradient[variable], out[f], 1e-14);
        }
        for (int k = 0; k < terms; k++) {
            int row = kernel.linearRow()[k];
            int column = kernel.linearColumn()[k];
            boolean decoder = row < v;
            int variable = decoder ? 2 * M + row - w + column - w : 3 * M + 1 + row - v;
            double factor = row == column ? 2 : 1;
            assertEquals(-tau * factor * gradient[variable], out[forces + k], 1e-14);
        }
        for (int k = 0; k < M; k++) {
            assertEquals(-tauD * gradient[4 * M + 1 + k], out[forces + terms + k], 1e-14);
        }
    }
}
