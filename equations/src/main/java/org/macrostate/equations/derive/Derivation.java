package org.macrostate.equations.derive;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.MultipliedOut;
import org.macrostate.equations.tensor.Rebuilt;

/** Derives the order-parameter equations of a learning problem. */
public final class Derivation {
    /** Digits of accuracy of expectations without a closed form, unless stated. */
    public static final int DIGITS = 8;

    /** How expectations without a closed form are integrated unless stated: to this accuracy. */
    public static final int QUADRATURE_NODES = -DIGITS;

    /** Nodes a field in code that is written out. */
    public static final int WRITTEN_NODES = 64;

    private final LearningProblem problem;
    private final RateDerivation assembly;
    private final List<StateVariable> variables;
    private final Presentation presentation;
    private final Grouping grouping;

    private Derivation(LearningProblem problem, Limit limit, QuadratureRule rule) {
        this.problem = problem;
        this.variables = StateVariables.of(problem);
        this.assembly = new RateDerivation(problem, variables, limit, rule);
        this.presentation = new Presentation(assembly.classwise(), variables);
        this.grouping = new Grouping(new Rates(problem).symbols());
    }

    /**
     * The order-parameter equations in the limit N → ∞ with t = steps / N, for any numbers of copies.
     *
     * @throws org.macrostate.equations.BadInput if an expectation has no rule
     */
    public static OrderParameterSystem of(LearningProblem problem) {
        return of(problem, Limit.FINITE_RATE);
    }

    /** The equations in a limit of the learning rates. */
    public static OrderParameterSystem of(LearningProblem problem, Limit limit) {
        return of(problem, limit, QUADRATURE_NODES);
    }

    /**
     * The equations with a rule for expectations without a closed form.
     *
     * @param nodes of quadrature formulas for each field; or, negative, minus the digits of accuracy to which expectations
     *     are integrated when they are evaluated
     * @throws org.macrostate.equations.BadInput also unless it is even and from 2 to 100, or from -13 to -2
     */
    public static OrderParameterSystem of(LearningProblem problem, Limit limit, int nodes) {
        return of(problem, limit, QuadratureRule.of(nodes));
    }

    /**
     * The equations with expectations without a closed form as sums over {@value #WRITTEN_NODES} nodes a field of formulas that
     * converge geometrically, for code that is written out.
     *
     * @throws org.macrostate.equations.BadInput if an expectation has no rule
     */
    public static OrderParameterSystem written(LearningProblem problem, Limit limit) {
        return of(problem, limit, QuadratureRule.WRITTEN);
    }

    private static OrderParameterSystem of(LearningProblem problem, Limit limit, QuadratureRule rule) {
        if (problem.dynamics() instanceof Dynamics.Flow flow) {
            return FlowSystem.of(problem, flow);
        }
        return new Derivation(problem, limit, rule).system(limit);
    }

    private OrderParameterSystem system(Limit limit) {
        List<Equation> equations = variables.stream().map(this::equation).toList();
        List<Formula> observables = problem.observables().stream()
                .map(o -> new Formula(o.name(), shown(observable(o.value()))))
                .toList();
        List<Formula> phases = problem.phases().stream()
                .map(p -> new Formula(p.name(), shown(p.condition())))
                .toList();
        List<NamedTerm> all = presentation.pieces(assembly.pieces());
        List<NamedTerm> used = UsedTerms.of(
                all,
                Stream.of(
                                equations.stream().map(Equation::rate),
                                observables.stream().map(Formula::value),
                                phases.stream().map(Formula::value))
                        .flatMap(s -> s)
                        .toList());
        Map<String, MomentFunction> functions = assembly.functions(used);
        List<NamedTerm> pieces = used.stream()
                .map(p -> p.with(p.call()
                        .filter(c -> functions.containsKey(c.function()))
                        .map(c -> c.named(Objects.requireNonNull(functions.get(c.function()))
                                .name()))))
                .toList();
        List<Step> steps = new DerivationSteps(assembly, presentation).all(pieces, equations, limit);
        return new OrderParameterSystem(
                problem,
                limit,
                equations,
                pieces,
                covariances(pieces),
                List.copyOf(functions.values()),
                assembly.tables(),
                observables,
                phases,
                steps);
    }

    private List<NamedTerm> covariances(List<NamedTerm> used) {
        List<String> names = used.stream().map(NamedTerm::name).toList();
        return assembly.covariances(names).stream().map(presentation::piece).toList();
    }

    private Equation equation(StateVariable variable) {
        StateVariable named = presentation.variable(variable);
        Expression rate = grouping.of(assembly.rate(variable));
        return new Equation(named, presentation.formula(rate, variable.indices(), named.indices()));
    }

    private Expression shown(Expression expression) {
        return presentation.formula(expression, List.<Index>of(), List.of());
    }

    /** What the user wrote stays as it is, but for its means. */
    private Expression observable(Expression written) {
        Expression derived = withMeans(written);
        return derived.equals(written) ? written : MultipliedOut.ifShorter(Grouping.inSums(derived));
    }

    private Expression withMeans(Expression e) {
        if (e instanceof Apply a && a.function() == Function.MEAN) {
            return assembly.mean(a.arguments().get(0));
        }
        return Rebuilt.of(e, this::withMeans);
    }
}
