package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.reports.code.CodeLanguage;
import org.matheclipse.core.eval.ExprEvaluator;

/** Code that {@code derive --format} writes, run in its own language beside the compiled kernels. */
class ExportedCodeTest {
    private static final double TOLERANCE = 1e-12;

    /** Models that the computer algebra system evaluates in a blink: it runs the text of the functions itself. */
    private static final Set<String> SMALL =
            Set.of("oja", "online-ica", "perceptron", "linear-vae", "two-layer", "gan", "lorenz");

    private static List<ExportedCase> some() {
        return List.of(
                ExportedCase.of("linear-vae", Map.of("M", 3, "Ms", 2)),
                ExportedCase.of("soft-committee", Map.of("K", 3, "M", 2)),
                ExportedCase.of("logistic-regression", Map.of()),
                ExportedCase.of("adatron", Map.of()),
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
        python(others);
        c(others);
        wolfram(others);
    }

    @Test
    void python_code_computes_what_the_kernels_compute_with_and_without_NumPy() throws Exception {
        assumeInstalled("python3");
        python(some());
    }

    private void python(List<ExportedCase> cases) throws Exception {
        for (ExportedCase each : cases) {
            Files.writeString(folder.resolve(module(each) + ".py"), each.code(CodeLanguage.PYTHON));
        }
        Files.writeString(folder.resolve("run.py"), pythonRun(cases));
        List<String> lines = run("python3", "run.py");
        int numbers = 0;
        int line = 0;
        boolean arrays = lines.get(line++).equals("numpy");
        for (ExportedCase each : cases) {
            for (double[] expected : each.expected()) {
                compare(each, "plain", expected, lines.get(line++));
                numbers += expected.length;
                if (arrays) {
                    compare(each, "NumPy array", expected, lines.get(line++));
                    compare(each, "many states at once", expected, lines.get(line++));
                }
            }
        }
        assertEquals(lines.size(), line);
        assertTrue(numbers > 100, "only " + numbers + " numbers were compared");
    }

    private static String pythonRun(List<ExportedCase> cases) {
        StringBuilder run = new StringBuilder("""
                import importlib
                try:
                    import numpy
                except ImportError:
                    numpy = None
                print("numpy" if numpy else "plain")

                def show(values):
                    print(" ".join(repr(float(v)) for v in values))

                def case(name, sizes, parameters, states):
                    m = importlib.import_module(name)
                    assert len(m.labels(sizes)) == len(states[0]) == len(set(m.labels(sizes)))
                    for i, state in enumerate(states):
                        seen = m.observables(0.25, state, parameters, sizes) if hasattr(m, "observables") else {}
                        show(m.rhs(0.25, state, parameters, sizes) + list(seen.values()))
                        if numpy:
                            both = numpy.array(states).T
                            for s, pick in ((numpy.array(state), lambda x: x), (both, lambda x: numpy.asarray(x + 0*both[0])[i])):
                                out = m.rhs(0.25, s, parameters, sizes)
                                assert isinstance(out, numpy.ndarray) and out.shape == s.shape
                                seen = m.observables(0.25, s, parameters, sizes) if hasattr(m, "observables") else {}
                                show([pick(x) for x in list(out) + list(seen.values())])

                """);
        for (ExportedCase each : cases) {
            String sizes = each.sizes().entrySet().stream()
                    .map(e -> "\"" + e.getKey() + "\": " + e.getValue())
                    .collect(Collectors.joining(", ", "{", "}"));
            String parameters = each.parametersByName().entrySet().stream()
                    .map(e -> "\"" + e.getKey() + "\": "
                            + (each.isCopied(e.getKey())
                                    ? e.getValue()
                                    : e.getValue().get(0)))
                    .collect(Collectors.joining(", ", "{", "}"));
            String states = each.states().stream().map(Arrays::toString).collect(Collectors.joining(", ", "[", "]"));
            run.append("case(\"" + module(each) + "\", " + sizes + ", " + parameters + ", " + states + ")\n");
        }
        return run.toString();
    }

    @Test
    void c_code_computes_what_the_kernels_compute() throws Exception {
        assumeInstalled("gcc");
        c(some());
    }

    private void c(List<ExportedCase> cases) throws Exception {
        StringBuilder main = new StringBuilder("#include <stdio.h>\n\n");
        StringBuilder calls = new StringBuilder("int main(void)\n{\n    double out[400];\n");
        List<String> objects = new ArrayList<>(List.of("gcc", "-o", "run", "main.c"));
        for (ExportedCase each : cases) {
            String name = module(each);
            Files.writeString(folder.resolve(name + ".c"), each.code(CodeLanguage.C));
            List<String> compile = new ArrayList<>(
                    List.of("gcc", "-std=c99", "-O1", "-Wall", "-Wextra", "-Werror", "-pedantic", "-c", name + ".c"));
            each.sizes()
                    .forEach((size, value) ->
                            compile.add("-D" + (name + "_" + size).toUpperCase(java.util.Locale.ROOT) + "=" + value));
            run(compile.toArray(String[]::new));
            objects.add(name + ".o");
            cCase(each, main, calls);
        }
        Files.writeString(folder.resolve("main.c"), main + "\n" + calls + "    return 0;\n}\n");
        objects.add("-lm");
        run(objects.toArray(String[]::new));
        List<String> lines = run("./run");
        int line = 0;
        for (ExportedCase each : cases) {
            for (double[] expected : each.expected()) {
                compare(each, "C", expected, lines.get(line++));
            }
        }
        assertEquals(lines.size(), line);
    }

    /** The parameters are doubles one after the other, so an array of them is the structure. */
    private static void cCase(ExportedCase each, StringBuilder main, StringBuilder calls) {
        String name = module(each);
        int rates = each.states().get(0).length;
        int observed = each.sized().system().observables().size();
        String arguments = "(double t, const double *state, const void *parameters, double *out);\n";
        main.append("void " + name + "_rhs" + arguments);
        main.append(observed == 0 ? "" : "void " + name + "_observables" + arguments);
        for (double[] state : each.states()) {
            calls.append("    {\n        const double state[] = {" + joined(state) + "}, parameters[] = {"
                    + joined(each.parameters()) + "};\n");
            calls.append("        " + name + "_rhs(0.25, state, parameters, out);\n");
            calls.append(
                    observed == 0
                            ? ""
                            : "        " + name + "_observables(0.25, state, parameters, out + " + rates + ");\n");
            calls.append("        for (int i = 0; i < " + (rates + observed) + "; i++) printf(\"%.17g \", out[i]);\n");
            calls.append("        printf(\"\\n\");\n    }\n");
        }
    }

    @Test
    void wolfram_code_computes_what_the_kernels_compute() {
        wolfram(some());
    }

    private static void wolfram(List<ExportedCase> cases) {
        for (ExportedCase each : cases) {
            if (SMALL.contains(each.model())) {
                String name = camel(each.model());
                ExprEvaluator symja = new ExprEvaluator(false, (short) 1);
                for (String part : each.code(CodeLanguage.MATHEMATICA).split("\n\n")) {
                    symja.eval(part);
                }
                for (int i = 0; i < each.states().size(); i++) {
                    String arguments = "[0.25, " + list(each.states().get(i)) + ", " + association(each) + ", "
                            + rules(each.sizes()) + "]";
                    boolean observed = !each.sized().system().observables().isEmpty();
                    String all = "Join[" + name + "RHS" + arguments + ", "
                            + (observed ? "Values[" + name + "Observables" + arguments + "]" : "{}") + "]";
                    String found = symja.eval("Map[InputForm, " + all + "]").toString();
                    compare(
                            each,
                            "Symja",
                            each.expected().get(i),
                            found.replaceAll("[{}]", "")
                                    .replace(",", " ")
                                    .replaceAll("`\\d*", "")
                                    .replace("*^", "E"));
                }
            }
        }
    }

    private static String camel(String model) {
        StringBuilder joined = new StringBuilder();
        for (String word : model.split("-")) {
            joined.append(joined.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return joined.toString();
    }

    private static String list(double[] values) {
        return DoubleStream.of(values).mapToObj(ExportedCodeTest::decimal).collect(Collectors.joining(", ", "{", "}"));
    }

    private static String decimal(double value) {
        return Double.toString(value).replace("E", "*^");
    }

    private static String rules(Map<String, Integer> sizes) {
        return sizes.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\" -> " + e.getValue())
                .collect(Collectors.joining(", ", "<|", "|>"));
    }

    private static String association(ExportedCase each) {
        return each.parametersByName().entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\" -> "
                        + (each.isCopied(e.getKey())
                                ? list(e.getValue().stream().mapToDouble(v -> v).toArray())
                                : decimal(e.getValue().get(0))))
                .collect(Collectors.joining(", ", "<|", "|>"));
    }

    private static String joined(double[] values) {
        return values.length == 0
                ? "0"
                : DoubleStream.of(values).mapToObj(Double::toString).collect(Collectors.joining(", "));
    }

    private static String module(ExportedCase each) {
        return each.model().replace('-', '_');
    }

    private static void compare(ExportedCase each, String how, double[] expected, String line) {
        double[] found = Arrays.stream(line.strip().split(" "))
                .mapToDouble(ExportedCodeTest::number)
                .toArray();
        assertEquals(expected.length, found.length, each.model());
        double scale = DoubleStream.of(expected).map(Math::abs).max().orElseThrow();
        assertTrue(Double.isFinite(scale), each.model() + ": a state at which the kernels compute no numbers");
        // With one unit of each kind two fields of relu-committee coincide: the arcsine of a correlation of one, where
        // an
        // error of 1e-16 becomes one of 1e-8.
        double tolerance = each.model().equals("relu-committee") ? 1e-8 : TOLERANCE;
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], found[i], tolerance * scale, each.model() + ", " + how + ", output " + i);
        }
    }

    private static double number(String text) {
        return switch (text) {
            case "nan", "-nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static void assumeInstalled(String program) throws InterruptedException {
        boolean runs;
        try {
            runs = new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            runs = false;
        }
        assumeTrue(runs, program + " is not installed");
    }

    private List<String> run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), String.join(" ", command));
        String text = Files.readString(output);
        assertEquals(0, process.exitValue(), () -> String.join(" ", command) + "\n" + text);
        return text.lines().toList();
    }
}
