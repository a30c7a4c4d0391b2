package org.macrostate.reports.code;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.equations.derive.MomentFunction;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionCases;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Guarded;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexList;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.MatrixFunction;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Shift;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.TermOrder;
import org.macrostate.equations.tensor.Times;

/** Expressions in index form as expressions of a programming language. */
final class ExpressionCode {
    private static final int ANY = 0;
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int POWER = 3;
    private static final int ATOM = 4;

    private final CodeNames names;
    private final CodeSyntax syntax;
    private final GuardedCode guarded;
    private final MeanCode means;
    private final ConditionCode conditions;
    private final ExpressionCases<Code> cases = new Cases();

    ExpressionCode(CodeNames names, CodeSyntax syntax) {
        this.names = names;
        this.syntax = syntax;
        this.guarded = new GuardedCode(names, syntax);
        this.means = new MeanCode(names, syntax);
        this.conditions = new ConditionCode(syntax, e -> of(e, PRODUCT));
    }

    /** Definitions of the functions that the code so far calls: of variances, and of these means. */
    List<GuardedCode.Definition> definitions(List<MomentFunction> functions) {
        java.util.function.Function<Expression, String> body = e -> syntax.body(() -> of(e));
        List<GuardedCode.Definition> definitions = new ArrayList<>(means.definitions(functions, body));
        definitions.addAll(guarded.definitions(body));
        return definitions;
    }

    /** A piece of code and how strongly it holds together. */
    private record Code(String text, int binding) {
        String in(int context) {
            return binding < context ? "(" + text + ")" : text;
        }
    }

    String of(Expression e) {
        return of(e, ANY);
    }

    /** How far an index runs: a whole number. */
    String extent(Expression extent) {
        if (extent instanceof Symbol s) {
            return names.of(s.name());
        }
        if (extent instanceof Apply a) {
            return a.arguments().stream()
                    .map(this::extent)
                    .reduce((left, right) -> syntax.extreme(a.function(), left, right))
                    .orElseThrow();
        }
        return extent instanceof Rational r
                ? r.value().getNumerator().toString()
                : extent instanceof Plus p
                        ? p.terms().stream().map(this::extent).collect(Collectors.joining(" + ", "(", ")"))
                        : Times.factorsOf(extent).stream().map(this::extent).collect(Collectors.joining("*"));
    }

    String place(IndexTerm term) {
        return term instanceof Position p ? syntax.place(p.value()) : names.index(((Index) term).name());
    }

    private String of(Expression e, int context) {
        return e.match(cases).in(context);
    }

    static IllegalStateException foreign(Expression e) {
        return new IllegalStateException("not part of a system: " + e);
    }

    private final class Cases implements ExpressionCases<Code> {
        @Override
        public Code rational(Rational number) {
            return ExpressionCode.this.number(number);
        }

        @Override
        public Code constant(Constant constant) {
            return new Code(syntax.constant(constant), ATOM);
        }

        @Override
        public Code symbol(Symbol symbol) {
            return new Code(ExpressionCode.this.symbol(symbol), ATOM);
        }

        @Override
        public Code overlap(Overlap overlap) {
            throw foreign(overlap);
        }

        @Override
        public Code field(Field field) {
            throw foreign(field);
        }

        @Override
        public Code fieldFunction(FieldFunction function) {
            List<String> arguments =
                    function.fields().stream().map(ExpressionCode.this::of).toList();
            return new Code(means.call(function.name(), arguments), ATOM);
        }

        @Override
        public Code delta(Delta delta) {
            return new Code(onDiagonal(List.of(delta)), ATOM);
        }

        @Override
        public Code plus(Plus sum) {
            return new Code(ExpressionCode.this.sum(sum), SUM);
        }

        @Override
        public Code times(Times product) {
            return product.factors().stream().anyMatch(Delta.class::isInstance)
                    ? new Code(onDiagonal(product.factors()), ATOM)
                    : ExpressionCode.this.product(product);
        }

        @Override
        public Code power(Power power) {
            return ExpressionCode.this.power(power);
        }

        @Override
        public Code apply(Apply application) {
            return new Code(ExpressionCode.this.application(application), ATOM);
        }

        @Override
        public Code sum(IndexSum sum) {
            CodeSyntax.Running over = running(sum.index());
            return new Code(syntax.sum(over.index(), over.extent(), () -> of(sum.body())), ATOM);
        }

        @Override
        public Code list(IndexList list) {
            throw foreign(list);
        }
    }

    private Code number(Rational r) {
        if (r.value().signum() < 0) {
            return new Code("-" + of(r.negate(), PRODUCT), SUM);
        }
        String above = syntax.whole(r.value().getNumerator().toString());
        return r.value().getDenominator().equals(BigInteger.ONE)
                ? new Code(above, ATOM)
                : new Code(above + "/" + syntax.whole(r.value().getDenominator().toString()), PRODUCT);
    }

