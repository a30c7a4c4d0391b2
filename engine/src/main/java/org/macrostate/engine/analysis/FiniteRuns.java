package org.macrostate.engine.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.output.DataTable;

/** An answer that is an ensemble of runs of SGD at one N, shown by its means. */
public interface FiniteRuns extends Answer {
    /** Columns of {@link #summary}. */
    String MEAN = "mean";

    String DEVIATION = "standard deviation";

    /**
     * Mean and standard deviation over runs, of one quantity.
     *
     * @param value of the parameter that tells curves apart; empty if there is one curve
     * @param t as long as the other arrays
     */
    record Mean(Optional<Double> value, double[] t, double[] mean, double[] deviation) {}

    int dimension();

    int runs();

    /** Whether of the exact overlap process. */
    boolean isReduced();

    Curves kind();

    /** Whether these are runs of plain SGD of just these curves. */
    boolean areOf(InitialCondition start, Curves curves, Map<String, String> schedules);

    /** One for each curve. */
    List<Mean> means(String quantity);

    /** The means as a table. */
    DataTable summary(String quantity, String name);
}
