package org.macrostate.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.macrostate.engine.model.Assignments;
import org.macrostate.engine.analysis.integrate.Bands;
import org.macrostate.engine.analysis.basins.BasinsQuestion;
import org.macrostate.engine.analysis.branch.BranchQuestion;
import org.macrostate.engine.analysis.check.CheckQuestion;
import org.macrostate.engine.analysis.Curves;
import org.macrostate.engine.analysis.fixedpoints.FixedPointsQuestion;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.analysis.integrate.IntegrateQuestion;
import org.macrostate.engine.model.NumberReader;
import org.macrostate.engine.analysis.passage.PassageQuestion;
import org.macrostate.engine.analysis.phasediagram.PhaseDiagramQuestion;
import org.macrostate.engine.analysis.Question;
import org.macrostate.engine.analysis.simulate.SimulateQuestion;
import org.macrostate.engine.analysis.thresholds.ThresholdsQuestion;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.analysis.tune.TuneGoal;
import org.macrostate.engine.analysis.tune.TuneQuestion;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Yaml;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.sgd.Optimizer;

/** Reads the items under {@code questions}: what the command of the same name takes as options are keys here. */
final class QuestionReader {
    private static final List<String> COURSE = List.of("until", "points", "times", "start");
    private static final int MOST_RUNS = 1_000_000;
    private static final int LARGEST_DIMENSION = 100_000_000;

    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    /** What is read of one kind of question. */
    private record Kind(List<String> keys, Function<Keys, Question> read) {}

    QuestionReader() {
        kind("thresholds", List.of("state", "solve", "series", "minimise"), QuestionReader::thresholds);
        kind("fixed-points", List.of("starts", "seed"), QuestionReader::fixedPoints);
        kind(
                "integrate",
                with(COURSE, "rtol", "atol", "schedule", "curves", "bands", "dimension", "seed"),
                QuestionReader::integrate);
        kind("branch", List.of("vary", "follow", "show", "seed"), QuestionReader::branch);
        kind("phase-diagram", List.of("x", "y", "seed"), QuestionReader::phaseDiagram);
        kind("basins", List.of("start"), keys -> keys.required("start", BasinsQuestion::read));
        kind(
                "simulate",
                with(COURSE, "dimension", "runs", "seed", "reduced", "schedule", "curves", "optimizer"),
                QuestionReader::simulate);
        kind("check", with(COURSE, "dimension", "runs", "seed", "reduced", "schedule"), QuestionReader::check);
        kind(
                "passage",
                with(COURSE, "dimension", "runs", "of", "above", "below", "seed", "reduced"),
                QuestionReader::passage);
        kind("tune", List.of("schedule", "vary", "goal", "start", "until", "seed"), QuestionReader::tune);
    }

    private void kind(String name, List<String> keys, Function<Keys, Question> read) {
        List<String> all = with(keys, "set", "size", "limit", "quadrature", "subspace", "as", "model", "quiet");
        kinds.put(name, new Kind(all, read));
    }

    private static List<String> with(List<String> keys, String... more) {
        List<String> all = new ArrayList<>(keys);
        all.addAll(List.of(more));
        return all;
    }

    /** One item, {@code - name: {…}}. */
    StudyItem item(Yaml value) {
        Yaml.Mapping mapping = Keys.mapping(value, "a question, as in '- fixed-points: {}'");
        if (mapping.pairs().size() != 1) {
            throw new BadInput("each question is an item of its own, found "
                            + mapping.pairs().size() + " in one")
                    .at(value.place());
        }
        Yaml.Pair pair = mapping.pairs().get(0);
        Kind kind = kinds.get(pair.key().value());
        if (kind == null) {
            throw pair.key().located(BadInput.unknownName("question", pair.key().value(), kinds.keySet()));
        }
        boolean isEmpty =
                pair.value() instanceof Yaml.Scalar s && s.text().value().isBlank();
        Keys keys = isEmpty
                ? new Keys(new Yaml.Mapping(List.of(), pair.value().place()), "", List.of())
                : new Keys(pair.value(), "the question's keys in braces", kind.keys());
        try {
            return new StudyItem(
                    kind.read().apply(keys),
                    StudyReader.settings(keys),
                    pair.value().place(),
                    keys.one("as", StudyReader::name).orElse(""),
                    keys.one("model", Function.identity()).orElse(""),
                    flag(keys, "quiet"));
        } catch (BadInput bad) {
            throw bad.at(pair.value().place());
        }
    }

    private static Question thresholds(Keys keys) {
        return new ThresholdsQuestion(
                keys.required("state", Function.identity()),
                keys.required("solve", Function.identity()),
                keys.one("series", ThresholdsQuestion::series),
                keys.one("minimise", Function.identity()));
    }

    private static Question fixedPoints(Keys keys) {
        return new FixedPointsQuestion(
                keys.one("starts", text -> NumberReader.wholeNumber("starts", text, 0, MOST_RUNS))
                        .orElse(FixedPointsQuestion.STARTS),
                seed(keys));
    }

    private static Question branch(Keys keys) {
        return new BranchQuestion(
                keys.required("vary", BranchQuestion::range),
                keys.one("follow", BranchQuestion::range),
                keys.one("show", Function.identity()),
                seed(keys));
    }

    private static Question phaseDiagram(Keys keys) {
        return new PhaseDiagramQuestion(
                keys.required("x", PhaseDiagramQuestion::axis),
                keys.required("y", PhaseDiagramQuestion::axis),
                seed(keys));
    }

