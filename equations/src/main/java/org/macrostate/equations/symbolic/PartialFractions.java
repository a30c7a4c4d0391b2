package org.macrostate.equations.symbolic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Expression;

/** A rational function as a sum of simpler ones, seen as a function of one of its generators. */
final class PartialFractions {
    private PartialFractions() {}

    /**
     * The polynomial part (possibly zero) and a fraction for each factor of the denominator.
     *
     * @return empty unless all denominator factors with the generator are simple and linear in it
     */
    static Optional<List<RationalFunction>> of(RationalFunction f, Expression generator) {
        List<Polynomial> poles = new ArrayList<>();
        for (Polynomial.Factor factor : f.denominator().factored().factors()) {
            int degree = factor.base().degree(generator);
            if (degree > 1 || (degree == 1 && factor.exponent() > 1)) {
                return Optional.empty();
            }
            if (degree == 1) {
                poles.add(factor.base());
            }
        }
        if (poles.isEmpty()) {
            return Optional.empty();
        }
        List<RationalFunction> parts = new ArrayList<>();
        RationalFunction rest = f;
        for (Polynomial pole : poles) {
            RationalFunction part = atPole(f, generator, pole);
            parts.add(part);
            rest = rest.minus(part);
        }
        parts.add(0, rest);
        return Optional.of(parts);
    }

    /** The fraction {@code residue/pole}, the residue being {@code f · pole} where the pole vanishes. */
    private static RationalFunction atPole(RationalFunction f, Expression generator, Polynomial pole) {
        List<Polynomial> c = pole.coefficients(generator);
        RationalFunction place = RationalFunction.of(c.get(0).negate(), c.get(1));
        RationalFunction residue = value(f.numerator(), generator, place)
                .over(value(f.denominator().over(pole), generator, place));
        return residue.over(RationalFunction.of(pole));
    }

    /** A polynomial with a generator replaced by a rational function. */
    static RationalFunction value(Polynomial polynomial, Expression generator, RationalFunction place) {
        List<Polynomial> c = polynomial.coefficients(generator);
        RationalFunction result = RationalFunction.of(c.get(c.size() - 1));
        for (int i = c.size() - 2; i >= 0; i--) {
            result = result.times(place).plus(RationalFunction.of(c.get(i)));
        }
        return result;
    }
}
