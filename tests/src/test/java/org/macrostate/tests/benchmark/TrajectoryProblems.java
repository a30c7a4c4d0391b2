package org.macrostate.tests.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.integrate.TrajectoryProblem;

/** One trajectory of the linear VAE to t = 1500: a plain one, and stiff ones. */
enum TrajectoryProblems {
    PLAIN(1, 0.01),
    STIFF(0.02, 1),
    VERY_STIFF(0.002, 1);

    static final double END = 1500;

    final double beta;
    final double tauD;

    TrajectoryProblems(double beta, double tauD) {
        this.beta = beta;
        this.tauD = tauD;
    }

    /** rho, eta, beta, lambda, tau, tauD. */
    double[] parametersByHand() {
        return new double[] {1, 1, beta, 0, 0.01, tauD};
    }

    TrajectoryProblem problem(LinearVaeBothWays both) {
        double[] p = parametersByHand();
        double[] parameters = both.compiled
                .bound()
                .parameters()
                .with(Map.of("rho", p[0], "eta", p[1], "beta", p[2], "lambda", p[3], "tau", p[4], "tauD", p[5]));
        return this == PLAIN
                ? TrajectoryProblem.fromZero(both.compiled.rightHandSide(), parameters, start(both), END)
                : TrajectoryProblem.fromZero(both.compiled, parameters, start(both), END);
    }

    /** Norms and variances one, overlaps small and different. */
    static double[] start(LinearVaeBothWays both) {
        double[] start = new double[both.state.length];
        for (int i = 0; i < start.length; i++) {
            start[i] = 0.01 * (1 + i % 7);
        }
        int latents = both.latents;
        for (int k = 1; k <= latents; k++) {
            for (String norm : List.of("Q", "E")) {
                start[both.compiled.bound().state().position(norm, List.of(k, k))] = 1;
            }
            start[both.compiled.bound().state().position("D", List.of(k))] = 1;
        }
        return start;
    }

    static double[] tolerances() {
        return new double[] {END, Tolerances.DEFAULT.relative(), Tolerances.DEFAULT.absolute()};
    }

    /** The method's coefficients as C arrays: those of Hipparchus, so that both programs compute the same. */
    static String tableau() {
        DormandPrince853Integrator method = new DormandPrince853Integrator(1, 1, 1, 1);
        StringBuilder text = new StringBuilder("static const double A[12][12] = {\n");
        double[][] a = method.getA();
        for (int stage = 0; stage < 12; stage++) {
            text.append("    {").append(numbers(a[stage])).append("},\n");
        }
        return text.append("};\n").append(errorWeights()).toString();
    }

    private static String numbers(double... values) {
        return DoubleStream.of(values)
                .mapToObj(v -> String.format(Locale.ROOT, "%a", v))
                .collect(Collectors.joining(", "));
    }

    /** Hairer, Nørsett and Wanner I, code DOP853: differences from the methods of order 5 and 3. */
    private static String errorWeights() {
        return "static const double E1[12] = {116092271.0 / 8848465920.0, 0, 0, 0, 0, -1871647.0 / 1527680.0,\n"
                + "    -69799717.0 / 140793660.0, 1230164450203.0 / 739113984000.0,\n"
                + "    -1980813971228885.0 / 5654156025964544.0, 464500805.0 / 1389975552.0,\n"
                + "    1606764981773.0 / 19613062656000.0, -137909.0 / 6168960.0};\n"
                + "static const double E2[12] = {-364463.0 / 1920240.0, 0, 0, 0, 0, 3399327.0 / 763840.0,\n"
                + "    66578432.0 / 35198415.0, -1674902723.0 / 288716400.0,\n"
                + "    -74684743568175.0 / 176692375811392.0, -734375.0 / 4826304.0,\n"
                + "    171414593.0 / 851261400.0, 69869.0 / 3084480.0};\n";
    }
}
