package org.macrostate.engine.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.StateVariable;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Law;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/** The blocks of a model's spectra at sizes and parameters that a user set. */
final class BlockWeights {
    private static final double ROUNDING = 1e-9;

    private final LearningProblem problem;
    private final Map<Symbol, Double> values = new LinkedHashMap<>();
    private final int count;

    /**
     * @param parameters by label
     * @throws BadInput if weights or shares are no fractions that add up to one, or an eigenvalue is negative
     */
    BlockWeights(ModelInstance subject, Map<String, Double> parameters) {
        this.problem = subject.problem();
        for (Declaration.Size size : problem.sizes()) {
            values.put(Symbol.size(size.name()), (double) subject.sizes().of(Symbol.size(size.name())));
        }
        parameters.forEach((label, value) -> values.put(symbol(label), value));
        this.count = problem.blocks().map(subject.sizes()::of).orElse(0);
        if (count > 0) {
            check();
        }
        problem.randoms().forEach(random -> requireClasses(random, subject));
    }

    /** The probabilities of classes add up to one too. */
    private void requireClasses(Declaration.Random random, ModelInstance subject) {
        if (random.law() instanceof Law.Classes law) {
            double sum = 0;
            int classes = subject.sizes().of(law.place().extent());
            for (int c = 1; c <= classes; c++) {
                double own = value(law.probabilityAt(new Position(c)));
                if (!(own >= 0 && own <= 1)) {
                    throw new BadInput("the probability of class " + c + " of " + random.name()
                            + " must be from 0 to 1, was " + own);
                }
                sum += own;
            }
            if (!(Math.abs(sum - 1) <= ROUNDING)) {
                throw new BadInput(
                        "the probabilities of the classes of " + random.name() + " must add up to 1, found " + sum);
            }
        }
    }

    private static Symbol symbol(String label) {
        int bracket = label.indexOf('[');
        return bracket < 0
                ? Symbol.parameter(label)
                : new Symbol(
                        Kind.PARAMETER,
                        label.substring(0, bracket),
                        List.of(new Position(Integer.parseInt(label.substring(bracket + 1, label.length() - 1)))));
    }

    private void check() {
        requireSum("the weights of the blocks", b -> problem.weightAt(b), false);
        for (Declaration.Vectors vectors : problem.vectors()) {
            vectors.share()
                    .filter(share -> !vectors.isTrained())
                    .ifPresent(share -> requireSum(
                            "the shares of vectors " + vectors.name() + " in the blocks", b -> at(share, b), true));
        }
        for (Declaration.Spectrum spectrum : problem.spectra()) {
            for (int b = 1; b <= count; b++) {
                Expression eigenvalue = spectrum.valueAt(new Position(b));
                if (!isRandom(eigenvalue) && !(value(eigenvalue) >= 0)) {
                    throw new BadInput("the eigenvalue of block " + b + " of spectrum " + spectrum.name()
                            + " must be nonnegative, was " + value(eigenvalue));
                }
            }
        }
    }

    private void requireSum(
            String role, java.util.function.Function<IndexTerm, Expression> fraction, boolean mayBeZero) {
        double sum = 0;
        for (int b = 1; b <= count; b++) {
            double own = value(fraction.apply(new Position(b)));
            if (!(own > 0 || mayBeZero && own == 0)) {
                throw new BadInput(role + " must be " + (mayBeZero ? "nonnegative" : "positive") + ", was " + own
                        + " in block " + b);
            }
            sum += own;
        }
        if (!(Math.abs(sum - 1) <= ROUNDING)) {
            throw new BadInput(role + " must add up to 1, found " + sum);
        }
    }

    /**
     * What part of an overlap's total belongs to one block at a start, unless the block's own value is said: its weight,
     * among the blocks that the vectors have a part in.
     *
     * @param block from 1
     */
    double spread(StateVariable variable, int block) {
        double all = 0;
        for (int b = 1; b <= count; b++) {
            all += isIn(variable, b) ? value(problem.weightAt(new Position(b))) : 0;
        }
        return isIn(variable, block) ? value(problem.weightAt(new Position(block))) / all : 0;
    }

    private boolean isIn(StateVariable variable, int block) {
        for (String family : List.of(variable.left(), variable.right())) {
            Optional<Expression> share = problem.vectors(family).flatMap(Declaration.Vectors::share);
            if (share.isPresent() && value(at(share.get(), new Position(block))) == 0) {
                return false;
            }
        }
        return true;
    }

    private Expression at(Expression share, IndexTerm block) {
        Index own = problem.spectra().get(0).block();
        return Substitution.index(own, block).in(share);
    }

    private double value(Expression e) {
        return NumericValue.of(e, values);
    }

    private static boolean isRandom(Expression e) {
        return Expansion.contains(e, a -> a instanceof Symbol s && s.kind() == Kind.RANDOM);
    }
}
