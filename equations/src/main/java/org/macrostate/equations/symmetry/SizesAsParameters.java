package org.macrostate.equations.symmetry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.model.StateValue;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.IndexBinder;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.MatrixFunction;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/**
 * Equations of states whose copies are alike, with the numbers of copies as positive parameters: what is solved then holds for
 * every number of at least two, {@code eta = 2/(M + 2)}. They are made for more copies than any formula tells apart; terms of
 * copies that a size does not have come with a factor that vanishes there.
 */
public final class SizesAsParameters {
    /** More than any rate speaks of at once. */
    private static final int MANY = 12;

    private final OrderParameterSystem system;
    private final Set<String> free;
    private final Substitution parameters = Substitution.atoms(this::parameter);

    private SizesAsParameters(OrderParameterSystem system, Set<String> free) {
        this.system = system;
        this.free = free;
    }

    /**
     * The equations on the subspace, without observables and phases; empty if no size is above one, sizes do more than count
     * copies, or copies are paired.
     *
     * @param whole equations of all copies
     * @param values of its parameters, at which the subspace is checked to be invariant
     * @throws org.macrostate.equations.BadInput if the equations tell copies apart
     */
    public static Optional<OrderParameterSystem> in(
            OrderParameterSystem whole, Sizes sizes, SymmetricAnsatz alike, double[] values) {
        Set<String> free = new HashSet<>();
        Map<String, Integer> many = new LinkedHashMap<>(sizes.values());
        sizes.values().forEach((name, value) -> {
            if (value > 1) {
                free.add(name);
                many.put(name, Math.max(value, MANY));
            }
        });
        boolean counted = whole.problem().parameters().stream()
                        .allMatch(p -> p.copies().isEmpty())
                && whole.variables().stream().allMatch(v -> v.indices().stream().allMatch(i -> isPlain(i.extent())))
                && Stream.concat(
                                whole.equations().stream().map(Equation::rate),
                                whole.pieces().stream().map(NamedTerm::value))
                        .allMatch(SizesAsParameters::isCounted);
        // Pairs depend on which numbers of copies are equal.
        if (free.isEmpty() || !counted || alike != SymmetricAnsatz.SYMMETRIC) {
            return Optional.empty();
        }
        Invariance.require(whole, sizes, alike, values);
        OrderParameterSystem rates = whole.with(whole.problem(), List.of());
        OrderParameterSystem lumped = SymmetricSubspace.unchecked(rates, new Sizes(many), alike);
        return Optional.of(new SizesAsParameters(lumped, free).at(sizes));
    }

    private static boolean isPlain(Expression extent) {
        return extent instanceof Rational || (extent instanceof Symbol s && s.kind() == Kind.SIZE);
    }

    private static boolean isCounted(Expression e) {
        boolean other =
                (e instanceof IndexBinder binder && !isPlain(binder.index().extent()))
                        || (e instanceof Apply a && MatrixFunction.is(a));
        return !other && e.children().stream().allMatch(SizesAsParameters::isCounted);
    }

    private Expression parameter(Expression atom) {
        return atom instanceof Symbol s && s.kind() == Kind.SIZE && free.contains(s.name())
                ? Symbol.parameter(s.name())
                : atom;
    }

    private OrderParameterSystem at(Sizes sizes) {
        List<Declaration.Parameter> more = new ArrayList<>();
        for (Declaration.Size size : system.problem().sizes()) {
            if (free.contains(size.name())) {
                double value = sizes.of(Symbol.size(size.name()));
                more.add(new Declaration.Parameter(
                        size.name(), Optional.empty(), List.of(value), Domain.POSITIVE, "number of copies"));
            }
        }
        List<Declaration.NamedState> states = system.problem().states().stream()
                .map(state -> new Declaration.NamedState(
                        state.name(),
                        state.values().stream()
                                .map(v -> new StateValue(v.orderParameter(), v.indices(), parameters.in(v.value())))
                                .toList()))
                .toList();
        return new OrderParameterSystem(
                system.problem().withParameters(more).withStates(states),
                system.limit(),
                system.equations().stream()
                        .map(e -> new Equation(e.variable(), parameters.in(e.rate())))
                        .toList(),
                system.pieces().stream()
                        .map(p -> NamedTerm.of(p.name(), p.indices(), parameters.in(p.value()), p.meaning())
                                .by(p.rule(), p.numerical()))
                        .toList(),
                system.tables(),
                List.of(),
                List.of(),
                system.steps());
    }
}
