package org.macrostate.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.language.Parser;
import org.macrostate.equations.language.Syntax;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;
import org.macrostate.equations.tensor.VectorTerm;

/**
 * Expressions from text, without a model: lower-case names are parameters unless they carry indices, w.u is an overlap,
 * w.x a field, indices run to M except a and b, which run to Ms.
 */
public final class Formulas {
    private final Map<String, Index> indices = new HashMap<>();

    private Formulas() {}

    public static Expression of(String text) {
        return new Formulas().read(Parser.parse(text));
    }

    private Expression read(Syntax syntax) {
        if (syntax instanceof Syntax.Literal l) {
            return new Rational(l.value());
        }
        if (syntax instanceof Syntax.Name n) {
            return switch (n.text()) {
                case "Pi" -> Constant.PI;
                case "E" -> Constant.E;
                case "M", "Ms" -> Symbol.size(n.text());
                case "Q", "m", "d", "R" -> new Symbol(Kind.ORDER, n.text(), List.of());
                default -> Symbol.parameter(n.text());
            };
        }
        Syntax.Call call = (Syntax.Call) syntax;
        return switch (call.head()) {
            case "Plus" -> Plus.of(all(call));
            case "Times" -> Times.of(all(call));
            case "Minus" -> read(call.arguments().get(0)).negate();
            case "Divide" ->
                read(call.arguments().get(0)).over(read(call.arguments().get(1)));
            case "Power" ->
                Power.of(read(call.arguments().get(0)), read(call.arguments().get(1)));
            case "Sqrt" -> Power.sqrt(read(call.arguments().get(0)));
            case "Dot" -> dot(call.arguments().get(0), call.arguments().get(1));
            case "Sum" -> sum(call);
            case "KroneckerDelta" ->
                Delta.of(place(call.arguments().get(0)), place(call.arguments().get(1)));
            case "Greater" ->
                Apply.of(
                        Function.LESS,
                        read(call.arguments().get(1)),
                        read(call.arguments().get(0)));
            default -> named(call);
        };
    }

    private List<Expression> all(Syntax.Call call) {
        return call.arguments().stream().map(this::read).toList();
    }

    private Expression named(Syntax.Call call) {
        Function function = Function.byName().get(call.head());
        if (function != null) {
            return Apply.of(function, all(call));
        }
        Kind kind = call.head().contains("_") ? Kind.PIECE : Kind.ORDER;
        return new Symbol(
                kind, call.head(), call.arguments().stream().map(this::place).toList());
    }

    private Expression sum(Syntax.Call call) {
        for (int i = 1; i < call.arguments().size(); i++) {
            Syntax.Braces range = (Syntax.Braces) call.arguments().get(i);
            String name = ((Syntax.Name) range.elements().get(0)).text();
            indices.put(name, new Index(name, read(range.elements().get(1))));
        }
        Expression result = read(call.arguments().get(0));
        for (int i = call.arguments().size() - 1; i > 0; i--) {
            Syntax.Braces range = (Syntax.Braces) call.arguments().get(i);
            // built directly: the factory would give the index an internal name, which presentation takes back
            result = new IndexSum(index(((Syntax.Name) range.elements().get(0)).text()), result);
        }
        return result;
    }

    private Index index(String name) {
        return indices.computeIfAbsent(
                name, n -> new Index(n, Symbol.size(n.equals("a") || n.equals("b") ? "Ms" : "M")));
    }

    private IndexTerm place(Syntax syntax) {
        if (syntax instanceof Syntax.Literal l) {
            return new Position(l.value().getNumeratorAsInt());
        }
        return index(((Syntax.Name) syntax).text());
    }

    private Expression dot(Syntax left, Syntax right) {
        if (right instanceof Syntax.Name n && n.text().equals("x")) {
            return new Field(vector(left), "x");
        }
        return new Overlap(vector(left), vector(right));
    }

    private VectorTerm vector(Syntax syntax) {
        return syntax instanceof Syntax.Call c
                ? new VectorTerm(
                        c.head(), c.arguments().stream().map(this::place).toList())
                : new VectorTerm(((Syntax.Name) syntax).text(), List.of());
    }

    /** An exact fraction. */
    public static Expression fraction(long above, long below) {
        return new Rational(new BigFraction(above, below));
    }
}
