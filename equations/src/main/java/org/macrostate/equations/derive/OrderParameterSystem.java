package org.macrostate.equations.derive;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.LearningProblem;

/**
 * The macroscopic theory of a learning problem, in index form: it holds for any numbers of copies.
 *
 * @param problem what it was derived from
 * @param equations one a state variable, in the order of the state
 * @param pieces named parts, each in terms of earlier ones
 * @param covariances of the fields that statistics among the pieces are of, in overlaps and pieces; not used by any formula
 * @param functions means of functions of fields that named parts are, each defined once for all fields
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
        List<MomentFunction> functions,
        List<Table> tables,
        List<Formula> observables,
        List<Formula> phases,
        List<Step> steps) {
    public OrderParameterSystem {
        equations = List.copyOf(equations);
        pieces = List.copyOf(pieces);
        covariances = List.copyOf(covariances);
        functions = List.copyOf(functions);
        tables = List.copyOf(tables);
        observables = List.copyOf(observables);
        phases = List.copyOf(phases);
        steps = List.copyOf(steps);
    }

    /** A system that shows no covariances and no functions of fields. */
    public OrderParameterSystem(
            LearningProblem problem,
            Limit limit,
            List<Equation> equations,
            List<NamedTerm> pieces,
            List<Table> tables,
            List<Formula> observables,
            List<Formula> phases,
            List<Step> steps) {
        this(problem, limit, equations, pieces, List.of(), List.of(), tables, observables, phases, steps);
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
        this(problem, limit, equations, pieces, List.of(), List.of(), List.of(), observables, phases, steps);
    }

    /** The same equations, other parameters declared and other observables asked for. */
    public OrderParameterSystem with(LearningProblem declared, List<Formula> asked) {
        return new OrderParameterSystem(
                declared, limit, equations, pieces, covariances, functions, tables, asked, phases, steps);
    }

    OrderParameterSystem withTables(List<Table> others) {
        return new OrderParameterSystem(
                problem, limit, equations, pieces, covariances, functions, others, observables, phases, steps);
    }

    /** What time is: a stated flow has its own. */
    public String time() {
        if (isFlow()) {
            return "t is the flow's own time";
        }
        return limit == Limit.FINITE_RATE ? "t = steps / N" : "t = rate * steps / N";
    }

    /** What the equations are, in a line above them. */
    public String title() {
        return isFlow()
                ? "stated flow, " + time()
                : "order-parameter equations, " + time() + ", limit: " + limit.text();
    }

    /** Whether the equations were stated, and not derived from steps. */
    public boolean isFlow() {
        return problem.dynamics() instanceof Dynamics.Flow;
    }

    /** The derivation at a length: what a reader of it wants to see. */
    public List<Step> steps(Length length) {
        return steps.stream().filter(s -> s.length().compareTo(length) <= 0).toList();
    }

    /** The pieces that readers need: not those that only say how means are integrated. */
    public List<NamedTerm> shownPieces() {
        return UsedTerms.shown(
                pieces,
                Stream.of(
                                equations.stream().map(Equation::rate),
                                observables.stream().map(Formula::value),
                                phases.stream().map(Formula::value))
                        .flatMap(s -> s)
                        .toList());
    }

    /** How means without a closed form are integrated, where that is a sum over nodes: for an appendix. */
    public List<NamedTerm> nodePieces() {
        List<NamedTerm> shown = shownPieces();
        List<NamedTerm> nodes = pieces.stream().filter(NamedTerm::hasNodes).toList();
        List<NamedTerm> needed =
                UsedTerms.of(pieces, nodes.stream().map(NamedTerm::value).toList());
        return pieces.stream()
                .filter(p -> nodes.contains(p) || (needed.contains(p) && !shown.contains(p)))
                .toList();
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

    public Optional<MomentFunction> function(String name) {
        return functions.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    public Optional<NamedTerm> piece(String name) {
        return pieces.stream().filter(p -> p.name().equals(name)).findFirst();
    }
}
