package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.derive.Diffusion;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.tensor.Expression;

/** A diffusion with its sizes bound, as a program in a system's state and parameters. */
public final class BoundDiffusion {
    private BoundDiffusion() {}

    /**
     * {@code out[i * n + j]} = covariance of the increments of state elements i and j, n = state length.
     *
     * @param system whose state and parameters it is in; of the same problem
     * @param schedules as {@link BoundSystem#of(org.macrostate.equations.derive.OrderParameterSystem, Sizes, Map)}
     */
    public static Program program(Diffusion diffusion, BoundSystem system, Map<String, Expression> schedules) {
        StateLayout state = system.state();
        ExpressionGraph graph = new ExpressionGraph();
        SystemBinding binding = new SystemBinding(diffusion.parts(), state, system.parameters(), schedules);
        GraphBuilder builder = new GraphBuilder(graph, system.sizes(), binding);
        int n = state.length();
        int[] nodes = new int[n * n];
        for (Diffusion.Entry entry : diffusion.entries()) {
            for (List<Integer> first : Places.all(entry.first(), system.sizes())) {
                for (List<Integer> second : Places.all(entry.second(), system.sizes())) {
                    int i = state.position(entry.first().name(), first);
                    int j = state.position(entry.second().name(), second);
                    Map<String, Integer> places = new HashMap<>();
                    put(entry.first(), first, places);
                    put(entry.second(), second, places);
                    if (!entry.first().name().equals(entry.second().name()) || i <= j) {
                        nodes[i * n + j] = builder.node(entry.covariance(), places);
                        nodes[j * n + i] = nodes[i * n + j];
                    }
                }
            }
        }
        List<Integer> outputs = new ArrayList<>(Arrays.stream(nodes).boxed().toList());
        return Passes.applied(Program.of(graph, outputs, n, system.parameters().length()));
    }

    private static void put(StateVariable variable, List<Integer> place, Map<String, Integer> places) {
        for (int i = 0; i < place.size(); i++) {
            places.put(variable.indices().get(i).name(), place.get(i));
        }
    }
}
