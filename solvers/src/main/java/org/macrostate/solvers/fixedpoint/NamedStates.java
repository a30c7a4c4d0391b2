package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.StateValue;

/** The states a model names, as starts. */
final class NamedStates {
    private NamedStates() {}

    /**
     * One start a named state.
     *
     * @param others values of what a state does not mention
     */
    static List<double[]> of(BoundSystem bound, double[] parameters, double[] others) {
        List<double[]> starts = new ArrayList<>();
        for (Declaration.NamedState state : bound.system().problem().states()) {
            double[] start = others.clone();
            for (StateValue value : state.values()) {
                fill(start, bound, value, parameters);
            }
            starts.add(start);
        }
        return starts;
    }

    private static void fill(double[] start, BoundSystem bound, StateValue value, double[] parameters) {
        List<StateLayout.Element> elements = bound.state().elements();
        for (int e = 0; e < start.length; e++) {
            if (elements.get(e).variable().name().equals(value.orderParameter())) {
                Map<String, Integer> places = new HashMap<>();
                for (int i = 0; i < value.indices().size(); i++) {
                    places.put(
                            value.indices().get(i).name(),
                            elements.get(e).places().get(i));
                }
                start[e] = evaluated(bound, value, places, parameters);
            }
        }
    }

    private static double evaluated(
            BoundSystem bound, StateValue value, Map<String, Integer> places, double[] parameters) {
        ExpressionGraph graph = new ExpressionGraph();
        int node = new GraphBuilder(graph, bound.sizes(), new ConstantBinding(bound)).node(value.value(), places);
        double[] out = new double[1];
        Program program = Program.of(graph, List.of(node), 0, parameters.length);
        new Interpreter(program).eval(0, new double[0], parameters, out);
        return out[0];
    }
}
