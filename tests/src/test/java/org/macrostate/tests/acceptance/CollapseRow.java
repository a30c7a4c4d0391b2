package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.macrostate.engine.model.NumberFormula;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.kernel.CompiledSystem;

/**
 * A row of the page of thresholds of collapse.
 *
 * @param method what the page calls it
 * @param command model and options of the command that finds thresholds
 * @param threshold a formula in the model's parameters
 * @param at values of the parameter on both sides of the threshold
 * @param growth the leading eigenvalue there, a formula in the model's parameters
 */
record CollapseRow(String method, String command, String threshold, List<Double> at, String growth) {
    private static final Path DOCS = Path.of(System.getProperty("macrostate.root", ".."), "engine", "docs");
    private static final Pattern SETTING = Pattern.compile("([A-Za-z][A-Za-z0-9]*(?:\\[\\d+])?)=([^,]+)");

    static Stream<CollapseRow> all() throws IOException {
        return Files.readAllLines(DOCS.resolve("collapse.md")).stream()
                .map(line -> line.split("\\|"))
                .filter(cells -> cells.length > 6 && cells[2].strip().startsWith("`"))
                .map(cells -> Arrays.stream(cells)
                        .map(cell -> cell.strip().replace("`", ""))
                        .toList())
                .map(cells -> new CollapseRow(
                        cells.get(1),
                        cells.get(2),
                        cells.get(3),
                        Arrays.stream(cells.get(4).split(", "))
                                .map(Double::valueOf)
                                .toList(),
                        cells.get(5)));
    }

    /** A file, or the name of a bundled model. */
    String model() {
        String model = command.substring(0, command.indexOf(' '));
        return model.endsWith(".yaml") ? DOCS.resolve(model).toString() : model;
    }

    String option(String name) {
        Matcher option = Pattern.compile("--" + name + " (\\S+)").matcher(command);
        return option.find() ? option.group(1) : "";
    }

    private String given(String... names) {
        StringBuilder options = new StringBuilder(model());
        for (String name : names) {
            options.append(option(name).isEmpty() ? "" : " --" + name + " " + option(name));
        }
        return options.toString();
    }

    /** The arguments of {@code thresholds} with the parameter at a value. */
    String thresholds(double value) {
        return given("state", "solve", "limit", "size") + " --set " + set(value);
    }

    /** Model and options of a run with the parameter at a value. */
    String run(double value) {
        return given("limit", "size") + " --set " + set(value);
    }

    /** The same at the model's learning rates, whatever the limit. */
    String finite(double value) {
        return given("size") + " --set " + set(value);
    }

    private String set(double value) {
        String settings = option("set");
        return (settings.isEmpty() ? "" : settings + ",") + option("solve") + "=" + value;
    }

    private LearningProblem problem() throws IOException {
        return model().endsWith(".yaml")
                ? ModelFile.read(Files.readString(Path.of(model())), model())
                : BundledModels.problem(model());
    }

    private static Map<String, Double> numbers(String settings) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Matcher setting = SETTING.matcher(settings);
        while (setting.find()) {
            numbers.put(setting.group(1), Double.valueOf(setting.group(2)));
        }
        return numbers;
    }

    /** The equations of the row's limit. */
    CompiledSystem system() throws IOException {
        LearningProblem problem = problem();
        Map<String, Integer> sizes = new LinkedHashMap<>();
        numbers(option("size")).forEach((name, size) -> sizes.put(name, size.intValue()));
        Limit limit = option("limit").isEmpty() ? Limit.FINITE_RATE : Limit.SMALL_RATE;
        return CompiledSystem.of(BoundSystem.of(Derivation.of(problem, limit), Sizes.of(problem, sizes)));
    }

    double[] parameters(CompiledSystem system, double value) {
        return system.bound().parameters().with(numbers(set(value)));
    }

    /** A formula in the parameters, at a value of the row's own. */
    double number(String formula, CompiledSystem system, double value) {
        List<String> labels = system.bound().parameters().labels();
        double[] parameters = parameters(system, value);
        Map<String, Double> named = new HashMap<>();
        for (int i = 0; i < parameters.length; i++) {
            named.put(labels.get(i), parameters[i]);
        }
        return NumberFormula.read(formula, labels, system.bound().sizes()).at(named);
    }

    /** The page's own measurements at a value: the eigenvalue and the growth of the equations to their last digit, SGD's within errors. */
    void assertMeasured(double at, double eigenvalue, double equations, double sgd, double error) throws IOException {
        String told = String.format(
                Locale.ROOT, "| %s | %s | %.6f | %.6f | %.6f ± %.6f |", method, at, eigenvalue, equations, sgd, error);
        List<String> cells = Files.readAllLines(DOCS.resolve("collapse.md")).stream()
                .filter(line -> line.startsWith("| " + method + " | " + at + " |"))
                .flatMap(line -> Arrays.stream(line.split("\\|")).map(String::strip))
                .toList();
        assertEquals(6, cells.size(), "the page lacks " + told);
        String[] runs = cells.get(5).split(" ± ");
        double page = Double.parseDouble(runs[0]);
        boolean same = Math.abs(Double.parseDouble(cells.get(3)) - eigenvalue) < 2e-6
                && Math.abs(Double.parseDouble(cells.get(4)) - equations) < 2e-6
                && Math.abs(page - sgd) <= 5 * Math.hypot(error, Double.parseDouble(runs[1])) + 2e-6;
        assertTrue(same, "the page is to say " + told);
    }

    @Override
    public String toString() {
        return method;
    }
}
