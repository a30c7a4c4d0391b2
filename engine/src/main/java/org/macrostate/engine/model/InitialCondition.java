package org.macrostate.engine.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.solvers.fixedpoint.DomainConstraints;
import org.macrostate.solvers.sgd.Start;

/**
 * Where a course in time begins. What the user does not say is: norms of trained vectors 1, overlaps between them 0,
 * overlaps with fixed vectors 0.01 for equal copies and 0.001 for others, trained numbers where the model starts them.
 *
 * @param values by label or, for all copies, by name; the narrower one wins
 * @param random vectors of independent normal coordinates: values are variances under the names of the norms, and starts
 *     of trained numbers; a state then is the mean over such vectors
 */
public record InitialCondition(Map<String, Double> values, boolean random) {
    private static final String RANDOM = "random";
    private static final double ROUNDING = 1e-10;
    private static final double SIGNAL = 0.01;
    private static final double OTHER_SIGNAL = 0.001;

    public InitialCondition {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Prescribed values. */
    public InitialCondition(Map<String, Double> values) {
        this(values, false);
    }

    /** Reads {@code m=0.01,D=1}, {@code random} or {@code random,Q=0.5}. */
    public static InitialCondition read(String text) {
        String rest = text.strip();
        boolean random = rest.equals(RANDOM) || rest.startsWith(RANDOM + ",");
        String values = random ? rest.substring(Math.min(rest.length(), RANDOM.length() + 1)) : rest;
        return new InitialCondition(values.isBlank() && random ? Map.of() : Assignments.numbers(values), random);
    }

    /** The start in the simulation's own terms. */
    public Start start(ModelInstance subject) {
        return random ? new Start.Random(values) : new Start.Prescribed(byLabel(subject));
    }

    /**
     * The state, in the order of the layout.
     *
     * @throws BadInput if a name is unknown, a value outside its domain, a number of a plain flow has no start, or overlaps
     *     are those of no vectors
     */
    public double[] state(ModelInstance subject) {
        StateLayout layout = subject.compiled().bound().state();
        requireKnown(layout);
        double[] state =
                layout.elements().stream().mapToDouble(e -> value(subject, e)).toArray();
        requireRealisable(subject, state);
        return state;
    }

    private static void requireRealisable(ModelInstance subject, double[] state) {
        DomainConstraints constraints =
                DomainConstraints.of(subject.compiled().bound(), subject.parameters());
        int broken = constraints.violated(state, ROUNDING, ROUNDING);
        if (broken >= 0) {
            throw new BadInput("no vectors have the overlaps of this start: " + constraints.described(broken)
                    + "; the smallest eigenvalue was " + (float) constraints.slack(broken, state));
        }
    }

    /** The state by label. */
    public Map<String, Double> byLabel(ModelInstance subject) {
        double[] state = state(subject);
        Map<String, Double> values = new LinkedHashMap<>();
        List<String> labels = subject.compiled().bound().state().labels();
        for (int i = 0; i < state.length; i++) {
            values.put(labels.get(i), state[i]);
        }
        return values;
    }

    private void requireKnown(StateLayout layout) {
        TreeSet<String> known = new TreeSet<>(layout.labels());
        layout.elements().forEach(e -> known.add(e.variable().name()));
        if (random) {
            known.clear();
            layout.elements().stream()
                    .filter(e -> !e.variable().isOverlap() || isNorm(e))
                    .forEach(e -> known.addAll(
                            java.util.List.of(e.label(), e.variable().name())));
        }
        String role = random ? "norm or scalar of a random start" : "order parameter";
        for (String name : values.keySet()) {
            if (!known.contains(name) && !known.contains(mirrored(name))) {
                throw BadInput.unknownName(role, name, known);
            }
        }
    }

    /** {@code Q[1,2]} for {@code Q[2,1]}. */
    private static String mirrored(String label) {
        int open = label.indexOf('[');
        int comma = label.indexOf(',');
        return open < 0 || comma < open || !label.endsWith("]")
                ? label
                : label.substring(0, open + 1) + label.substring(comma + 1, label.length() - 1) + ","
                        + label.substring(open + 1, comma) + "]";
    }

    private double value(ModelInstance subject, StateLayout.Element element) {
        StateVariable variable = element.variable();
        if (random && variable.isOverlap() && !isNorm(element)) {
            return 0;
        }
        Double given = values.get(element.label());
        if (given == null && variable.symmetric()) {
            given = values.get(mirrored(element.label()));
        }
        if (given == null) {
            given = values.get(variable.name());
        }
        if (given == null) {
            return unsaid(subject, element);
        }
        if (!variable.domain().contains(given)) {
            throw new BadInput("the start of " + element.label() + " must be "
                    + variable.domain().text() + ", was " + given);
        }
        return given;
    }

    private static double unsaid(ModelInstance subject, StateLayout.Element element) {
        StateVariable variable = element.variable();
        boolean equal = isEqual(element);
        if (!variable.isOverlap()) {
            return variable.start()
                    .orElseThrow(() ->
                            new BadInput(element.label() + " needs a start: --start \"" + element.label() + "=…\""));
        }
        if (variable.symmetric()) {
            return equal ? 1 : 0;
        }
        boolean signal = isFixed(subject, variable.left()) || isFixed(subject, variable.right());
        return !signal ? 0 : equal ? SIGNAL : OTHER_SIGNAL;
    }

    private static boolean isEqual(StateLayout.Element element) {
        return element.places().size() < 2
                || element.places().get(0).equals(element.places().get(1));
    }

    private static boolean isNorm(StateLayout.Element element) {
        return element.variable().symmetric() && isEqual(element);
    }

    private static boolean isFixed(ModelInstance subject, String family) {
        return subject.problem().vectors(family).map(v -> !v.isTrained()).orElse(false);
    }
}
