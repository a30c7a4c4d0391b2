package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.StateValue;
import org.macrostate.equations.symbolic.FunctionField;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/**
 * What a model says of a state: an exact value for each element it names.
 *
 * @param values one for each state element; empty where the model names none
 */
record NamedState(List<Optional<RationalFunction>> values) {
    NamedState {
        values = List.copyOf(values);
    }

    static NamedState of(OrderParameterSystem system, Sizes sizes, FunctionField field, ThresholdRequest request) {
        Declaration.NamedState declared = system.problem()
                .state(request.state())
                .orElseThrow(() -> BadInput.unknownName(
                        "state",
                        request.state(),
                        system.problem().states().stream()
                                .map(Declaration.NamedState::name)
                                .toList()));
        List<String> names = system.variables().stream().map(v -> v.name()).toList();
        for (StateValue value : declared.values()) {
            if (!names.contains(value.orderParameter())) {
                throw BadInput.unknownName(
                        "order parameter of state '" + declared.name() + "'", value.orderParameter(), names);
            }
        }
        ExactSystem parametersOnly = new ExactSystem(system, sizes, field, request.fixed(), List.of());
        List<Optional<RationalFunction>> values = new ArrayList<>();
        for (StateLayout.Element element : new StateLayout(system, sizes).elements()) {
            values.add(declared.values().stream()
                    .filter(v -> v.orderParameter().equals(element.variable().name()))
                    .findFirst()
                    .map(v -> parametersOnly
                            .value(v.value(), ExactSystem.bound(v.indices(), element.places()))
                            .value()));
        }
        return new NamedState(values);
    }

    /** The same with elements that the model does not name at zero, by their places. */
    NamedState withZeros(List<Integer> places, FunctionField field) {
        List<Optional<RationalFunction>> more = new ArrayList<>(values);
        places.forEach(place -> more.set(place, Optional.of(field.of(Rational.ZERO))));
        return new NamedState(more);
    }

    /** The symbol that stands for an element while it is not known. */
    static Symbol unknown(StateLayout.Element element) {
        return ExactSystem.located(element.variable().at(List.of()), element.places());
    }
}
