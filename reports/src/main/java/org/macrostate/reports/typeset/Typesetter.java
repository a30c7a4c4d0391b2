package org.macrostate.reports.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.BoundedSum;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionCases;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.IndexList;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Neighbours;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.TermOrder;
import org.macrostate.equations.tensor.Times;
import org.macrostate.equations.tensor.VectorTerm;

/** Sets expressions as a person would write them, with the symbols of one model. */
public final class Typesetter {
    private static final Layout N = Layout.italic("N");

    private final SymbolNames names;
    private final List<Declaration.FieldName> fields;
    private final ReadingOrder order;
    private final boolean isFlow;
    private final ExpressionCases<Layout> cases = new Cases();

    private Typesetter(SymbolNames names, List<Declaration.FieldName> fields, ReadingOrder order, boolean isFlow) {
        this.isFlow = isFlow;
        this.names = names;
        this.fields = List.copyOf(fields);
        this.order = order;
    }

    /** Without a model: names look as the standard rules say. */
    public static Typesetter plain() {
        return of(SymbolNames.PLAIN);
    }

    public static Typesetter of(SymbolNames names) {
        return new Typesetter(names, List.of(), ReadingOrder.ALPHABETICAL, false);
    }

    /** With a model's {@code tex} entries, names of fields and order of parameters. */
    public static Typesetter of(LearningProblem problem) {
        return new Typesetter(
                SymbolNames.of(problem),
                problem.fields(),
                ReadingOrder.of(problem),
                problem.vectors().isEmpty());
    }

    /** {@code d variable / dt = rate}. */
    public EquationLine of(Equation equation) {
        Layout variable = of(equation.variable().symbol());
        Layout d = Layout.upright("d");
        Layout rate = new Layout.Fraction(Layout.row(d, variable), Layout.row(d, Layout.italic("t")));
        return new EquationLine(rate, of(equation.rate()), "");
    }

    /** {@code name[indices] = value}. */
    public EquationLine of(NamedTerm piece) {
        return new EquationLine(indexed(piece.name(), piece.indices()), of(piece.shown()), "");
    }

    /** A name with the model's symbols, without indices. */
    public Layout name(String name) {
        int dot = name.indexOf('.');
        return dot > 0
                ? Names.overlap(names.of(name.substring(0, dot)), names.of(name.substring(dot + 1)))
                : names.of(name);
    }

    /** A name at index places; the dot product of two families takes one index on either side. */
    public Layout indexed(String name, List<? extends IndexTerm> indices) {
        int dot = name.indexOf('.');
        if (dot > 0) {
            boolean both = indices.size() == 2;
            return Names.overlap(
                    indexed(name.substring(0, dot), both ? indices.subList(0, 1) : List.of()),
                    indexed(name.substring(dot + 1), both ? indices.subList(1, 2) : List.of()));
        }
        return Names.at(names.of(name), indices.stream().map(Names::index).toList());
    }

    /** The formula of an expression. */
    public Layout of(Expression e) {
        return (isFlow ? Neighbours.shown(e) : e).match(cases);
    }

    private final class Cases implements ExpressionCases<Layout> {
        @Override
        public Layout rational(Rational number) {
            return Typesetter.number(number.value());
        }

        @Override
        public Layout constant(Constant constant) {
            return constant.equals(Constant.PI)
                    ? Layout.italic("π")
                    : constant.equals(Constant.E) ? Layout.upright("e") : names.of(constant.text());
        }

        @Override
        public Layout symbol(Symbol symbol) {
            return symbol.kind() == Kind.PLACE
                    ? Names.index(symbol.indices().get(0))
                    : indexed(symbol.name(), symbol.indices());
        }

        @Override
        public Layout overlap(Overlap overlap) {
            return Names.overlap(vector(overlap.left()), vector(overlap.right()));
        }

        @Override
        public Layout field(Field field) {
            return Typesetter.this.field(field);
        }

        @Override
        public Layout fieldFunction(FieldFunction function) {
            return Typesetter.this.function(function);
        }

        @Override
        public Layout delta(Delta delta) {
            IndexTerm left =
                    delta.shift().isNone() ? delta.left() : delta.shift().shown(delta.left());
            return new Layout.Indexed(
                    Layout.italic("δ"), Layout.empty(), List.of(Names.index(left), Names.index(delta.right())));
        }

        @Override
        public Layout plus(Plus sum) {
            return Typesetter.this.plus(sum);
        }

        @Override
        public Layout times(Times product) {
            return new Products(Typesetter.this).of(product);
        }

        @Override
        public Layout power(Power power) {
            return new Products(Typesetter.this).of(power);
        }

        @Override
        public Layout apply(Apply application) {
            return new Functions(Typesetter.this).of(application);
        }

        @Override
        public Layout sum(IndexSum sum) {
            return Typesetter.this.sum(sum);
        }

        @Override
        public Layout list(IndexList list) {
            throw new IllegalStateException("a list stands outside of a matrix: " + list);
        }
    }

