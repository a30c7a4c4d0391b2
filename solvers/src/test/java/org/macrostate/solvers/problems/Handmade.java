package org.macrostate.solvers.problems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.FixedOverlaps;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.solvers.kernel.CompiledSystem;

/** Gathers the parts of a system that is stated, not derived. */
final class Handmade {
    private final List<Declaration.Parameter> parameters = new ArrayList<>();
    private final List<Declaration.Vectors> vectors = new ArrayList<>();
    private final List<Equation> equations = new ArrayList<>();
    private final List<Formula> observables = new ArrayList<>();
    private final List<Formula> phases = new ArrayList<>();
    private final Map<String, Integer> sizes = new LinkedHashMap<>();

    Expression parameter(String name, double value, Domain domain) {
        parameters.add(new Declaration.Parameter(name, Optional.empty(), List.of(value), domain, ""));
        return Symbol.parameter(name);
    }

    Expression size(String name, int value) {
        sizes.put(name, value);
        return Symbol.size(name);
    }

    void vectors(String name, Expression copies, Optional<FixedOverlaps> fixed) {
        vectors.add(new Declaration.Vectors(name, List.of(copies), fixed, Optional.empty()));
    }

    Declaration.Vectors family(String name) {
        return vectors.stream().filter(v -> v.name().equals(name)).findFirst().orElseThrow();
    }

    void equation(StateVariable variable, Expression rate) {
        equations.add(new Equation(variable, rate));
    }

    /** A real scalar without index. */
    void flow(String name, Expression rate) {
        equation(StateVariable.scalar(name, List.of(), Domain.REAL, Optional.empty()), rate);
    }

    void observable(String name, Expression value) {
        observables.add(new Formula(name, value));
    }

    void phase(String name, Expression condition) {
        phases.add(new Formula(name, condition));
    }

    CompiledSystem compiled(String name) {
        List<Declaration.Size> declared = sizes.entrySet().stream()
                .map(e -> new Declaration.Size(e.getKey(), e.getValue()))
                .toList();
        LearningProblem problem = new LearningProblem(
                name,
                name,
                List.of(),
                declared,
                parameters,
                List.of(),
                vectors,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Dynamics.Flow(List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new org.macrostate.equations.model.BatchSize.Stated(1),
                List.of(),
                Map.of(),
                "");
        OrderParameterSystem system = new OrderParameterSystem(
                problem, Limit.FINITE_RATE, equations, List.of(), observables, phases, List.of());
        return CompiledSystem.of(BoundSystem.of(system, new Sizes(sizes)));
    }
}
