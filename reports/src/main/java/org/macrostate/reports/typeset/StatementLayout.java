package org.macrostate.reports.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Parser;
import org.macrostate.equations.language.Syntax;

/**
 * Sets what a derivation says in the words of the language, {@code E[h[k] z[l]]}: names need no declaration here, and
 * {@code E[…]} and {@code Mean[…]} are expectations. What does not parse is set as words.
 */
public final class StatementLayout {
    private static final Pattern EQUALS = Pattern.compile(" = ");
    /** Three words in a row are prose, not a product. */
    private static final Pattern WORDS = Pattern.compile("(?<![a-z])[a-z]{2,}+ [a-z]{2,}+ [a-z]{2,}+");

    private static final int DECIMALS = 6;
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int ATOM = 3;

    private final Typesetter typesetter;

    private StatementLayout(Typesetter typesetter) {
        this.typesetter = typesetter;
    }

    /** {@code statement = right}; where the statement holds an equals sign itself, only its first side is on the left. */
    public static EquationLine line(String statement, Layout right, Typesetter typesetter) {
        String[] sides = EQUALS.split(statement);
        Layout rest = right;
        for (int i = sides.length - 1; i > 0; i--) {
            rest = Layout.equation(of(sides[i], typesetter), rest);
        }
        return new EquationLine(of(sides[0], typesetter), rest, "");
    }

    /** One side of a statement. */
    public static Layout of(String statement, Typesetter typesetter) {
        if (WORDS.matcher(statement).find()) {
            return new Layout.Words(statement);
        }
        try {
            return new StatementLayout(typesetter).set(Parser.parse(statement), 0);
        } catch (BadInput e) {
            return new Layout.Words(statement);
        }
    }

    /** The same, or nothing of what does not parse. */
    public static Optional<Layout> ofFormula(String text, Typesetter typesetter) {
        try {
            return Optional.of(new StatementLayout(typesetter).set(Parser.parse(text), 0));
        } catch (BadInput none) {
            return Optional.empty();
        }
    }

    private Layout set(Syntax syntax, int context) {
        if (syntax instanceof Syntax.Literal l) {
            return l.value().getDenominator().equals(java.math.BigInteger.ONE)
                    ? Layout.row(typesetter.of(new org.macrostate.equations.tensor.Rational(l.value())))
                    : NumberLayout.of(l.value().doubleValue(), DECIMALS);
        }
        if (syntax instanceof Syntax.Name n) {
            return typesetter.name(n.text());
        }
        if (syntax instanceof Syntax.Braces b) {
            return new Layout.Fenced("{", list(b.elements()), "}");
        }
        Syntax.Call call = (Syntax.Call) syntax;
        Layout bare = call(call);
        return binding(call) < context ? Brackets.around(bare) : bare;
    }

    private static int binding(Syntax.Call call) {
        return switch (call.head()) {
            case "Plus", "Minus", "Less", "LessEqual", "Greater", "GreaterEqual", "Equal" -> SUM;
            case "Times", "Dot", "Sum" -> PRODUCT;
            default -> ATOM;
        };
    }

    private Layout call(Syntax.Call call) {
        List<Syntax> arguments = call.arguments();
        return switch (call.head()) {
            case "Plus" -> plus(arguments);
            case "Minus" -> Layout.row(Names.MINUS_SIGN, set(arguments.get(0), PRODUCT));
            case "Times" -> product(call);
            case "Dot" ->
                Layout.row(
                        set(arguments.get(0), ATOM),
                        new Layout.Sign("·", Layout.Role.BINARY),
                        set(arguments.get(1), ATOM));
            case "Divide" -> new Layout.Fraction(set(arguments.get(0), 0), set(arguments.get(1), 0));
            case "Power" -> Layout.power(set(arguments.get(0), ATOM), set(arguments.get(1), 0));
            case "Sqrt" -> new Layout.Root(set(arguments.get(0), 0));
            case "Mean" -> new Layout.Fenced("⟨", list(arguments), "⟩");
            case "Abs" -> new Layout.Fenced("|", list(arguments), "|");
            case "Less" -> relation(arguments, "<");
            case "LessEqual" -> relation(arguments, "≤");
            case "Greater" -> relation(arguments, ">");
            case "GreaterEqual" -> relation(arguments, "≥");
            case "Equal" -> relation(arguments, "=");
            case "Sum" -> sum(arguments);
            default -> named(call);
        };
    }