    /** The formula, in brackets where it would not hold together as a factor. */
    Layout factor(Expression e) {
        boolean loose = e instanceof Plus
                || Products.isNegative(e)
                || (e instanceof Apply a && a.function().isCondition());
        return loose ? Brackets.around(of(e)) : of(e);
    }

    /** The formula, in brackets where a sign or a sum before it would not reach over all of it. */
    Layout term(Expression e) {
        boolean loose =
                e instanceof Plus || e instanceof Apply a && a.function().isCondition();
        return loose ? Brackets.around(of(e)) : of(e);
    }

    ReadingOrder order() {
        return order;
    }

    private Layout function(FieldFunction f) {
        Layout name = names.of(f.name());
        if (isNumbered(f) || f.fields().stream().anyMatch(Typesetter::isCompound)) {
            List<Layout> arguments = new ArrayList<>();
            for (Expression field : f.fields()) {
                if (!arguments.isEmpty()) {
                    arguments.add(new Layout.Sign(",", Layout.Role.PUNCTUATION));
                }
                arguments.add(of(field));
            }
            return Layout.row(name, new Layout.Fenced("(", Layout.row(arguments), ")"));
        }
        List<Layout> below = new ArrayList<>(f.fields().stream().map(this::of).toList());
        if (!f.given().isEmpty()) {
            below.add(new Layout.Sign("|", Layout.Role.CLOSE));
            f.given().forEach(g -> below.add(of(g)));
        }
        return name instanceof Layout.Script s
                ? new Layout.Script(s.base(), Layout.row(below), s.below())
                : new Layout.Script(name, Layout.row(below), Layout.empty());
    }

    /** A sum, a multiple or a numbered field is no subscript. */
    private static boolean isCompound(Expression field) {
        return field instanceof Plus
                || field instanceof Times
                || (field instanceof Symbol s && s.name().matches(".*_\\d+"));
    }

    /** {@code I_3} stands before its arguments, which are many. */
    private static boolean isNumbered(FieldFunction f) {
        return f.given().isEmpty() && !f.fields().isEmpty() && f.name().matches(".*_\\d+");
    }

    private Layout field(Field f) {
        Optional<Declaration.FieldName> named = fields.stream()
                .filter(n ->
                        n.family().equals(f.vector().family()) && n.sample().equals(f.sample()))
                .findFirst();
        if (named.isPresent()) {
            return indexed(named.get().name(), f.vector().indices());
        }
        Layout dot = new Layout.Sign("·", Layout.Role.BINARY);
        return new Layout.Fraction(Layout.row(vector(f.vector()), dot, names.of(f.sample())), new Layout.Root(N));
    }

    private Layout vector(VectorTerm v) {
        return indexed(v.family(), v.indices());
    }

    private static Layout number(BigFraction value) {
        if (value.getDenominator().equals(java.math.BigInteger.ONE)) {
            return NumberLayout.of(value.getNumerator());
        }
        Layout positive = new Layout.Fraction(
                NumberLayout.of(value.getNumerator().abs()), NumberLayout.of(value.getDenominator()));
        return value.signum() < 0 ? Layout.row(Names.MINUS_SIGN, positive) : positive;
    }

    private Layout plus(Plus p) {
        List<Layout> parts = new ArrayList<>();
        for (Expression t : TermOrder.forReading(order.terms(p.terms()))) {
            boolean negative = Products.isNegative(t);
            if (!parts.isEmpty()) {
                parts.add(new Layout.Sign(negative ? "−" : "+", Layout.Role.BINARY));
            } else if (negative) {
                parts.add(Names.MINUS_SIGN);
            }
            parts.add(term(negative ? t.negate() : t));
        }
        return Layout.row(parts);
    }

    /** Neighbouring sums of the same extent share one sign. */
    private Layout sum(IndexSum outer) {
        Optional<BoundedSum> bounded = BoundedSum.of(outer);
        if (bounded.isPresent()) {
            return sum(bounded.get());
        }
        List<Layout> indices = new ArrayList<>();
        Expression body = outer;
        while (body instanceof IndexSum s
                && BoundedSum.of(s).isEmpty()
                && s.index().extent().equals(outer.index().extent())) {
            indices.add(Names.index(s.index()));
            body = s.body();
        }
        return Layout.row(new Layout.BigSum(indices, of(outer.index().extent())), factor(body));
    }

    /** {@code Σ_{l ≤ k}}, and {@code Σ_{i ≤ l ≤ k}} with both bounds. */
    private Layout sum(BoundedSum sum) {
        Layout upTo = new Layout.Sign("≤", Layout.Role.RELATION);
        List<Layout> range = new ArrayList<>();
        sum.from().ifPresent(from -> range.addAll(List.of(of(from), upTo)));
        range.addAll(List.of(
                Names.index(sum.index()), upTo, of(sum.to().orElse(sum.index().extent()))));
        return Layout.row(new Layout.BigSum(List.of(Layout.row(range)), Layout.empty()), factor(sum.body()));
    }
}
