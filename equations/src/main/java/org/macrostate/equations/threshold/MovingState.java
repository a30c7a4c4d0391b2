package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.symbolic.FunctionField;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.tensor.Symbol;

/** A state whose values are all named and at which rates have numbers, not all of them zero. */
final class MovingState {
    private static final double REST = 1e-9;
    private static final int MOST_TOLD = 3;

    /** What is said of such a state. */
    private static final String NO_FIXED_POINT = " is no fixed point: there ";

    private MovingState() {}

    /** The better of two refusals: in symbols, or by what the state does at the current parameters. */
    static BadInput better(BadInput inSymbols, OrderParameterSystem system, Sizes sizes, ThresholdRequest request) {
        return inSymbols.what().contains(NO_FIXED_POINT)
                ? inSymbols
                : refusal(system, sizes, request).orElse(inSymbols);
    }

    /** What is wrong with it at the current parameters; empty if it rests, or nothing is known of it. */
    static Optional<BadInput> refusal(OrderParameterSystem system, Sizes sizes, ThresholdRequest request) {
        BoundSystem bound = BoundSystem.of(system, sizes);
        ParameterPoints points = new ParameterPoints(system.problem(), sizes, request);
        List<Optional<RationalFunction>> named = NamedState.of(system, sizes, new FunctionField(points::sign), request)
                .values();
        if (!named.stream().allMatch(Optional::isPresent)) {
            return Optional.empty();
        }
        Map<Symbol, Double> point = new LinkedHashMap<>(points.current());
        double[] parameters = bound.parameters().defaults();
        point.forEach((s, number) -> parameters[bound.parameters().position(ParameterPoints.label(s))] = number);
        double[] state = named.stream()
                .mapToDouble(value -> value.orElseThrow().at(point))
                .toArray();
        double[] rates = new double[state.length];
        new Interpreter(bound.rightHandSide()).eval(0, state, parameters, rates);
        List<String> moving = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            if (!Double.isFinite(rates[i])) {
                return Optional.empty();
            }
            if (Math.abs(rates[i]) > REST && moving.size() < MOST_TOLD) {
                moving.add("d" + bound.state().labels().get(i) + "/dt = " + (float) rates[i]);
            }
        }
        return moving.isEmpty()
                ? Optional.empty()
                : Optional.of(new BadInput("state '" + request.state() + "'" + NO_FIXED_POINT
                        + String.join(", ", moving) + " at the current parameters, not 0"));
    }
}
