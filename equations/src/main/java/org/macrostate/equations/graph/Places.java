package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.tensor.Index;

/** The index values a variable takes once sizes are bound. */
public final class Places {
    private Places() {}

    /** All places of a variable, the last index fastest; of a symmetric one those with {@code k <= l}. */
    public static List<List<Integer>> all(StateVariable variable, Sizes sizes) {
        return all(variable.indices(), sizes).stream().filter(variable::isKept).toList();
    }

    /** All combinations of values of these indices, the last fastest. */
    public static List<List<Integer>> all(List<Index> indices, Sizes sizes) {
        List<List<Integer>> places = List.of(List.of());
        for (Index index : indices) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> place : places) {
                for (int i = 1; i <= sizes.of(index.extent()); i++) {
                    List<Integer> next = new ArrayList<>(place);
                    next.add(i);
                    longer.add(List.copyOf(next));
                }
            }
            places = longer;
        }
        return places;
    }

    /** {@code m[1,2]}; {@code w[1].u[2]} for an overlap without a name of its own. */
    public static String label(String name, List<Integer> place) {
        int dot = name.indexOf('.');
        if (place.isEmpty()) {
            return name;
        }
        if (dot > 0 && place.size() == 2) {
            return name.substring(0, dot) + "[" + place.get(0) + "]" + name.substring(dot) + "[" + place.get(1) + "]";
        }
        return name + place.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }
}
