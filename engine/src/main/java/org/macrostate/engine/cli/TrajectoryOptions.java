package org.macrostate.engine.cli;

import java.util.Optional;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.NumberReader;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.equations.BadInput;
import picocli.CommandLine.Option;

/** Options of everything that runs in time: where it begins, how long it goes, when it is looked at. */
final class TrajectoryOptions {
    @Option(names = "--until", paramLabel = "T", description = "end, t = steps / N")
    Optional<String> until = Optional.empty();

    @Option(names = "--points", paramLabel = "n", description = "rows from 0 to the end, equally spaced")
    Optional<String> points = Optional.empty();

    @Option(names = "--times", paramLabel = "a,b,c", description = "rows at these times")
    Optional<String> times = Optional.empty();

    @Option(
            names = "--start",
            paramLabel = "m[1,1]=0.01,D=1",
            description = {
                "order parameters at time 0; m=0.01 fills all of m. Or 'random', 'random,Q=0.5': vectors of independent",
                "normal coordinates with these variances"
            })
    Optional<String> start = Optional.empty();

    /** @throws BadInput if neither or both ways of saying when are used, or a number is out of range */
    TimeGrid grid(int unlessGiven) {
        return grid(unlessGiven, TimeGrid.MOST_POINTS);
    }

    /** The same with another bound on the number of rows. */
    TimeGrid grid(int unlessGiven, int most) {
        if (times.isPresent()) {
            if (points.isPresent() || until.isPresent()) {
                throw new BadInput("--times says when rows are wanted; --until and --points then have no meaning");
            }
            return ModelOptions.at("--times", () -> new TimeGrid(NumberReader.numbers("a time", times.get())));
        }
        String end = until.orElseThrow(() -> new BadInput("--until T is needed, or --times a,b,c"));
        int count = points.map(text -> NumberReader.wholeNumber("--points", text, 2, most))
                .orElse(unlessGiven);
        return TimeGrid.even(NumberReader.positive("--until", end), count);
    }

    Optional<InitialCondition> beginning() {
        return start.map(text -> ModelOptions.at("--start", () -> InitialCondition.read(text)));
    }
}
