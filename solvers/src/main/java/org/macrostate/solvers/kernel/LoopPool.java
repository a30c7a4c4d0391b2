package org.macrostate.solvers.kernel;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.graph.MultivariateFunction;

/** What the methods of one nest read and call beside arrays, by number. */
final class LoopPool {
    private final List<List<Double>> columns = new ArrayList<>();
    private final List<MultivariateFunction> calls = new ArrayList<>();

    int column(List<Double> values) {
        if (!columns.contains(values)) {
            columns.add(values);
        }
        return columns.indexOf(values);
    }

    int call(MultivariateFunction function) {
        calls.add(function);
        return calls.size() - 1;
    }

    double[][] columns() {
        return columns.stream()
                .map(c -> c.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
    }

    List<MultivariateFunction> calls() {
        return calls;
    }
}
