package org.macrostate.engine.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.engine.model.Settings;
import org.macrostate.equations.graph.ParameterLayout;
import org.macrostate.solvers.phase.ParameterAxis;

/**
 * Some of the points of a sweep.
 *
 * @param subject at its own settings
 * @param names of the parameters that vary; one without an index sets all copies
 * @param values {@code double[points][names]}
 * @param plane two axes of which the points are the grid, the first the faster; empty if they are no grid
 * @param threads that may be used inside
 */
public record PointBlock(
        ModelInstance subject, List<String> names, double[][] values, Optional<Plane> plane, int threads) {
    /** Two axes of a grid. */
    public record Plane(ParameterAxis x, ParameterAxis y) {}

    /** The values at a point by name. */
    public Map<String, Double> at(int point) {
        Map<String, Double> at = new LinkedHashMap<>();
        for (int k = 0; k < names.size(); k++) {
            at.put(names.get(k), values[point][k]);
        }
        return at;
    }

    /** All parameters at a point, in the order of the layout, a new array. */
    public double[] parameters(int point) {
        ParameterLayout layout = subject.layout();
        double[] parameters = subject.parameters();
        for (int k = 0; k < names.size(); k++) {
            for (int i = 0; i < parameters.length; i++) {
                String label = layout.labels().get(i);
                if (label.equals(names.get(k)) || label.startsWith(names.get(k) + "[")) {
                    parameters[i] = values[point][k];
                }
            }
        }
        return parameters;
    }

    /** The model at a point. */
    public ModelInstance subject(int point) {
        return subject.with(new Settings(at(point), Map.of()));
    }
}
