package org.macrostate.equations.threshold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.symbolic.FunctionField;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.symbolic.ShortestForm;
import org.macrostate.equations.symbolic.Sign;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/** A named state with exact values, shown to be a fixed point, and what can be evaluated exactly there. */
final class SymbolicState {
    private final OrderParameterSystem system;
    private final ParameterPoints parameters;
    private final List<StateLayout.Element> elements;
    private final FunctionField field;
    private final SolvedState state;
    private final ExactSystem exact;
    private final List<ExactDual> rates;

    private SymbolicState(
            OrderParameterSystem system,
            Sizes sizes,
            ThresholdRequest request,
            ParameterPoints parameters,
            FunctionField field,
            SolvedState state) {
        this.system = system;
        this.parameters = parameters;
        this.elements = new StateLayout(system, sizes).elements();
        this.field = field;
        this.state = state;
        this.exact = new ExactSystem(system, sizes, field, request.fixed(), state.values());
        this.rates = exact.rates();
        state.requireFixedPoint(request.state(), elements, rates, parameters);
    }

    /**
     * The states that answer to the name: one, or every solution found of a state that leaves elements open.
     *
     * @throws BadInput if the state is unknown, not determined or no fixed point
     */
    static List<SymbolicState> all(OrderParameterSystem system, Sizes sizes, ThresholdRequest request) {
        ParameterPoints parameters = new ParameterPoints(system.problem(), sizes, request);
        FunctionField field = new FunctionField(symbol -> sign(system, parameters, symbol));
        return SolvedState.all(system, sizes, field, request, parameters).stream()
                .map(state -> new SymbolicState(system, sizes, request, parameters, field, state))
                .toList();
    }

    /** The first of them. */
    static SymbolicState first(OrderParameterSystem system, Sizes sizes, ThresholdRequest request) {
        ParameterPoints parameters = new ParameterPoints(system.problem(), sizes, request);
        FunctionField field = new FunctionField(symbol -> sign(system, parameters, symbol));
        SolvedState state =
                SolvedState.all(system, sizes, field, request, parameters).get(0);
        return new SymbolicState(system, sizes, request, parameters, field, state);
    }

    /** What every element is, by its label, as shortly written as it can be. */
    Map<String, Expression> named() {
        Map<String, Expression> named = new LinkedHashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            named.put(elements.get(i).label(), ShortestForm.of(state.values().get(i)));
        }
        return named;
    }

    private static Sign sign(OrderParameterSystem system, ParameterPoints parameters, Symbol symbol) {
        if (symbol.kind() == Kind.PARAMETER) {
            return parameters.sign(symbol);
        }
        return system.variable(symbol.name())
                .map(StateVariable::domain)
                .map(ParameterPoints::sign)
                .orElse(Sign.UNKNOWN);
    }

    ParameterPoints parameters() {
        return parameters;
    }

    List<StateLayout.Element> elements() {
        return elements;
    }

    FunctionField field() {
        return field;
    }

    /** One value for each element. */
    List<RationalFunction> values() {
        return state.values();
    }

    /** Labels of what the model does not name. */
    List<String> solved() {
        return state.solved();
    }

    /** Zero, with their gradients. */
    List<ExactDual> rates() {
        return rates;
    }

    /** @throws BadInput if there is none of that name */
    RationalFunction observable(String name) {
        Formula formula = system.observables().stream()
                .filter(o -> o.name().equals(name))
                .findFirst()
                .orElseThrow(() -> BadInput.unknownName(
                        "observable",
                        name,
                        system.observables().stream().map(Formula::name).toList()));
        return exact.value(formula.value(), Map.of()).value();
    }
}
