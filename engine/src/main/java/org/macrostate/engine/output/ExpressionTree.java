package org.macrostate.engine.output;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionCases;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexList;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.MatrixFunction;
import org.macrostate.equations.tensor.Neighbours;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * Expressions as JSON that another program compiles without a parser: a number; a name as a string; else an array whose
 * first element is the head. {@code ["At", "Q", "k", 1]} is a name at index places; {@code ["Sum", body, "k", extent]} runs
 * from 1, {@code ["BestPairing", entry, "k", rows, "a", columns]} over a matrix; {@code ["KroneckerDelta", "k", "l"]} compares places; {@code ["Rational", 1, 2]} is one half; other heads are
 * those of the Wolfram language: Plus, Times, Power, Erf, ArcSin, If, Less …
 */
public final class ExpressionTree {
    private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);

    private static final ExpressionCases<Object> CASES = new ExpressionCases<>() {
        @Override
        public Object rational(Rational number) {
            return ExpressionTree.number(number.value());
        }

        @Override
        public Object constant(Constant constant) {
            return constant.text();
        }

        @Override
        public Object symbol(Symbol symbol) {
            if (symbol.kind() == Kind.PLACE) {
                return place(symbol.indices().get(0));
            }
            return symbol.indices().isEmpty() ? symbol.name() : at(symbol);
        }

        @Override
        public Object overlap(Overlap overlap) {
            throw foreign(overlap);
        }

        @Override
        public Object field(Field field) {
            throw foreign(field);
        }

        @Override
        public Object fieldFunction(FieldFunction function) {
            throw foreign(function);
        }

        @Override
        public Object delta(Delta delta) {
            IndexTerm left =
                    delta.shift().isNone() ? delta.left() : delta.shift().shown(delta.left());
            return List.of("KroneckerDelta", place(left), place(delta.right()));
        }

        @Override
        public Object plus(Plus sum) {
            return call("Plus", sum.terms());
        }

        @Override
        public Object times(Times product) {
            return call("Times", product.factors());
        }

        @Override
        public Object power(Power power) {
            return call("Power", List.of(power.base(), power.exponent()));
        }

        @Override
        public Object apply(Apply application) {
            return MatrixFunction.is(application)
                    ? ofMatrix(application)
                    : call(application.function().text(), application.arguments());
        }

        @Override
        public Object sum(IndexSum sum) {
            Optional<Expression> neighbour = Neighbours.shown(sum);
            if (neighbour.isPresent()) {
                return of(neighbour.get());
            }
            return List.of(
                    "Sum", of(sum.body()), sum.index().name(), of(sum.index().extent()));
        }

        @Override
        public Object list(IndexList list) {
            throw foreign(list);
        }
    };

    private ExpressionTree() {}

    /** @throws IllegalArgumentException if something is in it that is no part of a derived system */
    public static Object of(Expression e) {
        return e.match(CASES);
    }

    private static IllegalArgumentException foreign(Expression e) {
        return new IllegalArgumentException("no part of a derived system: " + ExpressionText.of(e));
    }

    private static Object number(BigFraction value) {
        return value.getDenominator().equals(BigInteger.ONE)
                ? whole(value.getNumerator())
                : List.of("Rational", whole(value.getNumerator()), whole(value.getDenominator()));
    }

    /** As a string where it is too large for a double to hold. */
    private static Object whole(BigInteger n) {
        return n.abs().compareTo(EXACT) <= 0 ? (Object) n.longValueExact() : n.toString();
    }

    /** {@code ["BestPairing", entry, "k", extent, "a", extent]}. */
    private static Object ofMatrix(Apply a) {
        List<Object> list = new ArrayList<>(List.of(a.function().text()));
        for (int i = 0; i < a.arguments().size(); i++) {
            list.add(of(MatrixFunction.entry(a, i)));
        }
        for (Index index : List.of(MatrixFunction.row(a), MatrixFunction.column(a))) {
            list.add(index.name());
            list.add(of(index.extent()));
        }
        return list;
    }

    private static Object at(Symbol s) {
        List<Object> list = new ArrayList<>(List.of("At", s.name()));
        s.indices().forEach(term -> list.add(place(term)));
        return list;
    }

    private static Object place(IndexTerm term) {
        return term instanceof Position p ? (Object) p.value() : ExpressionText.of(term);
    }

    private static Object call(String head, List<Expression> arguments) {
        List<Object> list = new ArrayList<>(List.of(head));
        arguments.forEach(a -> list.add(of(a)));
        return list;
    }
}
