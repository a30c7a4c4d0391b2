package org.macrostate.engine.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.macrostate.engine.option.Assignments;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.Domain;
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
        if (!random) {
            return new Start.Prescribed(byLabel(subject));
        }
        return new Start.Random(subject.problem().blocks().isEmpty() ? values : normsByLabel(subject));
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
        DomainConstraints constraints = DomainConstraints.of(subject.compiled().bound(), subject.parameters());
        int broken = constraints.violated(state, ROUNDING, ROUNDING);
        if (broken >= 0) {
            throw new BadInput("no vectors have the overlaps of this start: " + constraints.described(broken)
                    + "; the smallest eigenvalue was " + (float) constraints.slack(broken, state));
        }
    }

    /** Each norm's share in each block, and trained scalars. */
    private Map<String, Double> normsByLabel(ModelInstance subject) {
        Map<String, Double> norms = new LinkedHashMap<>(byLabel(subject));
        subject.compiled().bound().state().elements().stream()
                .filter(e -> e.variable().isOverlap() && !isNorm(e))
                .forEach(e -> norms.remove(e.label()));
        return norms;
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
        layout.elements().forEach(e -> {
            known.add(e.variable().name());
            known.add(totalLabel(e, e.places()));
        });
        if (random) {
            known.clear();
            layout.elements().stream()
                    .filter(e -> !e.variable().isOverlap() || isNorm(e))
                    .forEach(e -> known.addAll(List.of(e.label(), e.variable().name(), totalLabel(e, e.places()))));
        }
        String role = random ? "norm or scalar of a random start" : "order parameter";
        for (String name : values.keySet()) {
            boolean mirror = layout.elements().stream().anyMatch(e -> isKnownAs(e, name));
            if (!known.contains(name) && !(mirror && !random)) {
                throw BadInput.unknownName(role, name, known);
            }
        }
    }

    /** True of {@code Q[1,2]} for {@code Q[2,1]}. */
    private static boolean isKnownAs(StateLayout.Element element, String name) {
        List<Integer> turned = element.variable().exchanged(element.places());
        return name.equals(Places.label(element.variable().name(), turned)) || name.equals(totalLabel(element, turned));
    }

    /** The label of the sum over blocks that an element is a share of; its own label where there are no blocks. */
    private static String totalLabel(StateLayout.Element element, List<Integer> places) {
        StateVariable variable = element.variable();
        return Places.label(variable.name(), places.subList(variable.blockPlaces(), places.size()));
    }

    private double value(ModelInstance subject, StateLayout.Element element) {
        StateVariable variable = element.variable();
        if (random && variable.isOverlap() && !isNorm(element)) {
            return 0;
        }
        List<Integer> turned = variable.exchanged(element.places());
        Double given = values.get(element.label());
        if (given == null) {
            given = values.get(Places.label(variable.name(), turned));
        }
        if (given == null && variable.inBlocks()) {
            return total(subject, element, turned)
                    * subject.blocks().spread(variable, element.places().get(0));
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

    /** What the sum over blocks is to be. */
    private double total(ModelInstance subject, StateLayout.Element element, List<Integer> turned) {
        Double given = values.get(totalLabel(element, element.places()));
        if (given == null) {
            given = values.get(totalLabel(element, turned));
        }
        if (given == null) {
            given = values.get(element.variable().name());
        }
        return given == null ? unsaid(subject, element) : given;
    }

    /** The usual start, also of models that have none: numbers of a flow without a start are 1, in the unit interval 1/2. */
    public static InitialCondition somewhere(ModelInstance subject) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (StateLayout.Element element : subject.compiled().bound().state().elements()) {
            StateVariable variable = element.variable();
            if (!variable.isOverlap() && variable.start().isEmpty()) {
                values.put(element.label(), variable.domain() == Domain.UNIT ? 0.5 : 1);
            }
        }
        return new InitialCondition(values);
    }

    private static double unsaid(ModelInstance subject, StateLayout.Element element) {
        StateVariable variable = element.variable();
        boolean equal = variable.isOfEqualCopies(element.places());
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

    private static boolean isNorm(StateLayout.Element element) {
        return element.variable().isSquaredLength(element.places());
    }

    private static boolean isFixed(ModelInstance subject, String family) {
        return subject.problem().vectors(family).map(v -> !v.isTrained()).orElse(false);
    }
}
