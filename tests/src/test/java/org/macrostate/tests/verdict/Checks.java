package org.macrostate.tests.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.ExecutionContext;
import org.macrostate.engine.analysis.check.CheckAnswer;
import org.macrostate.engine.analysis.check.CheckQuestion;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.Settings;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.sweep.Progress;
import org.macrostate.engine.sweep.Runner;
import org.macrostate.equations.model.BundledModels;

/** Checks as the command makes them. */
final class Checks {
    static final ExecutionContext WORK = new ExecutionContext(new Runner(2), Progress.SILENT);

    private Checks() {}

    static ModelInstance bundled(String model, Map<String, Double> parameters, Map<String, Integer> sizes) {
        return ModelInstance.of(BundledModels.problem(model), new Settings(parameters, sizes));
    }

    /** With the exact overlap process, which has the law of the vectors. */
    static CheckAnswer reduced(
            ModelInstance subject,
            List<Integer> dimensions,
            int runs,
            double until,
            Optional<InitialCondition> start,
            long seed) {
        return new CheckQuestion(dimensions, runs, TimeGrid.even(until, 6), start, true, seed, Map.of())
                .answer(subject, WORK);
    }
}
