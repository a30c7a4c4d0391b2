package org.macrostate.engine.analysis.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.output.DataTable;

/** First-passage times, an ensemble a dimension. */
public record PassageAnswer(PassageQuestion asked, List<Ensemble> ensembles) implements Answer {
    private static final String MEAN = "mean time";
    private static final String ERROR = "standard error";
    private static final List<String> COLUMNS =
            List.of("dimension", "runs", "passed", MEAN, "standard deviation", ERROR);

    /**
     * Runs at one dimension.
     *
     * @param times one a run, t = steps / N; NaN for a run that did not pass
     */
    public record Ensemble(int dimension, double[] times) {
        public int passed() {
            return (int) Arrays.stream(times).filter(Double::isFinite).count();
        }

        /** The mean over runs that passed; NaN if none did. */
        public double mean() {
            return Arrays.stream(times).filter(Double::isFinite).average().orElse(Double.NaN);
        }

        /** NaN for fewer than two runs that passed. */
        public double deviation() {
            double mean = mean();
            double squares = Arrays.stream(times)
                    .filter(Double::isFinite)
                    .map(t -> (t - mean) * (t - mean))
                    .sum();
            return passed() < 2 ? Double.NaN : Math.sqrt(squares / (passed() - 1));
        }
    }

    @Override
    public boolean isOfRuns() {
        return true;
    }

    @Override
    public Optional<String> standardErrorOf(String column) {
        return column.equals(MEAN) ? Optional.of(ERROR) : Optional.empty();
    }

    @Override
    public Outcome outcome() {
        List<Integer> open = ensembles.stream()
                .filter(e -> e.passed() < e.times().length)
                .map(Ensemble::dimension)
                .toList();
        return open.isEmpty()
                ? Outcome.DONE
                : new Outcome.NotConverged("some runs at N = "
                        + String.join(", ", open.stream().map(String::valueOf).toList())
                        + " do not pass by t = " + asked.times().end());
    }

    @Override
    public List<DataTable> tables() {
        List<List<Object>> rows = new ArrayList<>();
        for (Ensemble e : ensembles) {
            rows.add(List.of(
                    e.dimension(),
                    e.times().length,
                    e.passed(),
                    e.mean(),
                    e.deviation(),
                    e.deviation() / Math.sqrt(e.passed())));
        }
        return List.of(new DataTable(PassageQuestion.TABLE, COLUMNS, rows));
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("of", asked.of());
        json.put("level", asked.level());
        json.put("reduced", asked.reduced());
        json.put("ensembles", ensembles.stream().map(PassageAnswer::json).toList());
        return json;
    }

    private static Map<String, Object> json(Ensemble e) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dimension", e.dimension());
        json.put("passed", e.passed());
        json.put("mean time", finite(e.mean()));
        json.put("standard deviation", finite(e.deviation()));
        json.put(
                "times",
                Arrays.stream(e.times()).mapToObj(PassageAnswer::finite).toList());
        return json;
    }

    private static Object finite(double value) {
        return Double.isFinite(value) ? (Object) value : Optional.empty();
    }
}
