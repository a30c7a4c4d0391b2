package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.model.LearningProblem;

/** Where each parameter stands in the parameter vector, with its default value and domain. */
public final class ParameterLayout {
    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final List<Domain> domains = new ArrayList<>();
    private final List<Double> defaults = new ArrayList<>();

    public ParameterLayout(LearningProblem problem, Sizes sizes) {
        for (Declaration.Parameter parameter : problem.parameters()) {
            int copies = parameter.copies().map(sizes::of).orElse(0);
            if (copies == 0) {
                add(parameter, List.of(), parameter.values().get(0));
            }
            for (int i = 1; i <= copies; i++) {
                int given = parameter.values().size();
                add(parameter, List.of(i), parameter.values().get(Math.min(i, given) - 1));
            }
        }
    }

    private void add(Declaration.Parameter parameter, List<Integer> place, double value) {
        positions.put(Places.label(parameter.name(), place), defaults.size());
        domains.add(parameter.domain());
        defaults.add(value);
    }

    public int length() {
        return defaults.size();
    }

    /** {@code rho}, or {@code rho[1]} for a parameter with copies, in the order of the parameter vector. */
    public List<String> labels() {
        return List.copyOf(positions.keySet());
    }

    /**
     * The position of a label.
     *
     * @throws BadInput if there is no such parameter
     */
    public int position(String label) {
        Integer position = positions.get(label);
        if (position == null) {
            throw BadInput.unknownName("parameter", label, positions.keySet());
        }
        return position;
    }

    public Domain domain(int position) {
        return domains.get(position);
    }

    /** The defaults, a new array at each call. */
    public double[] defaults() {
        return defaults.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /**
     * The parameter vector with some values replaced; a name without index sets all copies.
     *
     * @throws BadInput if a name is unknown or a value outside its domain
     */
    public double[] with(Map<String, Double> values) {
        double[] parameters = defaults();
        values.forEach((name, value) -> set(parameters, name, value));
        return parameters;
    }

    private void set(double[] parameters, String name, double value) {
        List<Integer> targets = new ArrayList<>();
        positions.forEach((label, position) -> {
            if (label.equals(name) || label.startsWith(name + "[")) {
                targets.add(position);
            }
        });
        if (targets.isEmpty()) {
            throw BadInput.unknownName("parameter", name, positions.keySet());
        }
        for (int target : targets) {
            if (!domains.get(target).contains(value)) {
                throw new BadInput(
                        "parameter " + name + " must be " + domains.get(target).words() + ", was " + value);
            }
            parameters[target] = value;
        }
    }
}
