package org.macrostate.equations.threshold;

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
import org.macrostate.equations.symbolic.Sign;
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

    /** @throws BadInput if the state is unknown, not determined or no fixed point */
    SymbolicState(OrderParameterSystem system, Sizes sizes, ThresholdRequest request) {
        this.system = system;
        this.parameters = new ParameterPoints(system.problem(), sizes, request);
        this.elements = new StateLayout(system, sizes).elements();
        this.field = new FunctionField(this::sign);
        this.state = SolvedState.of(system, sizes, field, request, parameters);
        this.exact = new ExactSystem(system, sizes, field, request.fixed(), state.values());
        this.rates = exact.rates();
        state.requireFixedPoint(request.state(), elements, rates, parameters);
    }

    private Sign sign(Symbol symbol) {
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
