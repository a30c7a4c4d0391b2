package org.macrostate.tests.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;

/**
 * Compiled kernels and trajectories beside C programs with the same formulas, built by gcc in the same run. On both sides
 * the least of many timings counts: on a shared machine the rest is other people's work. Each line is measured by itself.
 *
 * <p>{@code -Dsundials=PREFIX}, a SUNDIALS built with {@code -O3} and installed there, adds CVODE's BDF.
 */
final class RatiosToC {
    static final List<String> SIZES = List.of("1x1", "2x1", "4x2", "8x8");
    private static final List<String> TRAJECTORIES =
            List.of("1x1 PLAIN", "2x1 PLAIN", "4x2 PLAIN", "8x8 PLAIN", "1x1 STIFF", "1x1 VERY_STIFF");
    private static final double SAME_STEPS = 1e-5;

    private RatiosToC() {}

    static Map<String, Ratios.Row> parts() {
        Map<String, Ratios.Row> parts = new LinkedHashMap<>();
        parts.put("right-hand-sides", RatiosToC::rightHandSides);
        parts.put("blocks", RatiosToC::blocks);
        parts.put("committees", RatiosToC::committees);
        parts.put("trajectories", RatiosToC::trajectories);
        parts.put("jacobians", RatiosToC::jacobians);
        return parts;
    }

    private static void jacobians() {
        for (String sizes : List.of("1x1", "2x1", "4x2")) {
            new PairedRow(
                            "Jacobian " + sizes + " / right-hand side",
                            "ns",
                            Ratios.least(JacobianBenchmark.class, "jacobian", "sizes=" + sizes),
                            Ratios.least(RightHandSideBenchmark.class, "compiled", "sizes=" + sizes))
                    .print();
            new PairedRow(
                            "  into the array of the time before",
                            "ns",
                            Ratios.least(JacobianBenchmark.class, "refreshed", "sizes=" + sizes),
                            Ratios.least(RightHandSideBenchmark.class, "compiled", "sizes=" + sizes))
                    .print();
        }
    }

    /** A program that could not be built is a reference that cannot be measured. */
    private static CReference built(Optional<CReference> program) {
        return program.orElseThrow(() -> new IllegalStateException("no reference in C"));
    }

    private static List<String> defined(String first, String a, String second, String b) {
        return List.of("-D" + first + "=" + a, "-D" + second + "=" + b);
    }

    private static List<String> sizes(String sizes) {
        String[] numbers = sizes.split("x", -1);
        return defined("M", numbers[0], "MS", numbers[1]);
    }

    private static void rightHandSides() {
        for (String sizes : SIZES) {
            printRates("right-hand side " + sizes + " / C", sizes, sizes(sizes), List.of());
            if (sizes.equals("8x8")) {
                List<String> byHand = List.of("-DM=8", "-DMS=8", "-DBY_ROWS", "-mprefer-vector-width=256");
                printRates("  / C by hand, AVX2", sizes, byHand, List.of());
            }
            List<Double> numbers =
                    Stream.of(sizes.split("x", -1)).map(Double::parseDouble).toList();
            printRates("  / C for any sizes", sizes, List.of("-DRUN_TIME_SIZES"), numbers);
        }
    }

    private static void printRates(String what, String sizes, List<String> options, List<Double> first) {
        Optional<CReference> program = CReference.build("linear_vae.c", options, List.of());
        LinearVaeBothWays both = LinearVaeBothWays.of(sizes);
        double[] numbers = first.stream().mapToDouble(Double::doubleValue).toArray();
        new PairedRow(
                        what,
                        "ns",
                        Ratios.least(RightHandSideBenchmark.class, "compiled", "sizes=" + sizes),
                        () -> CReference.time(built(program).run(numbers, input(both)), both.ratesByHand, 1e-12))
                .print();
    }

