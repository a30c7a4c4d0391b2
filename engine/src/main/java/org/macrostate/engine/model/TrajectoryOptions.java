package org.macrostate.engine.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.Given;
import org.macrostate.engine.option.OptionType;
import org.macrostate.engine.option.OptionValues;
import org.macrostate.equations.BadInput;

/** Options of everything that runs in time: where it begins, how long it goes, when it is looked at. */
public final class TrajectoryOptions {
    public static final AnalysisOption<Double> UNTIL =
            AnalysisOption.of("until", OptionType.positive(), "T", "end, t = steps / N");
    public static final AnalysisOption<List<Double>> TIMES =
            AnalysisOption.of("times", OptionType.numbers("a time"), "a,b,c", "rows at these times");
    public static final AnalysisOption<InitialCondition> START = AnalysisOption.of(
            "start",
            start(),
            "m[1,1]=0.01,D=1",
            "order parameters at time 0; m=0.01 fills all of m. Or 'random', 'random,Q=0.5': vectors of independent",
            "normal coordinates with these variances");
    public static final AnalysisOption<Map<String, String>> SCHEDULE = AnalysisOption.of(
            "schedule", OptionType.textsByName(), "beta=Tanh[t/3000]", "parameters that follow an expression in t");

    private TrajectoryOptions() {}

    /** {@code m=0.01,D=1}, {@code random,Q=0.5}, or names with numbers in a file. */
    private static OptionType<InitialCondition> start() {
        OptionType<Map<String, Double>> numbers = OptionType.numbersByName();
        return new OptionType<>(
                false,
                false,
                (role, given) -> given instanceof Given.Pairs
                        ? new InitialCondition(numbers.read(role, given))
                        : given.one(InitialCondition::read),
                numbers.schema());
    }

    /**
     * The option of how many rows there are, equally spaced.
     *
     * @param unlessGiven so many
     * @param most so many at most
     */
    public static AnalysisOption<Integer> points(int unlessGiven, int most) {
        return AnalysisOption.of("points", OptionType.whole(2, most), "n", "rows from 0 to the end, equally spaced")
                .unlessGiven(Integer.toString(unlessGiven));
    }

    /**
     * When rows are wanted.
     *
     * @throws BadInput if neither or both ways of saying when are used
     */
    public static TimeGrid grid(OptionValues values, AnalysisOption<Integer> points) {
        if (values.has(TIMES)) {
            if (values.has(points) || values.has(UNTIL)) {
                throw new BadInput(values.spelled(TIMES) + " says when rows are wanted; " + values.spelled(UNTIL)
                        + " and " + values.spelled(points) + " then have no meaning");
            }
            List<Double> times = values.find(TIMES).orElseThrow();
            return values.at(TIMES, () -> new TimeGrid(times));
        }
        double end = values.find(UNTIL)
                .orElseThrow(() ->
                        new BadInput(values.spelled(UNTIL) + " T is needed, or " + values.spelled(TIMES) + " a,b,c"));
        return TimeGrid.even(end, values.get(points));
    }

    /** Where it begins, if that is said. */
    public static Optional<InitialCondition> start(OptionValues values) {
        return values.find(START);
    }

    /** The same where nothing said means the program's own start. */
    public static InitialCondition startOrUsual(OptionValues values) {
        return values.find(START).orElseGet(() -> new InitialCondition(Map.of()));
    }

    /** Expressions by parameters. */
    public static Map<String, String> schedules(OptionValues values) {
        return values.find(SCHEDULE).orElseGet(Map::of);
    }

    /** A seed: of random starts, of samples, of a search. */
    public static AnalysisOption<Long> seed(String of) {
        return AnalysisOption.of("seed", OptionType.seed(), "s", of).unlessGiven("1");
    }
}
