package org.macrostate.engine.analysis;

import java.util.List;
import org.macrostate.engine.model.TrajectoryOptions;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.option.OptionType;

/** Options of everything that runs SGD: in which of its two exact forms, how often, with which seed. */
public final class RunOptions {
    public static final AnalysisOption<Boolean> REDUCED =
            AnalysisOption.flag("reduced", "the exact finite-N overlap process in place of the vectors");
    public static final AnalysisOption<Boolean> FLOAT = AnalysisOption.flag(
            "float", "vectors and noises in single precision: other runs of the same law, in less time");
    public static final AnalysisOption<Long> SEED = TrajectoryOptions.seed("the one seed");
    public static final AnalysisOption<List<Integer>> DIMENSIONS = AnalysisOption.of(
                    "dimension", OptionType.wholes(1, Runs.LARGEST_DIMENSION), "N,…", "dimensions of the vectors")
            .required();

    private RunOptions() {}

    /** How many runs. */
    public static AnalysisOption<Integer> runs(int least, int unlessGiven, String help) {
        return AnalysisOption.of("runs", OptionType.whole(least, Runs.MOST_RUNS), "k", help)
                .unlessGiven(Integer.toString(unlessGiven));
    }
}
