package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Switches;
import org.macrostate.equations.tensor.Symbol;

/**
 * Where functions are not smooth: {@code Ramp[1 − Sign[y] h]} has a kink at {@code h = 1/Sign[y]}. An integral over h is
 * accurate only if it is split there.
 */
final class Kinks {
    private final List<Symbol> places;

    /** @param places of forms, in the order in which they are integrated: a kink belongs to the last it depends on */
    Kinks(List<Symbol> places) {
        this.places = places;
    }

    /** The values of place {@code i} at kinks, in earlier places; those that cannot be solved for are left out. */
    Set<Expression> of(List<Expression> functions, int i) {
        Set<Expression> found = new LinkedHashSet<>();
        for (Expression function : functions) {
            for (Expression zero : Switches.of(function)) {
                if (last(zero) == i) {
                    smoothPieces(zero, places.get(i)).forEach(piece -> found.addAll(roots(piece, places.get(i))));
                }
            }
        }
        return found;
    }

    /** The values of place {@code i} at kinks that are the same wherever earlier places are, or on either side of a jump. */
    Set<Expression> constants(List<Expression> functions, int i) {
        Set<Expression> found = new LinkedHashSet<>();
        for (Expression function : functions) {
            for (Expression zero : Switches.of(function)) {
                List<Expression> pieces = last(zero) == i ? List.of(zero) : List.of();
                for (Symbol place : places) {
                    pieces = pieces.stream()
                            .flatMap(piece -> smoothPieces(piece, place).stream())
                            .toList();
                }
                pieces.forEach(piece -> found.addAll(roots(piece, places.get(i))));
            }
        }
        found.removeIf(root -> last(root) >= 0);
        return found;
    }

    private int last(Expression e) {
        int last = -1;
        for (int i = 0; i < places.size(); i++) {
            last = contains(e, places.get(i)) ? i : last;
        }
        return last;
    }

    private static boolean contains(Expression e, Symbol place) {
        return Expansion.contains(e, place::equals);
    }

    /** Functions of the place with kinks of their own are one of two smooth ones on either side. */
    private static List<Expression> smoothPieces(Expression e, Symbol place) {
        Expression inner = innermost(e, place);
        if (inner.isZero()) {
            return List.of(e);
        }
        Apply kinked = (Apply) inner;
        Expression x = kinked.arguments().get(0);
        List<Expression> sides =
                switch (kinked.function()) {
                    case ABS -> List.of(x, x.negate());
                    case RAMP -> List.of(x, Rational.ZERO);
                    case SIGN -> List.of(Rational.ONE, Rational.ONE.negate());
                    case UNIT_STEP -> List.of(Rational.ONE, Rational.ZERO);
                    default -> throw new IllegalArgumentException("no kink is known of " + kinked.function());
                };
        List<Expression> pieces = new ArrayList<>();
        sides.forEach(side -> pieces.addAll(smoothPieces(replaced(e, kinked, side), place)));
        return pieces;
    }

    /** Zero if there is none. */
    private static Expression innermost(Expression e, Symbol place) {
        for (Expression child : e.children()) {
            Expression inner = innermost(child, place);
            if (!inner.isZero()) {
                return inner;
            }
        }
        boolean kinked = e instanceof Apply a
                && Set.of(Function.ABS, Function.RAMP, Function.SIGN, Function.UNIT_STEP)
                        .contains(a.function());
        return kinked && contains(e, place) ? e : Rational.ZERO;
    }

    private static Expression replaced(Expression e, Apply what, Expression by) {
        if (e.equals(what)) {
            return by;
        }
        return e instanceof IndexSum ? e : Rebuilt.of(e, child -> replaced(child, what, by));
    }

    /** Zeros of {@code c + a x} and of {@code c + a x²}; none where a is zero, or for other functions of x. */
    private static List<Expression> roots(Expression e, Symbol x) {
        List<Expression> constant = new ArrayList<>();
        List<List<Expression>> slopes = List.of(new ArrayList<>(), new ArrayList<>());
        for (Expansion.Monomial m : Expansion.of(e, x::equals)) {
            int degree = m.factors().size();
            if (degree > 2 || !m.factors().stream().allMatch(x::equals)) {
                return List.of();
            }
            (degree == 0 ? constant : slopes.get(degree - 1)).add(IndexSum.of(m.sums(), m.coefficient()));
        }
        boolean square = !slopes.get(1).isEmpty();
        if (square == !slopes.get(0).isEmpty()) {
            return List.of();
        }
        Expression ratio = Plus.of(constant).negate().over(Plus.of(slopes.get(square ? 1 : 0)));
        if (!square) {
            return List.of(ratio);
        }
        Expression root = Power.sqrt(Apply.of(Function.MAX, ratio, Rational.ZERO));
        return List.of(root, root.negate());
    }
}
