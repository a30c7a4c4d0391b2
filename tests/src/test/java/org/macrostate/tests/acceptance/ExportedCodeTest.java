package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macrostate.equations.model.BundledModels;

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
        new ExportedPython(new ExportedRun(folder)).compare(some());
    }

    @Test
    void c_code_computes_what_the_kernels_compute() throws Exception {
        ExportedRun.assumeInstalled("gcc");
        new ExportedC(new ExportedRun(folder)).compare(some());
    }

    @Test
    void javascript_code_computes_what_the_kernels_compute() throws Exception {
        ExportedRun.assumeInstalled("node");
        new ExportedJavaScript(new ExportedRun(folder)).compare(some());
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
        ExportedWolfram.compare(some());
    }

    @Test
    @Tag("slow")
    void wolfram_code_of_the_other_bundled_models_computes_what_the_kernels_compute() {
        ExportedWolfram.compare(others());
    }
}
