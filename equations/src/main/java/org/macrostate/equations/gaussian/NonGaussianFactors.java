package org.macrostate.equations.gaussian;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/** Random factors that are not normal, independent of each other and of the Gaussian variables: an outer average. */
public interface NonGaussianFactors {

    /** None at all. */
    NonGaussianFactors NONE = new NonGaussianFactors() {
        @Override
        public boolean isFactor(Expression atom) {
            return false;
        }

        @Override
        public Expression moment(List<Symbol> factors) {
            return Rational.ONE;
        }

        @Override
        public List<Value> values(Symbol factor) {
            return List.of();
        }
    };

    /** One value of a factor. */
    record Value(Expression value, Expression probability) {}

    boolean isFactor(Expression atom);

    /** E[∏ factors], with repetition, in deltas of their indices. */
    Expression moment(List<Symbol> factors);

    /** A factor with a density as a function of a standard normal variable, where that is a short one. */
    default Optional<Expression> ofNormal(Symbol factor) {
        return Optional.empty();
    }

    /**
     * The values of a factor.
     *
     * @throws org.macrostate.equations.BadInput if there are copies of it, whose values together are too many
     */
    List<Value> values(Symbol factor);
}
