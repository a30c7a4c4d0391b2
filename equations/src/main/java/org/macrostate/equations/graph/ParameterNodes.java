package org.macrostate.equations.graph;

import java.util.List;
import java.util.Map;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Symbol;

/** Nodes of parameters: inputs, or expressions in time where a parameter has a schedule. In a schedule no other one holds. */
public final class ParameterNodes {
    private final ParameterLayout layout;
    private final Map<String, Expression> schedules;
    private boolean insideSchedule;

    /** @param schedules expressions in t, by parameter */
    public ParameterNodes(ParameterLayout layout, Map<String, Expression> schedules) {
        this.layout = layout;
        this.schedules = Map.copyOf(schedules);
    }

    /** The node of a parameter at these places. */
    public int node(Symbol parameter, List<Integer> places, GraphBuilder builder) {
        Expression schedule = schedules.get(parameter.name());
        if (schedule != null && !insideSchedule) {
            insideSchedule = true;
            try {
                return builder.node(schedule, Map.of());
            } finally {
                insideSchedule = false;
            }
        }
        int position = layout.position(Places.label(parameter.name(), places));
        return builder.graph().input(Node.Source.PARAMETER, position);
    }
}
