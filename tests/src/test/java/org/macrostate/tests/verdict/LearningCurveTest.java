package org.macrostate.tests.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.macrostate.engine.analysis.Curves;
import org.macrostate.engine.analysis.integrate.Bands;
import org.macrostate.engine.analysis.integrate.IntegrateAnswer;
import org.macrostate.engine.analysis.integrate.IntegrateQuestion;
import org.macrostate.engine.analysis.simulate.SimulateAnswer;
import org.macrostate.engine.analysis.simulate.SimulateQuestion;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.solvers.integrate.Tolerances;

/**
 * The learning curve of arXiv:2310.15440 at N = 200, β = ρ = η = 1, τ = 0.01, λ = 0: five seeds of 300,000 steps each,
 * from random vectors, and the theory from each run's own overlaps.
 */
@Tag("slow")
class LearningCurveTest {
    private static final int DIMENSION = 200;
    private static final int RUNS = 5;
    private static final TimeGrid TIMES = TimeGrid.even(1500, 31);

    private final ModelInstance subject = Checks.bundled(
            "linear-vae",
            Map.of("beta", 1.0, "rho", 1.0, "eta", 1.0, "tau", 0.01, "tauD", 0.01, "lambda", 0.0),
            Map.of());

    @Test
    void learning_takes_off_near_500_ends_near_5_thousandths_and_lies_within_the_predicted_band() {
        SimulateAnswer simulated = new SimulateQuestion(
                        DIMENSION, RUNS, TIMES, Optional.empty(), false, 1, Map.of(), Curves.ONE)
                .answer(subject, Checks.WORK);
        List<double[][]> runs = simulated.curves().get(0).runs();
        int error = simulated.names().indexOf("eps_g");
        double end = runs.stream().mapToDouble(run -> run[30][error]).average().orElseThrow();
        assertEquals(5e-3, end, 1.5e-3);
        // Half of the plateau's error is gone, on average over the runs, between t = 400 and 600.
        assertTrue(average(runs, 8, error) > 0.5 * average(runs, 2, error));
        assertTrue(average(runs, 12, error) < 0.5 * average(runs, 2, error));

        List<Double> scores = new ArrayList<>();
        for (double[][] run : runs) {
            scores.addAll(scores(simulated.names(), run));
        }
        long beyondTwo = scores.stream().filter(z -> Math.abs(z) > 2).count();
        double largest = scores.stream().mapToDouble(Math::abs).max().orElseThrow();
        String found = beyondTwo + " of " + scores.size() + " beyond two deviations, the largest " + largest;
        // A normal variable is beyond two 4.6% of the time; runs are correlated in time, and N = 200 has its bias.
        assertTrue(beyondTwo < 0.15 * scores.size(), found);
        assertTrue(largest < 5, found);
    }

    private static double average(List<double[][]> runs, int time, int column) {
        return runs.stream().mapToDouble(run -> run[time][column]).average().orElseThrow();
    }

    private List<Double> scores(List<String> names, double[][] run) {
        Map<String, Double> start = new LinkedHashMap<>();
        int order = subject.compiled().length();
        for (int i = 0; i < order; i++) {
            start.put(names.get(i), run[0][i]);
        }
        IntegrateAnswer theory = new IntegrateQuestion(
                        TIMES,
                        new InitialCondition(start),
                        Tolerances.DEFAULT,
                        Map.of(),
                        Curves.ONE,
                        Optional.of(new Bands(DIMENSION, 1)))
                .answer(subject, Checks.WORK);
        IntegrateAnswer.Curve curve = theory.curves().get(0);
        assertTrue(curve.band().orElseThrow().closedForm());
        List<Double> scores = new ArrayList<>();
        for (int t = 1; t < run.length; t++) {
            for (int q = 0; q < names.size(); q++) {
                double expected = q < order ? curve.trajectory().states()[t][q] : curve.observables()[t][q - order];
                scores.add((run[t][q] - expected) / curve.band().get().deviations()[t][q]);
            }
        }
        return scores;
    }
}
