package org.macrostate.equations.derive;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.macrostate.equations.model.Law;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/**
 * The average over the classes that the copies of a factor mark: {@code Σ_c p_c E[... | class c]}, in which {@code y[k]} is
 * Kronecker's delta of k and c. A sum over a size stays one, so that equations hold for any number of classes.
 */
record ClassAverage(String factor, Law.Classes law) {
    /** Over the classes of the first such factor in an expression. */
    static Optional<ClassAverage> in(Expression e, NonNormalFactors factors) {
        if (factors.isFactor(e) && e instanceof Symbol symbol) {
            return factors.classes(symbol).map(law -> new ClassAverage(symbol.name(), law));
        }
        return e.children().stream()
                .flatMap(child -> in(child, factors).stream())
                .findFirst();
    }

    /** A single factor inside of a root: the width of the noise depends on it. */
    static Optional<Symbol> factorUnderRoot(Expression e, NonNormalFactors factors) {
        boolean root = e instanceof Power p
                && p.exponent() instanceof Rational n
                && !n.value().getDenominator().equals(BigInteger.ONE);
        return root
                ? factorIn(e, factors)
                : e.children().stream()
                        .flatMap(child -> factorUnderRoot(child, factors).stream())
                        .findFirst();
    }

    private static Optional<Symbol> factorIn(Expression e, NonNormalFactors factors) {
        return factors.isFactor(e) && ((Symbol) e).indices().isEmpty()
                ? Optional.of((Symbol) e)
                : e.children().stream()
                        .flatMap(child -> factorIn(child, factors).stream())
                        .findFirst();
    }

    /** @param given the mean given the class */
    Expression over(Expression e, UnaryOperator<Expression> given) {
        if (law.place().extent() instanceof Rational count) {
            List<Expression> terms = new ArrayList<>();
            for (int c = 1; c <= count.value().getNumeratorAsInt(); c++) {
                terms.add(term(e, new Position(c), given));
            }
            return Plus.of(terms);
        }
        Index c = Fresh.index(law.place().extent());
        return IndexSum.of(c, term(e, c, given));
    }

    private Expression term(Expression e, IndexTerm c, UnaryOperator<Expression> given) {
        Substitution marked = Substitution.atoms(atom -> atom instanceof Symbol s
                        && s.name().equals(factor)
                        && s.indices().size() == 1
                        && s.kind() == Kind.RANDOM
                ? Delta.of(s.indices().get(0), c)
                : atom);
        Expression probability = law.probabilityAt(c);
        return probability.isZero() ? probability : probability.times(given.apply(marked.in(e)));
    }
}
