package org.macrostate.tests.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Compiled kernels and trajectories beside C programs with the same formulas, built by gcc in the same run. On both sides
 * the least of many timings counts: on a shared machine the rest is other people's work.
 *
 * <p>{@code -Dsundials=PREFIX}, a SUNDIALS built with {@code -O3} and installed there, adds CVODE's BDF.
 */
final class RatiosToC {
    private static final List<String> SIZES = List.of("1x1", "2x1", "4x2", "8x8");
    private static final double SAME_STEPS = 1e-5;

    private RatiosToC() {}

    static void print() {
        Ratios.row("right-hand sides", RatiosToC::rightHandSides);
        Ratios.row("right-hand sides in blocks", RatiosToC::blocks);
        Ratios.row("committees", RatiosToC::committees);
        Ratios.row("trajectories", RatiosToC::trajectories);
        Ratios.row("Jacobians", RatiosToC::jacobians);
    }

    private static void jacobians() throws RunnerException {
        TreeMap<String, Double> rates = Ratios.least(RightHandSideBenchmark.class, "compiled", "sizes");
        Ratios.least(JacobianBenchmark.class, "jacobian", "sizes")
                .forEach((sizes, time) -> Ratios.print(
                        "Jacobian " + sizes + " / right-hand side", time, rates.getOrDefault(sizes, Double.NaN), "ns"));
    }

    private static List<String> defined(String first, String a, String second, String b) {
        return List.of("-D" + first + "=" + a, "-D" + second + "=" + b);
    }

    private static List<String> sizes(String sizes) {
        String[] numbers = sizes.split("x", -1);
        return defined("M", numbers[0], "MS", numbers[1]);
    }

    private static void rightHandSides() throws RunnerException {
        TreeMap<String, Double> compiled = Ratios.least(RightHandSideBenchmark.class, "compiled", "sizes");
        for (String sizes : SIZES) {
            LinearVaeBothWays both = LinearVaeBothWays.of(sizes);
            double time = compiled.getOrDefault(sizes, Double.NaN);
            CReference.build("linear_vae.c", sizes(sizes), List.of())
                    .ifPresent(c -> printRates("right-hand side " + sizes + " / C", both, time, c.run(input(both))));
            if (sizes.equals("8x8")) {
                CReference.build(
                                "linear_vae.c",
                                List.of("-DM=8", "-DMS=8", "-DBY_ROWS", "-mprefer-vector-width=256"),
                                List.of())
                        .ifPresent(c -> printRates("  / C by hand, AVX2", both, time, c.run(input(both))));
            }
            double[] numbers = java.util.Arrays.stream(sizes.split("x", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            CReference.build("linear_vae.c", List.of("-DRUN_TIME_SIZES"), List.of())
                    .ifPresent(c -> printRates("  / C for any sizes", both, time, c.run(numbers, input(both))));
        }
    }

    /** One right-hand side in 64 blocks beside 64 right-hand sides without blocks. */
    private static void blocks() throws RunnerException {
        LinearVaeBothWays both = LinearVaeBothWays.of("1x1");
        for (double time :
                Ratios.least(BlocksBenchmark.class, "compiled", "blocks").values()) {
            CReference.build("linear_vae.c", sizes("1x1"), List.of())
                    .ifPresent(c -> Ratios.print(
                            "right-hand side 1x1 in 64 blocks / 64 isotropic ones in C",
                            time,
                            64 * CReference.time(c.run(input(both)), both.ratesByHand, 1e-12),
                            "ns"));
        }
    }

    private static double[] input(LinearVaeBothWays both) {
        LinearVaeByHand.Parameters p = LinearVaeBothWays.PARAMETERS;
        return DoubleStream.concat(
                        DoubleStream.of(p.rho(), p.eta(), p.beta(), p.lambda(), p.tau(), p.tauD()),
                        DoubleStream.of(both.stateByHand))
                .toArray();
    }

    private static void printRates(String what, LinearVaeBothWays both, double time, double[] printed) {
        Ratios.print(what, time, CReference.time(printed, both.ratesByHand, 1e-12), "ns");
    }

    private static void committees() throws RunnerException {
        TreeMap<String, Double> compiled = Ratios.least(CommitteeBenchmark.class, "compiled", "units");
        for (String units : List.of("2", "4", "8")) {
            CReference.build("committee.c", defined("K", units, "T", units), List.of())
                    .ifPresent(c -> {
                        CommitteeProblem problem = new CommitteeProblem(Integer.parseInt(units));
                        double[] rates = problem.compiled.rightHandSide().eval(0, problem.state, problem.parameters);
                        double[] printed = c.run(new double[] {CommitteeProblem.RATE}, problem.inOrder(problem.state));
                        Ratios.print(
                                "committee K = M = " + units + " / C",
                                compiled.getOrDefault(units, Double.NaN),
                                CReference.time(printed, problem.inOrder(rates), 1e-11),
                                "ns");
                    });
        }
    }

    private static void trajectories() throws RunnerException {
        TreeMap<String, Double> lean = Ratios.least(TrajectoryBenchmark.class, "integrate", "problem", "method=LEAN");
        TreeMap<String, Double> standard =
                Ratios.least(TrajectoryBenchmark.class, "integrate", "problem", "method=HIPPARCHUS");
        for (String key : standard.keySet()) {
            String[] words = key.split(" ", -1);
            TrajectoryProblems problem = TrajectoryProblems.valueOf(words[1]);
            LinearVaeBothWays both = LinearVaeBothWays.of(words[0]);
            double dop853 = time("dop853.c", sizes(words[0]), List.of(), both, problem);
            double ours = standard.getOrDefault(key, Double.NaN);
            Ratios.print("trajectory " + key + " / C DOP853", ours, dop853, "ns");
            Ratios.print("  lean / C DOP853", lean.getOrDefault(key, Double.NaN), dop853, "ns");
            Optional<String> sundials = Optional.ofNullable(System.getProperty("sundials"));
            if (problem != TrajectoryProblems.PLAIN && sundials.isPresent()) {
                String[] numbers = words[0].split("x", -1);
                List<String> options = new java.util.ArrayList<>(defined("LATENTS", numbers[0], "SIGNALS", numbers[1]));
                options.add("-I" + sundials.get() + "/include");
                List<String> libraries = List.of(
                        "-L" + sundials.get() + "/lib",
                        "-lsundials_cvode",
                        "-lsundials_nvecserial",
                        "-lsundials_generic");
                double cvode = time("cvode.c", options, libraries, both, problem);
                Ratios.print("  / CVODE BDF", ours, cvode, "ns");
                Ratios.print("  lean / CVODE BDF", lean.getOrDefault(key, Double.NaN), cvode, "ns");
            }
        }
    }

    private static double time(
            String source,
            List<String> options,
            List<String> libraries,
            LinearVaeBothWays both,
            TrajectoryProblems problem) {
        double[] end = Integration.with(Tolerances.DEFAULT)
                .integrate(problem.problem(both))
                .states()[0];
        double[] start = both.inOrder(TrajectoryProblems.start(both));
        return CReference.build(source, TrajectoryProblems.tableau(), options, libraries)
                .map(c -> CReference.time(
                        c.run(problem.parametersByHand(), TrajectoryProblems.tolerances(), start),
                        both.inOrder(end),
                        SAME_STEPS))
                .orElse(Double.NaN);
    }
}
