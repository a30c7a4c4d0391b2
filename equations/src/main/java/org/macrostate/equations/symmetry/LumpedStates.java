package org.macrostate.equations.symmetry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.StateValue;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Position;

/** The named states of a problem that lie in the subspace, in its order parameters. */
final class LumpedStates {
    private final OrderParameterSystem full;
    private final Lumping lumping;
    private final Map<String, StateVariable> lumped;

    LumpedStates(OrderParameterSystem full, Lumping lumping, Map<String, StateVariable> lumped) {
        this.full = full;
        this.lumping = lumping;
        this.lumped = lumped;
    }

    List<Declaration.NamedState> all() {
        List<Declaration.NamedState> states = new ArrayList<>();
        for (Declaration.NamedState state : full.problem().states()) {
            of(state).ifPresent(states::add);
        }
        return states;
    }

    private Optional<Declaration.NamedState> of(Declaration.NamedState state) {
        List<StateValue> values = new ArrayList<>();
        for (StateValue value : state.values()) {
            StateVariable variable = full.variable(value.orderParameter()).orElseThrow();
            for (Map.Entry<String, StateVariable> one : lumped.entrySet()) {
                if (one.getKey()
                        .equals(Lumping.key(variable.name(), one.getValue().copies()))) {
                    Optional<Expression> common = common(value, variable, one.getValue());
                    if (common.isEmpty()) {
                        return Optional.empty();
                    }
                    values.add(new StateValue(one.getValue().name(), List.of(), common.get()));
                }
            }
        }
        return Optional.of(new Declaration.NamedState(state.name(), values));
    }

    /** The value at all copies alike, or empty if there are different ones. */
    private Optional<Expression> common(StateValue value, StateVariable variable, StateVariable one) {
        if (value.indices().isEmpty()) {
            return Optional.of(lumping.at(value.value(), List.of(), List.of()));
        }
        Set<Expression> found = new HashSet<>();
        for (int i = 1; i <= 2; i++) {
            for (int j = 1; j <= 2; j++) {
                List<IndexTerm> places = List.<IndexTerm>of(new Position(i), new Position(j))
                        .subList(0, variable.indices().size());
                if (variable.indices().size() < 2 || one.copies().holds(i, j)) {
                    found.add(lumping.at(value.value(), value.indices(), places));
                }
            }
        }
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }
}
