package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.SampleTerm;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Derivative;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
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
    record FieldStep(Declaration.Vectors family, Index index, String sample, Expression factor, Expression direction) {}

    /**
     * {@code K_ij} onto one family: {@code factor · direction}, {@code direction} in both indices.
     *
     * @param block the index of the block that the coefficient is of; empty if it is the same in all
     */
    record KernelStep(
            Declaration.Vectors family,
            Index index,
            Declaration.Vectors onto,
            Index column,
            Optional<Index> block,
            Expression factor,
            Expression direction) {}

    /** The step of a scalar: {@code factor · direction}. */
    record ScalarStep(Declaration.Scalar scalar, List<Index> indices, Expression factor, Expression direction) {}

    UpdateRules(LearningProblem problem) {
        Dynamics dynamics = problem.dynamics();
        if (dynamics instanceof Dynamics.Loss loss) {
            ofLoss(problem, loss.value());
        } else if (dynamics instanceof Dynamics.Updates updates) {
            updates.updates().forEach(update -> ofUpdate(problem, update));
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

    private void ofLoss(LearningProblem problem, Expression loss) {
        for (Declaration.Vectors family : problem.vectors()) {
            if (family.isTrained()) {
                ofFamily(problem, family, loss);
            }
        }
        for (Declaration.Scalar scalar : problem.scalars()) {
            List<Index> indices =
                    scalar.copies().map(Fresh::index).map(List::of).orElse(List.of());
            Symbol symbol = new Symbol(Kind.SCALAR, scalar.name(), List.copyOf(indices));
            refuseInSamples(problem, scalar);
            Expression factor = scalar.rate().orElse(Rational.ZERO).negate();
            addScalar(new ScalarStep(scalar, indices, factor, Derivative.of(loss, symbol)));
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
        Index index = index(family);
        VectorTerm vector = OverlapAlgebra.term(family, index);
        Expression factor = family.rate().orElse(Rational.ZERO).negate();
        for (Declaration.Sample sample : problem.samples()) {
            Expression gradient = Derivative.of(loss, new Field(vector, sample.name()));
            addField(new FieldStep(family, index, sample.name(), factor, gradient));
        }
        for (Declaration.Vectors other : problem.vectors()) {
            Index column = index(other);
            Expression gradient = Derivative.of(loss, new Overlap(vector, OverlapAlgebra.term(other, column)));
            Expression made = throughSamples(problem, loss, vector, OverlapAlgebra.term(other, column));
            addKernel(new KernelStep(family, index, other, column, Optional.empty(), factor, gradient.plus(made)));
            problem.blocks()
                    .ifPresent(blocks -> ofBlock(loss, vector, Fresh.index(blocks), family, index, other, factor));
        }
    }

    /** What a loss says of single blocks, as {@code w . S . w} does. */
    private void ofBlock(
            Expression loss,
            VectorTerm vector,
            Index block,
            Declaration.Vectors family,
            Index index,
            Declaration.Vectors other,
            Expression factor) {
        Index column = index(other);
        Expression gradient =
                Derivative.of(loss, new Overlap(vector, OverlapAlgebra.term(other, column), List.of(block)));
        addKernel(new KernelStep(family, index, other, column, Optional.of(block), factor, gradient));
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
                    terms.add(coefficient.times(Derivative.of(loss, new Field(other, sample.name()))));
                }
            }
        }
        return Plus.of(terms);
    }

    private void ofUpdate(LearningProblem problem, Dynamics.Update update) {
        var vectors = problem.vectors(update.target());
        if (vectors.isEmpty()) {
            Declaration.Scalar scalar = problem.scalars().stream()
                    .filter(s -> s.name().equals(update.target()))
                    .findFirst()
                    .orElseThrow();
            addScalar(new ScalarStep(scalar, update.indices(), Rational.ONE, update.step()));
            return;
        }
        Index index = index(vectors.get());
        Expression step = update.indices().isEmpty()
                ? update.step()
                : Substitution.index(update.indices().get(0), index).in(update.step());
        for (Declaration.Sample sample : problem.samples()) {
            Symbol symbol = new Symbol(Kind.SAMPLE, sample.name(), List.of());
            addField(new FieldStep(vectors.get(), index, sample.name(), Rational.ONE, Derivative.of(step, symbol)));
        }
        for (Declaration.Vectors other : problem.vectors()) {
            Index column = index(other);
            List<IndexTerm> places =
                    List.copyOf(OverlapAlgebra.term(other, column).indices());
            Symbol symbol = new Symbol(Kind.VECTOR, other.name(), places);
            addKernel(new KernelStep(vectors.get(), index, other, column, Optional.empty(), Rational.ONE, Derivative.of(step, symbol)));
        }
    }

    private static Index index(Declaration.Vectors family) {
        return Fresh.index(family.copies().orElse(Rational.ONE));
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

    /** The expression with a step's own index replaced by another. */
    static Expression at(Expression expression, Index own, IndexTerm place) {
        return Substitution.indices(Map.of(own.name(), place)).in(expression);
    }
}
