package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.macrostate.equations.gaussian.ClosedForm;
import org.macrostate.equations.gaussian.Expectation;
import org.macrostate.equations.gaussian.Isserlis;
import org.macrostate.equations.gaussian.NonGaussianFactors;
import org.macrostate.equations.gaussian.NoncentralGaussianForms;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;
import org.macrostate.equations.tensor.VectorTerm;

/**
 * The deterministic limit (docs/theory.md, sections 3 and 7), for one pair of vectors at a time:
 * {@code dG_ij/dt = E[F_i h_j + F_j h_i] + κ E[F_i F_j] + Σ_k E[K_ik] G_kj + Σ_k E[K_jk] G_ik}, the means of the terms of
 * one step.
 */
final class RateDerivation implements Increments.Terms {
    private final LearningProblem problem;
    private final Limit limit;
    private final Expression unit;
    private final OverlapAlgebra overlaps;
    private final UpdateRules rules;
    private final Increments increments;
    private final SpectralClasses classes;
    private final NamedTermTable table;
    private final FieldCovariance fields;
    private final NonNormalFactors discrete;
    private final NamedCovariance covariance;
    private final Expectation expectation;
    private final NamedMoments moments;
    private final MomentFunctions functions;
    private final NamedKernels kernels;
    private final List<StateVariable> variables;
    /** Fields in terms of variables with a law. */
    private final Substitution centred;

    private final Map<UpdateRules.FieldStep, NamedCovariance.Combination> combinations = new HashMap<>();

    RateDerivation(LearningProblem problem, List<StateVariable> variables, Limit limit, QuadratureRule rule) {
        this(problem, variables, limit, rule, false);
    }

    /** With closed forms only: an expectation that has none is refused. */
    static RateDerivation inClosedForm(LearningProblem problem, List<StateVariable> variables) {
        return new RateDerivation(
                problem, variables, Limit.FINITE_RATE, QuadratureRule.of(Derivation.QUADRATURE_NODES), true);
    }

    private RateDerivation(
            LearningProblem problem, List<StateVariable> variables, Limit limit, QuadratureRule rule, boolean closed) {
        this.problem = problem;
        this.variables = variables;
        this.limit = limit;
        this.unit = limit == Limit.SMALL_RATE ? new Rates(problem).reference() : Rational.ONE;
        this.table = new NamedTermTable(problem);
        LearningProblem named = new NamedBlocks(table).in(problem);
        this.overlaps = new OverlapAlgebra(named);
        this.rules = new UpdateRules(problem, limit);
        Confinement.require(problem, rules);
        this.increments = new Increments(named, rules);
        this.discrete = new NonNormalFactors(problem);
        this.classes = new SpectralClasses(named, discrete);
        this.fields = new FieldCovariance(classes.problem(), overlaps);
        this.covariance = new NamedCovariance(classes.problem(), fields, table);
        NamedParts parts = new NamedParts(table, covariance);
        this.functions = new MomentFunctions(
                table,
                covariance,
                names -> List.of(new ClosedForm(names), rule.signs(names), new NoncentralGaussianForms(names)));
        this.moments = new NamedMoments(classes.problem(), table, covariance, functions);
        this.expectation = new Expectation(
                covariance,
                discrete,
                closed
                        ? List.of(new Isserlis(), new ClosedForm(parts), new NoncentralGaussianForms(parts))
                        : List.of(
                                new Isserlis(),
                                new ClosedForm(parts),
                                rule.signs(parts),
                                new NoncentralGaussianForms(parts),
                                rule.mixture(parts),
                                rule.last(parts)),
                moments);
        this.centred = Substitution.atoms(atom -> atom instanceof Field f ? fields.inVariables(f) : atom);
        this.kernels = new NamedKernels(table, overlaps, this::mean);
        rules.fieldSteps().forEach(this::nameIfLinear);
    }

    LearningProblem problem() {
        return problem;
    }

    /** The problem with a sample for each class of its spectra: the names that fields have in what is derived. */
    LearningProblem classwise() {
        return classes.problem();
    }

    List<StateVariable> variables() {
        return variables;
    }

    /** Expectations that are written out where they stand. */
    List<NamedTerm> notes() {
        return moments.notes();
    }

    /** True if a field has a mean, given the factors that are not normal. */
    boolean hasMeans() {
        return problem.fields().stream().anyMatch(name -> {
            Declaration.Vectors family = problem.vectors(name.family()).orElseThrow();
            return !fields.mean(new Field(family.at(family.indices()), name.sample()))
                    .isZero();
        });
    }

    Increments increments() {
        return increments;
    }

    UpdateRules rules() {
        return rules;
    }

    List<Table> tables() {
        return table.tables();
    }

    List<NamedTerm> pieces() {
        return table.pieces().stream()
                .map(p -> p.with(functions.call(p.name())))
                .toList();
    }

