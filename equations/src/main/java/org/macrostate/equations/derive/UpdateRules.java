package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.SampleTerm;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Derivative;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.VectorTerm;

/**
 * What one step does to each trained vector (docs/theory.md, section 2):
 * {@code w_i += F_i x/√N + (1/N) Σ_j K_ij w_j}, {@code θ += (1/N) S}. Every coefficient is kept as a factor (minus the
 * rate, or one) times a direction (the gradient, or the stated step).
 */
final class UpdateRules {
    private final List<FieldStep> fieldSteps = new ArrayList<>();
    private final List<KernelStep> kernelSteps = new ArrayList<>();
    private final List<ScalarStep> scalarSteps = new ArrayList<>();

    /** {@code F_i} on one sample: {@code factor · direction}. */
    record FieldStep(
            Declaration.Vectors family, List<Index> indices, String sample, Expression factor, Expression direction) {
        Expression factorOf(VectorTerm vector) {
            return at(factor, indices, vector.indices());
        }
    }

    /**
     * {@code K_ij} onto one family: {@code factor · direction}, {@code direction} in both indices.
     *
     * @param block the index of the block that the coefficient is of; empty if it is the same in all
     */
    record KernelStep(
            Declaration.Vectors family,
            List<Index> indices,
            Declaration.Vectors onto,
            List<Index> columns,
            Optional<Index> block,
            Expression factor,
            Expression direction) {
        Expression factorOf(VectorTerm vector) {
            return at(factor, indices, vector.indices());
        }
    }

    /** The step of a scalar: {@code factor · direction}. */
    record ScalarStep(Declaration.Scalar scalar, List<Index> indices, Expression factor, Expression direction) {
        /** The same step of the scalar with other indices. */
        ScalarStep at(List<? extends IndexTerm> places) {
            return new ScalarStep(
                    scalar,
                    indices,
                    UpdateRules.at(factor, indices, places),
                    UpdateRules.at(direction, indices, places));
        }
    }

    /** In a limit of the rates: small ones leave of a stated step what is of first order in them. */
    UpdateRules(LearningProblem problem, Limit limit) {
        Dynamics dynamics = problem.dynamics();
        UnaryOperator<Expression> kept =
                limit == Limit.SMALL_RATE ? SmallRates.of(problem)::leading : UnaryOperator.identity();
        if (dynamics instanceof Dynamics.Loss loss) {
            ofLoss(problem, loss);
            loss.updates().forEach(update -> ofUpdate(problem, update, kept));
        } else if (dynamics instanceof Dynamics.Updates updates) {
            updates.updates().forEach(update -> ofUpdate(problem, update, kept));
        }
    }

    List<FieldStep> fieldSteps() {
        return fieldSteps;
    }

    List<KernelStep> kernelSteps() {
        return kernelSteps;
    }

    List<ScalarStep> scalarSteps() {
        return scalarSteps;
    }

    private void ofLoss(LearningProblem problem, Dynamics.Loss stated) {
        for (Declaration.Vectors family : problem.vectors()) {
            if (family.isTrained() && !stated.isUpdated(family.name())) {
                ofFamily(problem, family, stated.of(family.name()));
            }
        }
        for (Declaration.Scalar scalar : problem.scalars()) {
            if (stated.isUpdated(scalar.name())) {
                continue;
            }
            List<Index> indices = scalar.copies().stream().map(Fresh::index).toList();
            Symbol symbol = new Symbol(Kind.SCALAR, scalar.name(), List.copyOf(indices));
            refuseInSamples(problem, scalar);
            Expression factor = rate(scalar.rate(), indices);
            addScalar(new ScalarStep(scalar, indices, factor, gradient(stated.of(scalar.name()), symbol)));
        }
    }

    /** Fields would depend on the scalar through the sample, noise included. */
    private static void refuseInSamples(LearningProblem problem, Declaration.Scalar scalar) {
        for (Declaration.Sample sample : problem.samples()) {
            List<Expression> amplitudes = new ArrayList<>(List.of(sample.noise()));
            sample.terms().forEach(term -> amplitudes.add(term.coefficient()));
            boolean inside = amplitudes.stream()
                    .anyMatch(a -> Expansion.contains(
                            a,
                            e -> e instanceof Symbol s
                                    && s.kind() == Kind.SCALAR
                                    && s.name().equals(scalar.name())));
            if (inside) {
                throw new BadInput(
                        "sample " + sample.name() + " contains the trained scalar " + scalar.name()
                                + ": the gradient of a loss through a sample is taken for vectors only; state the step under 'update'");
            }
        }
    }

