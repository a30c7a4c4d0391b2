package org.macrostate.tests.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.solvers.kernel.KernelCompiler;

/**
 * What comes before the first evaluation, in processor time, each model in a JVM of its own with 512 MB: deriving in index
 * form (the first derivation of that JVM, whatever the sizes), binding sizes, compiling.
 */
final class PreparationCost {
    /** Model, units of student and teacher. */
    private static final List<String> PROBLEMS =
            List.of("oja 1", "soft-committee 2", "soft-committee 8", "tanh-committee 2", "relu-committee 2");

    private PreparationCost() {}

    /** All problems; the derivation of Oja's rule, of a few monomials, tells what of the others' is the start. */
    static void print() {
        PROBLEMS.forEach(PreparationCost::inItsOwnMachine);
    }

    private static void inItsOwnMachine(String problem) {
        List<String> command = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(PreparationCost.class.getName());
        command.addAll(List.of(problem.split(" ", 2)));
        try {
            int status = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (status != 0) {
                System.out.println("preparation of " + problem + " failed with status " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static void main(String[] arguments) {
        String model = arguments[0];
        int units = Integer.parseInt(arguments[1]);
        double start = seconds();
        OrderParameterSystem system = Derivation.of(BundledModels.problem(model));
        double derived = seconds();
        Map<String, Integer> sizes = system.problem().sizes().isEmpty() ? Map.of() : Map.of("K", units, "M", units);
        Program program =
                BoundSystem.of(system, Sizes.of(system.problem(), sizes)).rightHandSide();
        double bound = seconds();
        int outputs = KernelCompiler.compile(program).outputLength();
        double compiled = seconds();
        System.out.printf(
                Locale.ROOT,
                "prepare %s K = M = %d: derive %.2f s, bind %.2f s, compile %.2f s (processor time, -Xmx512m);"
                        + " %d equations, %d operations%n",
                model,
                units,
                derived - start,
                bound - derived,
                compiled - bound,
                outputs,
                program.nodes().size());
    }

    private static double seconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}
