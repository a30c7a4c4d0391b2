package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.reports.code.CodeLanguage;

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

    /** Fields with means in error functions and signs: means of two signs are a function of the code. */
    private static List<ExportedCase> mixtures() {
        String erf = """
                model: clusters-erf
                sizes: {K: 2}
                parameters: {eta: {value: 0.3}, v: {value: 0.4}}
                vectors: {mu: {fixed: identity}, nu: {fixed: identity}, w: {copies: K, rate: eta}}
                scalars: {a: {copies: K, rate: eta, start: 0.5}}
                randoms: {y: {law: {values: [1, -1], probabilities: [0.3, 0.7]}}, s: {law: rademacher}}
                samples: {x: "s (1+y)/2 mu + s (1-y)/2 nu + Sqrt[v] noise"}
                fields: {h: w . x}
                loss: "1/2 (Sum[a[k] Erf[h[k]/Sqrt[2]], {k, K}] - y)^2"
                order: {Q: w . w, m: w . mu, n: w . nu}
                """;
        String signs = """
                model: clusters-sign
                sizes: {K: 2}
                parameters: {eta: {value: 0.3}, v: {value: 0.4}}
                vectors: {mu: {fixed: identity}, w: {copies: K, rate: eta}}
                randoms: {y: {law: {values: [1, -1], probabilities: [0.3, 0.7]}}}
                samples: {x: "y mu + Sqrt[v] noise"}
                fields: {h: w . x}
                loss: "1/2 Sum[(h[k] - y)^2, {k, K}]"
                order: {Q: w . w, m: w . mu}
                observables: {agree: "Mean[y Sum[Sign[h[k]] UnitStep[h[1]], {k, K}]]"}
                """;
        return List.of(
                ExportedCase.of("clusters-erf", ModelFile.read(erf, "clusters-erf"), Map.of("K", 3)),
                ExportedCase.of("clusters-sign", ModelFile.read(signs, "clusters-sign"), Map.of("K", 3)));
    }

    private static List<ExportedCase> everyDay() {
        return Stream.of(some(), lattices(), mixtures()).flatMap(List::stream).toList();
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

    /** Coinciding fields, opposite ones, fields without variance or mean: E[sign(x) sign(x')] by hand. */
    @Test
    void means_of_two_signs_are_right_where_fields_coincide_or_do_not_vary() throws Exception {
        ExportedRun.assumeInstalled("python3");
        Path file = folder.resolve("clusters.py");
        Files.writeString(file, mixtures().get(1).code(CodeLanguage.PYTHON));
        double one = Erf.erf(0.5 / Math.sqrt(2));
        double other = Erf.erf(-0.8 / Math.sqrt(2));
        Map<String, Double> expected = new LinkedHashMap<>();
        expected.put("0.5, -0.8, 1, 1, 1", 1 - Math.abs(one - other));
        expected.put("0.5, -0.8, 1, -1, 1", Math.abs(one + other) - 1);
        expected.put("0, 0, 1, 0.5, 1", 1.0 / 3);
        expected.put("0, 0, 1, 1, 1", 1.0);
        expected.put("0.5, -0.8, 1, 0, 0", -one);
        expected.put("-0.5, -0.8, 0, 0, 0", 1.0);
        expected.put("0.5, -0.8, 1, 0, 1", one * other);
        expected.put("0, -0.8, 1, 0, 1", 0.0);
        String program = "import clusters\n"
                + expected.keySet().stream()
                        .map(x -> "print(clusters.mean_of_signs(" + x + "))\n")
                        .collect(Collectors.joining());
        List<Double> printed = new ExportedRun(folder)
                .run("python3", "-c", program).stream().map(Double::valueOf).toList();
        assertEquals(expected.size(), printed.size());
        int i = 0;
        for (Map.Entry<String, Double> e : expected.entrySet()) {
            assertEquals(e.getValue(), printed.get(i++), 1e-14, e.getKey());
        }
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
