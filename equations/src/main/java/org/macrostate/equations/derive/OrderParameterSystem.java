package org.macrostate.equations.derive;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.model.LearningProblem;

/**
 * The macroscopic theory of a learning problem, in index form: it holds for any numbers of copies.
 *
 * @param problem what it was derived from
 * @param equations one a state variable, in the order of the state
 * @param pieces named parts, each in terms of earlier ones
 * @param covariances of the fields that statistics among the pieces are of, in overlaps and pieces; not used by any formula
 * @param tables numbers that pieces sum over: nodes and weights of quadrature formulas
 * @param observables functions of order parameters (and pieces)
 * @param phases conditions on order parameters, in the order they are tried
 * @param steps the derivation
 */
public record OrderParameterSystem(
        LearningProblem problem,
        Limit limit,
        List<Equation> equations,
        List<NamedTerm> pieces,
        List<NamedTerm> covariances,
        List<Table> tables,
        List<Formula> observables,
        List<Formula> phases,
        List<Step> steps) {
    public OrderParameterSystem {
        equations = List.copyOf(equations);
        pieces = List.copyOf(pieces);
        covariances = List.copyOf(covariances);
        tables = List.copyOf(tables);
        observables = List.copyOf(observables);
        phases = List.copyOf(phases);
        steps = List.copyOf(steps);
    }

    /** A system that shows no covariances. */
    public OrderParameterSystem(
            LearningProblem problem,
            Limit limit,
            List<Equation> equations,
            List<NamedTerm> pieces,
            List<Table> tables,
            List<Formula> observables,
            List<Formula> phases,
            List<Step> steps) {
        this(problem, limit, equations, pieces, List.of(), tables, observables, phases, steps);
    }

    /** A system without quadrature. */
    public OrderParameterSystem(
            LearningProblem problem,
            Limit limit,
            List<Equation> equations,
            List<NamedTerm> pieces,
            List<Formula> observables,
            List<Formula> phases,
            List<Step> steps) {
        this(problem, limit, equations, pieces, List.of(), List.of(), observables, phases, steps);
    }

    /** The same equations, other parameters declared and other observables asked for. */
    public OrderParameterSystem with(LearningProblem declared, List<Formula> asked) {
        return new OrderParameterSystem(declared, limit, equations, pieces, covariances, tables, asked, phases, steps);
    }

    /** The derivation at a length: what a reader of it wants to see. */
    public List<Step> steps(Length length) {
        return steps.stream().filter(s -> s.length().compareTo(length) <= 0).toList();
    }

    /** The pieces that are integrated numerically. */
    public List<NamedTerm> numericalPieces() {
        return pieces.stream().filter(NamedTerm::numerical).toList();
    }

    public Optional<Table> table(String name) {
        return tables.stream().filter(t -> t.name().equals(name)).findFirst();
    }

    public List<StateVariable> variables() {
        return equations.stream().map(Equation::variable).toList();
    }

    public Optional<StateVariable> variable(String name) {
        return variables().stream().filter(v -> v.name().equals(name)).findFirst();
    }

    public Optional<NamedTerm> piece(String name) {
        return pieces.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
