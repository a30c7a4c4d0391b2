package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.ModelFile;

/** Code that {@code derive --format} writes, run in its own language beside the compiled kernels. */
class ExportedCodeTest {
    private static List<ExportedCase> some() {
        return List.of(
                ExportedCase.of("linear-vae", Map.of("M", 3, "Ms", 2)),
                ExportedCase.of("linear-vae-graded", Map.of("M", 5, "Ms", 3)),
                ExportedCase.of("soft-committee", Map.of("K", 3, "M", 2)),
                ExportedCase.of("adatron", Map.of()),
                ExportedCase.of("logistic-regression", Map.of()),
                ExportedCase.of("oja", Map.of()));
    }

    /** Places as numbers, whose quotients have fractions, and neighbours beyond open, periodic and held edges. */
    private static List<ExportedCase> lattices() {
        return List.of(
                lattice("open", "u[j+1] - u[j-2] + Sum[k/(j+k) u[k], {k, n}] + j/n"),
                lattice("ring", "u[Mod[j+1, n, 1]] - 2 u[j] + u[Mod[j-2, n, 1]]^2/j"),
                lattice("held", "u[Min[j+2, n]] u[Max[j-1, 1]] - u[j]^3 + KroneckerDelta[j, n]"));
    }

    private static List<ExportedCase> everyDay() {
        return Stream.concat(some().stream(), lattices().stream()).toList();
    }

    private static ExportedCase lattice(String name, String rate) {
        String text =
                "model: " + name + "\nsizes: {n: 6}\nscalars: {u: {copies: n}}\nflow: {\"u[j]\": \"" + rate + "\"}\n";
        return ExportedCase.of(name, ModelFile.read(text, name), Map.of("n", 4));
    }

    private static List<ExportedCase> others() {
        List<ExportedCase> cases = new ArrayList<>(List.of(
                ExportedCase.of("linear-vae-sampled", Map.of("M", 2, "Ms", 3)),
                ExportedCase.of("linear-autoencoder", Map.of("M", 2, "Ms", 1)),
                ExportedCase.of("tied-autoencoder", Map.of("M", 2, "Ms", 2)),
                ExportedCase.of("two-layer", Map.of("K", 2, "M", 3)),
                ExportedCase.of("gan", Map.of("M", 2))));
        for (String model : List.of(
                "online-ica",
                "perceptron",
                "hebb",
                "linear-regression",
                "phase-retrieval",
                "two-clusters",
                "relu-committee",
                "tanh-committee",
                "lorenz")) {
            cases.add(ExportedCase.of(model, Map.of()));
        }
        return cases;
    }

    @TempDir
    Path folder;

    @Test
    @Tag("slow")
    void code_of_the_other_bundled_models_computes_what_the_kernels_compute() throws Exception {
        List<ExportedCase> others = others();
        assertEquals(BundledModels.names().size(), others.size() + some().size());
        new ExportedPython(new ExportedRun(folder)).compare(others);
        new ExportedC(new ExportedRun(folder)).compare(others);
        new ExportedJavaScript(new ExportedRun(folder)).compare(others);
    }

    @Test
    void python_code_computes_what_the_kernels_compute_with_and_without_NumPy() throws Exception {
        ExportedRun.assumeInstalled("python3");
        new ExportedPython(new ExportedRun(folder)).compare(everyDay());
    }

    @Test
    void c_code_computes_what_the_kernels_compute() throws Exception {
        ExportedRun.assumeInstalled("gcc");
        new ExportedC(new ExportedRun(folder)).compare(everyDay());
    }

    @Test
    void javascript_code_computes_what_the_kernels_compute() throws Exception {
        ExportedRun.assumeInstalled("node");
        new ExportedJavaScript(new ExportedRun(folder)).compare(everyDay());
    }

    @Test
    void sympy_code_holds_the_equations_as_expressions() throws Exception {
        String python = ExportedRun.pythonWith("sympy");
        new ExportedSymPy(new ExportedRun(folder), python)
                .compare(List.of(
                        ExportedCase.of("linear-vae", Map.of("M", 2, "Ms", 2)),
                        ExportedCase.of("soft-committee", Map.of("K", 2, "M", 2)),
                        ExportedCase.of("adatron", Map.of()),
                        ExportedCase.of("oja", Map.of())));
    }

    @Test
    void wolfram_code_computes_what_the_kernels_compute() {
        ExportedWolfram.compare(everyDay());
    }

    @Test
    @Tag("slow")
    void wolfram_code_of_the_other_bundled_models_computes_what_the_kernels_compute() {
        ExportedWolfram.compare(others());
    }
}