    /** One right-hand side in 64 blocks beside 64 right-hand sides without blocks. */
    private static void blocks() {
        LinearVaeBothWays both = LinearVaeBothWays.of("1x1");
        Optional<CReference> program = CReference.build("linear_vae.c", sizes("1x1"), List.of());
        new PairedRow(
                        "right-hand side 1x1 in 64 blocks / 64 isotropic ones in C",
                        "ns",
                        Ratios.least(BlocksBenchmark.class, "compiled"),
                        () -> 64 * CReference.time(built(program).run(input(both)), both.ratesByHand, 1e-12))
                .print();
    }

    private static double[] input(LinearVaeBothWays both) {
        LinearVaeByHand.Parameters p = LinearVaeBothWays.PARAMETERS;
        return DoubleStream.concat(
                        DoubleStream.of(p.rho(), p.eta(), p.beta(), p.lambda(), p.tau(), p.tauD()),
                        DoubleStream.of(both.stateByHand))
                .toArray();
    }

    private static void committees() {
        for (String units : List.of("2", "4", "8", "50")) {
            Optional<CReference> program = CReference.build("committee.c", defined("K", units, "T", units), List.of());
            CommitteeProblem problem = new CommitteeProblem(Integer.parseInt(units));
            double[] rates = problem.compiled.rightHandSide().eval(0, problem.state, problem.parameters);
            new PairedRow(
                            "committee K = M = " + units + " / C",
                            "ns",
                            Ratios.least(CommitteeBenchmark.class, "compiled", "units=" + units),
                            () -> CReference.time(
                                    built(program)
                                            .run(new double[] {CommitteeProblem.RATE}, problem.inOrder(problem.state)),
                                    problem.inOrder(rates),
                                    1e-11))
                    .print();
        }
    }

    private static void trajectories() {
        for (String key : TRAJECTORIES) {
            String[] words = key.split(" ", -1);
            TrajectoryProblems problem = TrajectoryProblems.valueOf(words[1]);
            LinearVaeBothWays both = LinearVaeBothWays.of(words[0]);
            PairedRow.Measurement dop853 = reference("dop853.c", sizes(words[0]), List.of(), both, problem);
            print("trajectory " + key, " / C DOP853", key, dop853);
            Optional<String> sundials = Optional.ofNullable(System.getProperty("sundials"));
            if (problem != TrajectoryProblems.PLAIN && sundials.isPresent()) {
                String[] numbers = words[0].split("x", -1);
                List<String> options = new ArrayList<>(defined("LATENTS", numbers[0], "SIGNALS", numbers[1]));
                options.add("-I" + sundials.get() + "/include");
                List<String> libraries = List.of(
                        "-L" + sundials.get() + "/lib",
                        "-lsundials_cvode",
                        "-lsundials_nvecserial",
                        "-lsundials_generic");
                print(" ", " / CVODE BDF", key, reference("cvode.c", options, libraries, both, problem));
            }
        }
    }

    /** Both methods beside one reference. */
    private static void print(String what, String than, String key, PairedRow.Measurement reference) {
        for (String method : List.of("HIPPARCHUS", "LEAN")) {
            String label = method.equals("LEAN") ? "  lean" + than : what + than;
            PairedRow.Measurement ours =
                    Ratios.least(TrajectoryBenchmark.class, "integrate", "problem=" + key, "method=" + method);
            new PairedRow(label, "ns", ours, reference).print();
        }
    }

    private static PairedRow.Measurement reference(
            String source,
            List<String> options,
            List<String> libraries,
            LinearVaeBothWays both,
            TrajectoryProblems problem) {
        double[] end = Integration.with(Tolerances.DEFAULT)
                .integrate(problem.problem(both))
                .states()[0];
        double[] start = both.inOrder(TrajectoryProblems.start(both));
        Optional<CReference> program = CReference.build(source, TrajectoryProblems.tableau(), options, libraries);
        return () -> CReference.time(
                built(program).run(problem.parametersByHand(), TrajectoryProblems.tolerances(), start),
                both.inOrder(end),
                SAME_STEPS);
    }
}
