package org.macrostate.equations.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.IndexList;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.MatrixFunction;
import org.macrostate.equations.tensor.Symbol;

/** A system with its sizes bound and its sums left as loops: programs of a length that does not grow with the sizes. */
public final class LoopSystem {
    private final OrderParameterSystem system;
    private final Sizes sizes;
    private final StateLayout state;
    private final ParameterLayout parameters;
    private final Map<String, Expression> schedules;

    private LoopSystem(
            OrderParameterSystem system,
            Sizes sizes,
            StateLayout state,
            ParameterLayout parameters,
            Map<String, Expression> schedules) {
        this.system = system;
        this.sizes = sizes;
        this.state = state;
        this.parameters = parameters;
        this.schedules = schedules;
    }

    /**
     * The loops of a system that is large; empty where it is not, where integrals are to be made smaller where fields coincide, which is known only of
     * given places, where functions of matrices need all entries, and where rates depend on time by themselves.
     */
    static Optional<LoopSystem> of(
            OrderParameterSystem system,
            Sizes sizes,
            StateLayout state,
            ParameterLayout parameters,
            Map<String, Expression> schedules) {
        return SystemSize.asksForLoops(system, sizes) && allows(system)
                ? Optional.of(new LoopSystem(system, sizes, state, parameters, schedules))
                : Optional.empty();
    }

    /** The loops of a system of any size, which must allow them. */
    public static LoopSystem of(BoundSystem bound) {
        if (!allows(bound.system())) {
            throw new IllegalArgumentException("these equations need places that are known");
        }
        return new LoopSystem(bound.system(), bound.sizes(), bound.state(), bound.parameters(), Map.of());
    }

    private static boolean allows(OrderParameterSystem system) {
        return Stream.of(
                        system.equations().stream().map(Equation::rate),
                        system.pieces().stream().map(NamedTerm::value))
                .flatMap(values -> values)
                .noneMatch(value -> Expansion.contains(value, LoopSystem::needsPlaces));
    }

    private static boolean needsPlaces(Expression e) {
        return e instanceof IndexList
                || e instanceof Symbol s && s.kind() == Kind.TIME
                || e instanceof Apply a
                        && (a.function() == Function.GAUSSIAN_MEAN
                                || a.function() == Function.STOP_GRADIENT
                                || MatrixFunction.is(a));
    }

    private LoopBuilder builder(boolean derived) {
        return new LoopBuilder(system, sizes, state, parameters, derived);
    }

    /** As {@link BoundSystem#rightHandSide}. */
    public LoopProgram rightHandSide() {
        return builder(false).rates(schedules);
    }

    /** As {@link BoundSystem#directionalDerivative}. */
    public LoopProgram directionalDerivative() {
        return builder(true).ratesAlong(schedules);
    }

    /** From time and parameters to those that follow schedules: what the right-hand side contains of time. */
    public Program schedule() {
        return ScheduledParameters.of(system, sizes, state, parameters, schedules)
                .program();
    }

    /** As {@link BoundSystem#timeDerivative}. */
    public LoopProgram timeDerivative() {
        return builder(true).ratesInTime(schedules);
    }

    /** As {@link BoundSystem#observables} or {@link BoundSystem#phases}. */
    public LoopProgram formulas(List<Formula> formulas) {
        return builder(false).formulas(formulas, schedules);
    }
}