    /** What several of these pieces are of their fields, by the keys of their calls. */
    Map<String, MomentFunction> functions(List<NamedTerm> pieces) {
        return functions.among(pieces, table.names());
    }

    /** Of the variables that the statistics among these pieces are of. */
    List<NamedTerm> covariances(List<String> names) {
        return covariance.between(table.pieces().stream()
                .filter(p -> names.contains(p.name()))
                .flatMap(p -> Stream.concat(
                        p.statistic().stream().flatMap(s -> Stream.concat(s.fields().stream(), s.given().stream())),
                        functions.variables(p.name())))
                .toList());
    }

    Map<String, NamedCovariance.Combination> combinations() {
        return covariance.combinations();
    }

    /** E[...] over a fresh sample. */
    Expression mean(Expression expression) {
        return classes.mean(expression, this::meanInClass);
    }

    private Expression meanInClass(Expression e) {
        MeansByValue.Split split = new MeansByValue(fields, discrete, covariance, expectation, centred).of(e);
        Expression rest = byClass(centred.in(split.rest()));
        return split.mean().isZero() ? rest : split.mean().plus(rest);
    }

    /** Class by class where there are classes, or the width of the noise depends on one, before anything is multiplied out. */
    private Expression byClass(Expression e) {
        Optional<ClassAverage> classes = ClassAverage.in(e, discrete);
        if (classes.isPresent()) {
            return classes.get().over(e, this::byClass);
        }
        Optional<Symbol> found = ClassAverage.factorUnderRoot(e, discrete);
        if (found.isEmpty()) {
            return expectation.of(e);
        }
        Optional<Expression> ofNormal = discrete.ofNormal(found.get());
        if (ofNormal.isPresent()) {
            return byClass(Substitution.atoms(atom -> atom.equals(found.get()) ? ofNormal.get() : atom)
                    .in(e));
        }
        List<Expression> terms = new ArrayList<>();
        for (NonGaussianFactors.Value value : discrete.values(found.get())) {
            Substitution given = Substitution.atoms(atom -> atom.equals(found.get()) ? value.value() : atom);
            terms.add(value.probability().times(byClass(given.in(e))));
        }
        return Plus.of(terms);
    }

    /** The time derivative of an order parameter with its own free indices: the mean of its increment. */
    Expression rate(StateVariable variable) {
        return increments.of(variable, this);
    }

    @Override
    public Expression scalar(UpdateRules.ScalarStep step) {
        return scaled(step.factor()).times(mean(step.direction()));
    }

    @Override
    public Expression field(UpdateRules.FieldStep step, VectorTerm moving, Field other) {
        return scaled(step.factorOf(moving)).times(mean(direction(step, moving).times(other)));
    }

    @Override
    public Expression kernel(UpdateRules.KernelStep step, VectorTerm moving, VectorTerm other, List<IndexTerm> block) {
        return scaled(step.factorOf(moving)).times(kernels.motion(step, moving, other, block));
    }

    /** Of second order in the rates. */
    @Override
    public Expression square(
            Expression kappa,
            UpdateRules.FieldStep first,
            VectorTerm left,
            UpdateRules.FieldStep second,
            VectorTerm right) {
        if (limit == Limit.SMALL_RATE) {
            return Rational.ZERO;
        }
        Expression product = direction(first, left).times(direction(second, right));
        Expression mean = Expansion.contains(kappa, FieldCovariance::isRandom)
                ? mean(kappa.times(product))
                : kappa.times(mean(product));
        return Times.of(first.factorOf(left), second.factorOf(right), mean);
    }

    /** The direction of a step of a vector, under its name if it has one. */
    Expression direction(UpdateRules.FieldStep step, VectorTerm vector) {
        NamedCovariance.Combination combination = combinations.get(step);
        if (combination != null) {
            return new Symbol(Kind.COMBINATION, combination.name(), vector.indices());
        }
        return UpdateRules.at(step.direction(), step.indices(), vector.indices());
    }

    /** True if something in it is not a centred Gaussian variable. */
    private boolean isMixed(Expression expression) {
        return Expansion.contains(
                expression,
                e -> discrete.isFactor(e)
                        || (e instanceof Field f
                                && (classes.areOf(f)
                                        || fields.hasRandomNoise(f)
                                        || !fields.mean(f).isZero())));
    }

    private void nameIfLinear(UpdateRules.FieldStep step) {
        if (!covariance.isCombination(step.direction()) || isMixed(step.direction())) {
            return;
        }
        String field = problem.field(step.family().name(), step.sample())
                .map(Declaration.FieldName::name)
                .orElse(step.family().name());
        String meaning = step.factor().isOne()
                ? "coefficient of " + step.sample() + " in the update of "
                        + step.family().name()
                : "derivative of the loss by " + field;
        String name = combinations.isEmpty() ? "g" : "g_" + field;
        combinations.put(step, covariance.name(name, step.indices(), step.direction(), meaning));
    }

    private Expression scaled(Expression factor) {
        return factor.over(unit);
    }
}