    private String symbol(Symbol s) {
        if (s.kind() == Kind.TIME) {
            return "t";
        }
        if (s.kind() == Kind.PLACE) {
            return syntax.numberOf(place(s.indices().get(0)));
        }
        String name = names.of(s.name());
        if (s.kind() == Kind.SIZE) {
            return syntax.size(name);
        }
        return s.indices().isEmpty()
                ? name
                : syntax.at(name, s.indices().stream().map(this::place).toList());
    }

    /** A product with Kronecker symbols is there only where they are one, as in the graph. */
    private String onDiagonal(List<Expression> factors) {
        List<String> conditions = factors.stream()
                .filter(Delta.class::isInstance)
                .map(Delta.class::cast)
                .map(this::holds)
                .toList();
        Expression rest =
                Times.of(factors.stream().filter(f -> !(f instanceof Delta)).toList());
        return syntax.onDiagonal(syntax.and(conditions), of(rest), syntax.whole("0"));
    }

    private String holds(Delta delta) {
        String left = place(delta.left());
        String right = place(delta.right());
        Shift shift = delta.shift();
        return shift.isNone()
                ? left + " == " + right
                : new ShiftCode(syntax, extent(shift.extent())).leads(left, shift, right);
    }

    private String sum(Plus p) {
        StringBuilder sum = new StringBuilder();
        for (Expression term : TermOrder.forReading(p.terms())) {
            boolean negative = Times.number(term).signum() < 0;
            String shown = of(negative ? term.negate() : term, PRODUCT);
            sum.append(sum.length() == 0 ? (negative ? "-" : "") : negative ? " - " : " + ")
                    .append(shown);
        }
        return sum.toString();
    }

    private Code product(Times t) {
        if (Times.number(t).signum() < 0) {
            return new Code("-" + of(t.negate(), PRODUCT), SUM);
        }
        List<String> above =
                TermOrder.numerator(t).stream().map(f -> of(f, POWER)).toList();
        List<Expression> divisors = TermOrder.denominator(t);
        String numerator = above.isEmpty() ? syntax.whole("1") : String.join("*", above);
        if (divisors.isEmpty()) {
            return new Code(numerator, PRODUCT);
        }
        String below = divisors.size() == 1
                ? of(divisors.get(0), POWER)
                : divisors.stream().map(f -> of(f, POWER)).collect(Collectors.joining("*", "(", ")"));
        return new Code(numerator + "/" + below, PRODUCT);
    }

    private Code power(Power p) {
        if (p.exponent() instanceof Rational n) {
            if (n.value().signum() < 0) {
                return new Code(syntax.whole("1") + "/" + of(Power.of(p.base(), n.negate()), POWER), PRODUCT);
            }
            if (n.equals(Rational.HALF)) {
                return new Code(syntax.root(of(p.base())), ATOM);
            }
            if (n.value().getDenominator().equals(BigInteger.ONE) && n.value().doubleValue() <= 64) {
                return new Code(syntax.power(of(p.base(), ATOM), n.value().getNumeratorAsInt()), POWER);
            }
        }
        return new Code(syntax.power(of(p.base()), of(p.exponent())), ATOM);
    }

    private String application(Apply a) {
        List<Expression> arguments = a.arguments();
        if (a.function().isCondition()) {
            return syntax.truth(conditions.of(a));
        }
        if (a.function() == Function.BEST_PAIRING || a.function() == Function.NUCLEAR_NORM) {
            return syntax.matrix(
                    a.function(),
                    running(MatrixFunction.row(a)),
                    running(MatrixFunction.column(a)),
                    () -> of(MatrixFunction.entry(a, 0)));
        }
        if (Guarded.is(a)) {
            return guarded.call(a, arguments.stream().map(this::of).toList());
        }
        return switch (a.function()) {
            case IF -> syntax.choice(conditions.of(arguments.get(0)), of(arguments.get(1)), of(arguments.get(2)));
            case UNIT_STEP -> syntax.truth(of(arguments.get(0), PRODUCT) + " >= " + syntax.whole("0"));
            case MIN, MAX ->
                arguments.stream()
                        .map(this::of)
                        .reduce((left, right) -> syntax.call(a.function(), List.of(left, right)))
                        .orElseThrow();
            case RAMP -> syntax.call(Function.MAX, List.of(of(arguments.get(0)), syntax.whole("0")));
            case EXP, LOG, SIN, COS, TAN, ARC_SIN, ARC_COS, ARC_TAN, SINH, COSH, TANH, ERF, ABS, SIGN, MOD, FLOOR ->
                syntax.call(a.function(), arguments.stream().map(this::of).toList());
            default -> throw foreign(a);
        };
    }

    private CodeSyntax.Running running(Index index) {
        return new CodeSyntax.Running(names.index(index.name()), extent(index.extent()));
    }
}
