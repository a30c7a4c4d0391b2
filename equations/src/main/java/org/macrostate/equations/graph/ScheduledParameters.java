package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Symbol;

/**
 * The values of parameters under schedules.
 *
 * @param program from time and parameters to these values
 * @param positions theirs in the parameter vector
 */
record ScheduledParameters(Program program, List<Integer> positions) {
    ScheduledParameters {
        positions = List.copyOf(positions);
    }

    /** @param schedules by parameter name */
    static ScheduledParameters of(
            OrderParameterSystem system,
            Sizes sizes,
            StateLayout state,
            ParameterLayout parameters,
            Map<String, Expression> schedules) {
        ExpressionGraph graph = new ExpressionGraph();
        GraphBuilder builder = new GraphBuilder(graph, sizes, new SystemBinding(system, state, parameters, schedules));
        List<Integer> nodes = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (String name : schedules.keySet()) {
            Declaration.Parameter parameter = system.problem().parameter(name).orElseThrow();
            int copies = parameter.copies().map(sizes::of).orElse(0);
            for (int i = Math.min(copies, 1); i <= copies; i++) {
                List<IndexTerm> places = i == 0 ? List.of() : List.of(new Position(i));
                nodes.add(builder.node(new Symbol(Kind.PARAMETER, name, places), Map.of()));
                positions.add(parameters.position(Places.label(name, i == 0 ? List.of() : List.of(i))));
            }
        }
        return new ScheduledParameters(Program.of(graph, nodes, 0, parameters.length()), positions);
    }

    /** The same followed by their derivatives in time, which stand after all parameters. */
    ScheduledParameters withDerivatives() {
        ExpressionGraph graph = new ExpressionGraph();
        List<Integer> nodes = new ArrayList<>(program.into(graph, i -> i, i -> i));
        List<Integer> places = new ArrayList<>(positions);
        GraphDerivative derivative = new GraphDerivative(graph, Node.Source.TIME);
        for (int i = 0; i < positions.size(); i++) {
            nodes.add(derivative.gradient(nodes.get(i)).getOrDefault(0, graph.number(0)));
            places.add(program.parameterLength() + i);
        }
        return new ScheduledParameters(Program.of(graph, nodes, 0, program.parameterLength()), places);
    }
}