    private Layout plus(List<Syntax> terms) {
        List<Layout> parts = new ArrayList<>();
        for (Syntax term : terms) {
            boolean minus = term instanceof Syntax.Call c && c.head().equals("Minus");
            if (!parts.isEmpty()) {
                parts.add(new Layout.Sign(minus ? "−" : "+", Layout.Role.BINARY));
                parts.add(set(minus ? ((Syntax.Call) term).arguments().get(0) : term, PRODUCT));
            } else {
                parts.add(set(term, SUM));
            }
        }
        return Layout.row(parts);
    }

    /** A product; the parser writes a quotient as a product with a power of minus one. */
    private Layout product(Syntax.Call call) {
        List<Layout> above = new ArrayList<>();
        List<Layout> below = new ArrayList<>();
        boolean negative = false;
        for (Syntax factor : factors(call)) {
            boolean minus = factor instanceof Syntax.Call c && c.head().equals("Minus");
            Syntax positive = minus ? ((Syntax.Call) factor).arguments().get(0) : factor;
            negative ^= minus;
            boolean divides = isReciprocal(positive);
            List<Layout> side = divides ? below : above;
            if (!side.isEmpty()) {
                side.add(new Layout.Juxtaposed());
            }
            side.add(divides ? set(((Syntax.Call) positive).arguments().get(0), 0) : set(positive, PRODUCT));
        }
        Layout numerator = above.isEmpty() ? new Layout.Digits("1") : Layout.row(above);
        Layout whole = below.isEmpty() ? numerator : new Layout.Fraction(numerator, Layout.row(below));
        return negative ? Layout.row(Names.MINUS_SIGN, whole) : whole;
    }

    private static boolean isReciprocal(Syntax syntax) {
        return syntax instanceof Syntax.Call c
                && c.head().equals("Power")
                && c.arguments().get(1) instanceof Syntax.Literal l
                && l.value().equals(BigFraction.MINUS_ONE);
    }

    private static List<Syntax> factors(Syntax syntax) {
        if (!(syntax instanceof Syntax.Call c) || !c.head().equals("Times")) {
            return List.of(syntax);
        }
        return c.arguments().stream().flatMap(a -> factors(a).stream()).toList();
    }

    private Layout relation(List<Syntax> sides, String sign) {
        return Layout.row(set(sides.get(0), 0), new Layout.Sign(sign, Layout.Role.RELATION), set(sides.get(1), 0));
    }

    private Layout sum(List<Syntax> arguments) {
        List<Layout> parts = new ArrayList<>();
        for (Syntax range : arguments.subList(1, arguments.size())) {
            boolean known = range instanceof Syntax.Braces b && b.elements().size() == 2;
            List<Syntax> elements = known ? ((Syntax.Braces) range).elements() : List.of(range, range);
            parts.add(new Layout.BigSum(List.of(set(elements.get(0), 0)), set(elements.get(1), 0)));
        }
        parts.add(set(arguments.get(0), PRODUCT));
        return Layout.row(parts);
    }

    /** A function of the language, or else a symbol with indices. */
    private Layout named(Syntax.Call call) {
        boolean function = org.macrostate.equations.tensor.Function.byName().containsKey(call.head());
        List<Layout> arguments = call.arguments().stream().map(a -> set(a, 0)).toList();
        return function
                ? Functions.call(Layout.upright(call.head().toLowerCase(java.util.Locale.ROOT)), arguments)
                : Names.at(typesetter.name(call.head()), arguments);
    }

    private Layout list(List<Syntax> elements) {
        List<Layout> parts = new ArrayList<>();
        for (Syntax element : elements) {
            if (!parts.isEmpty()) {
                parts.add(new Layout.Sign(",", Layout.Role.PUNCTUATION));
            }
            parts.add(set(element, 0));
        }
        return Layout.row(parts);
    }
}
