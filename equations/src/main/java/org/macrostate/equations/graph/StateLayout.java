package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;

/** Where each order parameter stands in the state vector; symmetric ones are kept once, {@code k <= l}. */
public final class StateLayout {
    private static final int LONGEST = 200_000;

    private final List<Element> elements = new ArrayList<>();
    private final Map<String, Map<List<Integer>, Integer>> positions = new LinkedHashMap<>();
    private final Map<String, StateVariable> variables = new LinkedHashMap<>();

    /**
     * One element of the state.
     *
     * @param places indices from 1; empty if the variable has none
     * @param label the column name: {@code m[1,2]}, or {@code q} where there is one copy of each and no index
     */
    public record Element(StateVariable variable, List<Integer> places, String label) {}

    public StateLayout(OrderParameterSystem system, Sizes sizes) {
        for (StateVariable variable : system.variables()) {
            Map<List<Integer>, Integer> places = positions.computeIfAbsent(variable.name(), n -> new LinkedHashMap<>());
            variables.put(variable.name(), variable);
            for (List<Integer> place : Places.all(variable, sizes)) {
                places.put(place, elements.size());
                elements.add(new Element(variable, place, Places.label(variable.name(), place)));
                requireFew(elements.size());
            }
        }
    }

    private static void requireFew(int length) {
        if (length > LONGEST) {
            throw new BadInput("at these sizes there are more than " + LONGEST + " order parameters");
        }
    }

    public int length() {
        return elements.size();
    }

    public List<Element> elements() {
        return java.util.Collections.unmodifiableList(elements);
    }

    /** Column names in the order of the state. */
    public List<String> labels() {
        return elements.stream().map(Element::label).toList();
    }

    /** Whether {@code name[places]} is the share of an overlap in a block that it has no part in: zero, and no element. */
    public boolean isAbsent(String name, List<Integer> places) {
        StateVariable variable = variables.get(name);
        return variable != null && variable.isAbsent(places);
    }

    /** The position of {@code name[places]}; a symmetric variable answers in either order. */
    public int position(String name, List<Integer> places) {
        Map<List<Integer>, Integer> known = positions.get(name);
        if (known == null) {
            throw new IllegalArgumentException("no order parameter is called " + name);
        }
        Integer position = known.get(places);
        StateVariable variable = variables.get(name);
        if (position == null && variable != null) {
            position = known.get(variable.exchanged(places));
        }
        if (position == null) {
            throw new BadInput(Places.label(name, places) + " does not exist with these sizes");
        }
        return position;
    }
}
