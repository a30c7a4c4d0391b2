package org.macrostate.equations.derive;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.model.LearningProblem;

/**
 * The macroscopic theory of a learning problem, in index form: it holds for any numbers of copies.
 *
 * @param problem what it was derived from
 * @param equations one a state variable, in the order of the state
 * @param pieces named parts, each in terms of earlier ones
 * @param observables functions of order parameters (and pieces)
 * @param phases conditions on order parameters, in the order they are tried
 * @param steps the derivation
 */
public record OrderParameterSystem(
        LearningProblem problem,
        Limit limit,
        List<Equation> equations,
        List<Piece> pieces,
        List<Formula> observables,
        List<Formula> phases,
        List<Step> steps) {
    public OrderParameterSystem {
        equations = List.copyOf(equations);
        pieces = List.copyOf(pieces);
        observables = List.copyOf(observables);
        phases = List.copyOf(phases);
        steps = List.copyOf(steps);
    }

    public List<StateVariable> variables() {
        return equations.stream().map(Equation::variable).toList();
    }

    public Optional<StateVariable> variable(String name) {
        return variables().stream().filter(v -> v.name().equals(name)).findFirst();
    }

    public Optional<Piece> piece(String name) {
        return pieces.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
