package org.macrostate.tests.stress;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.engine.analysis.Curves;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.analysis.integrate.IntegrateAnswer;
import org.macrostate.engine.analysis.integrate.IntegrateQuestion;
import org.macrostate.engine.cli.Cli;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.Settings;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.solvers.integrate.Tolerances;

/** Every bundled model at edges of its parameters' domains: an end with a status and a message, never a silent NaN. */
class EdgesTest {
    private static final Duration FOR_EVER = Duration.ofMinutes(4);
    private static final Pattern NO_NUMBER = Pattern.compile("\\b(NaN|Infinity)\\b");

    /** An edge: what all parameters of a model are set to. */
    private record Edge(String name, ToDoubleFunction<Declaration.Parameter> value) {}

    private static final List<Edge> EDGES = List.of(
            new Edge("tiny", p -> p.domain() == Domain.UNIT || p.domain() == Domain.POSITIVE ? 1e-300 : 0),
            new Edge("huge", p -> p.domain() == Domain.UNIT ? 1 - 1e-16 : 1e300),
            new Edge("large", p -> p.domain() == Domain.UNIT ? 0.999 : 1000),
            new Edge(
                    "past stability",
                    p -> p.name().matches("tau.*|eta") ? 1e3 : p.values().get(0)));

    private static final List<String> STARTS = List.of("", "=0", "=1", "=1e-300", "=1e150");

    private static String settings(LearningProblem problem, Edge edge) {
        return problem.parameters().stream()
                .filter(p -> p.copies().isEmpty())
                .map(p -> p.name() + "=" + edge.value().applyAsDouble(p))
                .collect(Collectors.joining(","));
    }

    static Stream<Arguments> models() {
        // the two teachers of switched-teacher coincide at the upper edge, where the usual start, whose units overlap
        // with one
        // of them only, is that of no vectors and is refused
        return BundledModels.names().stream()
                .filter(model -> !model.equals("switched-teacher"))
                .map(Arguments::of);
    }

    private static boolean learns(LearningProblem problem) {
        return !(problem.dynamics() instanceof Dynamics.Flow);
    }

    /** Where nothing is comfortable the integration ends at once; what only is slow there is tried in the slow profile. */
    @ParameterizedTest
    @MethodSource("models")
    void integrate_where_numbers_end(String model) {
        ModelInstance subject = ModelInstance.of(BundledModels.problem(model), Settings.NONE);
        Map<String, Double> start = learns(subject.problem()) ? Map.of() : all(subject, 1);
        for (Edge edge : EDGES.subList(0, 2)) {
            IntegrateQuestion question = new IntegrateQuestion(
                    TimeGrid.even(1, 3), new InitialCondition(start), Tolerances.DEFAULT, Map.of(), Curves.ONE);
            ModelInstance there = subject.with(new Settings(values(subject.problem(), edge), Map.of()));
            IntegrateAnswer answer = assertTimeoutPreemptively(
                    FOR_EVER, () -> question.answer(there, new ExecutionContext(new Runner(1), Progress.SILENT)));
            boolean told = answer.outcome() instanceof Outcome.NotConverged failed
                    && !failed.why().isBlank();
            boolean clean = !NO_NUMBER.matcher(answer.tables().get(0).csv()).find();
            assertTrue(
                    told || clean,
                    model + ", " + edge.name() + ": " + answer.tables().get(0).csv());
        }
    }

    private static Map<String, Double> all(ModelInstance subject, double value) {
        Map<String, Double> all = new HashMap<>();
        subject.problem().scalars().forEach(scalar -> all.put(scalar.name(), value));
        return all;
    }

    private static Map<String, Double> values(LearningProblem problem, Edge edge) {
        Map<String, Double> values = new HashMap<>();
        problem.parameters().stream()
                .filter(p -> p.copies().isEmpty())
                .forEach(p -> values.put(p.name(), edge.value().applyAsDouble(p)));
        return values;
    }

    /** One for each cause that the slow test once found. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "integrate perceptron --until 10 --points 4 --start R=0,Q=0",
                "integrate adatron --until 1 --points 2 --start R=1e-300,Q=1e-300",
                "phase-diagram linear-vae --set eta=1000,rho=1000,tau=1000 --x beta=0.5:1:2 --y eta=900:1000:2",
                "thresholds oja --set omega=0,tau=1e-300 --state learned --solve omega"
            })
    void a_number_that_does_not_exist_is_left_out(String line) {
        ends(line.split(" "));
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("models")
    void every_command_at_every_edge(String model) {
        LearningProblem problem = BundledModels.problem(model);
        List<String> names = problem.parameters().stream()
                .filter(p -> p.copies().isEmpty())
                .map(Declaration.Parameter::name)
                .toList();
        for (Edge edge : EDGES) {
            String set = settings(problem, edge);
            STARTS.forEach(start -> ends(integrate(problem, set, start)));
            ends("fixed-points", model, "--set", set, "--starts", "4");
            ends("branch", model, "--set", set, "--vary", names.get(0) + "=0.5:1.5");
            if (names.size() > 1) {
                ends(
                        "phase-diagram",
                        model,
                        "--set",
                        set,
                        "--x",
                        names.get(0) + "=0.5:1:2",
                        "--y",
                        names.get(1) + "=0.5:1:2");
            }
            problem.states()
                    .forEach(state ->
                            ends("thresholds", model, "--set", set, "--state", state.name(), "--solve", names.get(0)));
            if (learns(problem)) {
                ends("simulate", model, "--set", set, "--dimension", "40", "--until", "2", "--points", "3");
                ends(
                        "simulate",
                        model,
                        "--set",
                        set,
                        "--dimension",
                        "40",
                        "--until",
                        "2",
                        "--points",
                        "3",
                        "--reduced");
                ends(
                        "check",
                        model,
                        "--set",
                        set,
                        "--dimension",
                        "30,60",
                        "--runs",
                        "4",
                        "--until",
                        "1",
                        "--points",
                        "3");
            }
        }
    }

    private static String[] integrate(LearningProblem problem, String set, String start) {
        List<String> words =
                new ArrayList<>(List.of("integrate", problem.name(), "--until", "10", "--points", "4", "--set", set));
        if (problem.dynamics() instanceof Dynamics.Flow || !start.isEmpty()) {
            words.add("--start");
            words.add(starts(problem, start.isEmpty() ? "=1" : start));
        }
        return words.toArray(String[]::new);
    }

    private static String starts(LearningProblem problem, String value) {
        Stream<String> order = problem.order().stream().map(Declaration.OrderName::name);
        Stream<String> scalars = problem.scalars().stream().map(Declaration.Scalar::name);
        return Stream.concat(order, scalars).map(name -> name + value).collect(Collectors.joining(","));
    }

    private static void ends(String... words) {
        String line = String.join(" ", words);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> quiet = new ArrayList<>(Arrays.asList(words));
        quiet.add("--quiet");
        int status = assertTimeoutPreemptively(
                FOR_EVER,
                () -> Cli.run(
                        quiet.toArray(String[]::new),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                line);
        String said = err.toString(StandardCharsets.UTF_8);
        assertTrue(List.of(0, 1, 2, 3).contains(status), () -> line + "\n" + said);
        assertTrue(status == 0 || said.startsWith("macrostate: "), () -> line + "\n" + said);
        assertFalse(said.contains("the numerics failed"), () -> line + "\n" + said);
        if (status == 0) {
            assertFalse(NO_NUMBER.matcher(out.toString(StandardCharsets.UTF_8)).find(), () -> line + "\n" + out);
        }
    }
}