    private static Question integrate(Keys keys) {
        Tolerances accuracy = new Tolerances(
                keys.one("rtol", text -> NumberReader.positive("rtol", text)).orElse(Tolerances.DEFAULT.relative()),
                keys.one("atol", text -> NumberReader.positive("atol", text)).orElse(Tolerances.DEFAULT.absolute()));
        return new IntegrateQuestion(
                grid(keys, IntegrateQuestion.POINTS),
                beginning(keys).orElse(new InitialCondition(Map.of())),
                accuracy,
                schedules(keys),
                curves(keys),
                bands(keys),
                keys.one("method", Integration.Method::named).orElse(Integration.Method.LEAN));
    }

    private static Optional<Bands> bands(Keys keys) {
        Optional<Integer> dimension = keys.one("dimension", QuestionReader::dimension);
        if (!flag(keys, "bands")) {
            if (dimension.isPresent()) {
                throw new BadInput("'dimension' says how wide the bands are: with it goes 'bands: true'");
            }
            return Optional.empty();
        }
        return Optional.of(
                new Bands(dimension.orElseThrow(() -> new BadInput("'bands' needs the key 'dimension'")), seed(keys)));
    }

    private static Question simulate(Keys keys) {
        return new SimulateQuestion(
                keys.required("dimension", QuestionReader::dimension),
                keys.one("runs", text -> NumberReader.wholeNumber("runs", text, 1, MOST_RUNS))
                        .orElse(1),
                grid(keys, SimulateQuestion.POINTS),
                beginning(keys),
                reduced(keys),
                seed(keys),
                schedules(keys),
                curves(keys),
                keys.one("optimizer", Optimizer::read).orElse(Optimizer.SGD));
    }

    private static Question check(Keys keys) {
        return new CheckQuestion(
                keys.list("dimension", QuestionReader::dimension)
                        .orElseThrow(() -> new BadInput("key 'dimension' is missing")),
                keys.one("runs", text -> NumberReader.wholeNumber("runs", text, 2, MOST_RUNS))
                        .orElse(16),
                grid(keys, CheckQuestion.POINTS),
                beginning(keys),
                reduced(keys),
                seed(keys),
                schedules(keys));
    }

    private static Question passage(Keys keys) {
        boolean below = keys.value("below").isPresent();
        if (below == keys.value("above").isPresent()) {
            throw new BadInput("one of 'above' and 'below' is needed: the level to be passed");
        }
        return new PassageQuestion(
                keys.list("dimension", QuestionReader::dimension)
                        .orElseThrow(() -> new BadInput("key 'dimension' is missing")),
                keys.one("runs", text -> NumberReader.wholeNumber("runs", text, 1, MOST_RUNS))
                        .orElse(8),
                keys.required("of", Function.identity()),
                keys.required(below ? "below" : "above", text -> NumberReader.number("the level", text)),
                below,
                grid(keys, PassageQuestion.POINTS),
                beginning(keys),
                reduced(keys),
                seed(keys));
    }

    private static Question tune(Keys keys) {
        Optional<Double> until = keys.one("until", text -> NumberReader.positive("until", text));
        return new TuneQuestion(
                schedules(keys),
                keys.required("vary", TuneQuestion::ranges),
                keys.required("goal", text -> TuneGoal.read(text, until)),
                beginning(keys).orElse(new InitialCondition(Map.of())),
                seed(keys));
    }

    private static int dimension(String text) {
        return NumberReader.wholeNumber("dimension", text, 1, LARGEST_DIMENSION);
    }

    private static long seed(Keys keys) {
        return keys.one("seed", NumberReader::seed).orElse(1L);
    }

    private static boolean reduced(Keys keys) {
        return flag(keys, "reduced");
    }

    private static boolean flag(Keys keys, String key) {
        return keys.one(key, text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new BadInput(key + " must be true or false, was '" + text + "'");
                    }
                    return text.equals("true");
                })
                .orElse(false);
    }

    private static TimeGrid grid(Keys keys, int points) {
        Optional<List<Double>> times = keys.list("times", text -> NumberReader.number("a time", text));
        if (times.isPresent()) {
            if (keys.value("until").isPresent() || keys.value("points").isPresent()) {
                throw new BadInput("'times' says when rows are wanted; 'until' and 'points' then have no meaning");
            }
            return new TimeGrid(times.get());
        }
        return TimeGrid.even(
                keys.required("until", text -> NumberReader.positive("until", text)),
                keys.one("points", text -> NumberReader.wholeNumber("points", text, 2, MOST_RUNS))
                        .orElse(points));
    }

    private static Optional<InitialCondition> beginning(Keys keys) {
        return keys.value("start")
                .map(value -> value instanceof Yaml.Mapping
                        ? new InitialCondition(keys.map("start", NumberReader::number))
                        : Keys.read(value, InitialCondition::read));
    }

    private static Map<String, String> schedules(Keys keys) {
        return keys.value("schedule")
                .map(value -> value instanceof Yaml.Mapping
                        ? keys.map("schedule", (name, text) -> text)
                        : Keys.read(value, Assignments::texts))
                .orElseGet(Map::of);
    }

    /** {@code curves: {beta: [0.5, 1]}}. */
    private static Curves curves(Keys keys) {
        if (keys.value("curves").isEmpty()) {
            return Curves.ONE;
        }
        Yaml.Mapping mapping =
                Keys.mapping(keys.value("curves").get(), "a parameter with values, as in {beta: [1, 2]}");
        if (mapping.pairs().size() != 1) {
            throw new BadInput("curves vary one parameter, found "
                            + mapping.pairs().size())
                    .at(mapping.place());
        }
        String parameter = mapping.pairs().get(0).key().value();
        Keys inner = new Keys(mapping, "", List.of(parameter));
        return new Curves(
                parameter,
                inner.list(parameter, text -> NumberReader.number(parameter, text))
                        .orElseGet(List::of));
    }
}