    private void ofFamily(LearningProblem problem, Declaration.Vectors family, Expression loss) {
        List<Index> indices = family.indices();
        VectorTerm vector = family.at(indices);
        Expression factor = rate(family.rate(), indices);
        for (Declaration.Sample sample : problem.samples()) {
            Expression gradient = gradient(loss, new Field(vector, sample.name()));
            addField(new FieldStep(family, indices, sample.name(), factor, gradient));
        }
        for (Declaration.Vectors other : problem.vectors()) {
            List<Index> columns = other.indices();
            Expression gradient = gradient(loss, new Overlap(vector, other.at(columns)));
            Expression made = throughSamples(problem, loss, vector, other.at(columns));
            addKernel(new KernelStep(family, indices, other, columns, Optional.empty(), factor, gradient.plus(made)));
            problem.blocks()
                    .ifPresent(blocks -> ofBlock(loss, vector, Fresh.index(blocks), family, indices, other, factor));
        }
    }

    /** What a loss says of single blocks, as {@code w . S . w} does. */
    private void ofBlock(
            Expression loss,
            VectorTerm vector,
            Index block,
            Declaration.Vectors family,
            List<Index> indices,
            Declaration.Vectors other,
            Expression factor) {
        List<Index> columns = other.indices();
        Expression gradient = gradient(loss, new Overlap(vector, other.at(columns), List.of(block)));
        addKernel(new KernelStep(family, indices, other, columns, Optional.of(block), factor, gradient));
    }

    /**
     * The loss's gradient by a vector that samples are made of, onto the vector whose field is taken: {@code x = s w/√N + …}
     * and {@code g = v.x} give {@code ∂ℓ/∂g s v}.
     */
    private static Expression throughSamples(
            LearningProblem problem, Expression loss, VectorTerm made, VectorTerm other) {
        List<Expression> terms = new ArrayList<>();
        for (Declaration.Sample sample : problem.samples()) {
            for (SampleTerm term : sample.terms()) {
                if (term.vector().family().equals(made.family())) {
                    Expression here = Delta.of(term.vector().indices(), made.indices());
                    Expression coefficient =
                            IndexSum.of(term.sums(), term.coefficient().times(here));
                    terms.add(coefficient.times(gradient(loss, new Field(other, sample.name()))));
                }
            }
        }
        return Plus.of(terms);
    }

    private void ofUpdate(LearningProblem problem, Dynamics.Update update, UnaryOperator<Expression> kept) {
        var vectors = problem.vectors(update.target());
        if (vectors.isEmpty()) {
            Declaration.Scalar scalar = problem.scalars().stream()
                    .filter(s -> s.name().equals(update.target()))
                    .findFirst()
                    .orElseThrow();
            addScalar(new ScalarStep(scalar, update.indices(), Rational.ONE, kept.apply(update.step())));
            return;
        }
        List<Index> indices = vectors.get().indices();
        Expression step = kept.apply(at(update.step(), update.indices(), indices));
        for (Declaration.Sample sample : problem.samples()) {
            Symbol symbol = new Symbol(Kind.SAMPLE, sample.name(), List.of());
            addField(new FieldStep(vectors.get(), indices, sample.name(), Rational.ONE, Derivative.of(step, symbol)));
        }
        for (Declaration.Vectors other : problem.vectors()) {
            List<Index> columns = other.indices();
            Symbol symbol = new Symbol(Kind.VECTOR, other.name(), List.copyOf(columns));
            addKernel(new KernelStep(
                    vectors.get(),
                    indices,
                    other,
                    columns,
                    Optional.empty(),
                    Rational.ONE,
                    Derivative.of(step, symbol)));
        }
    }

    /** Minus the learning rate of a copy. */
    private static Expression rate(Optional<Expression> rate, List<Index> copy) {
        Expression own = rate.orElse(Rational.ZERO).negate();
        Map<String, IndexTerm> places = new HashMap<>();
        for (int i = 0; i < copy.size(); i++) {
            places.put(Declaration.RATE_INDICES.get(i), copy.get(i));
        }
        return Substitution.indices(places).in(own);
    }

    /** By the variable, where the gradient is not stopped; what is stopped is a factor like any other from here on. */
    private static Expression gradient(Expression loss, Expression variable) {
        return unstopped(Derivative.of(loss, variable));
    }

    private static Expression unstopped(Expression e) {
        return e instanceof Apply a && a.function() == Function.STOP_GRADIENT
                ? unstopped(a.arguments().get(0))
                : Rebuilt.of(e, UpdateRules::unstopped);
    }

    private void addField(FieldStep step) {
        if (!step.direction().isZero()) {
            fieldSteps.add(step);
        }
    }

    private void addKernel(KernelStep step) {
        if (!step.direction().isZero()) {
            kernelSteps.add(step);
        }
    }

    private void addScalar(ScalarStep step) {
        if (!step.direction().isZero()) {
            scalarSteps.add(step);
        }
    }

    /** The expression with a step's own indices replaced by others. */
    static Expression at(Expression expression, List<Index> own, List<? extends IndexTerm> places) {
        return own.isEmpty() ? expression : Substitution.indices(own, places).in(expression);
    }
}
