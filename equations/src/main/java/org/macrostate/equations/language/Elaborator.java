package org.macrostate.equations.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Neighbours;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;
import org.macrostate.equations.tensor.VectorTerm;

/** Resolves the names of a parsed expression in a scope and turns it into an expression in index form. */
public final class Elaborator {
    private static final Collection<String> CONSTANTS = List.of("True", "False", "Pi");
    private static final Set<String> COMPARISONS =
            Set.of("Less", "LessEqual", "Greater", "GreaterEqual", "Equal", "Unequal");

    private final String text;
    private final Scope scope;
    private final IndexResolver indices;
    private final ExactNumbers numbers = new ExactNumbers();
    private final IteratedExpressions iterated;
    private final DotProducts dots;
    private int comparisons;

    private Elaborator(String text, Scope scope, List<Index> free) {
        this.text = text;
        this.scope = scope;
        this.indices = new IndexResolver(text, scope, free, this::value);
        this.iterated = new IteratedExpressions(text, scope, indices, numbers, this::value);
        this.dots = new DotProducts(text, scope, indices, numbers);
    }

    /** Parses and resolves a text without free indices. */
    public static Expression elaborate(Text text, Scope scope) {
        return elaborate(text, scope, List.of());
    }

    /**
     * Parses and resolves a text.
     *
     * @param free indices that are in scope from outside
     * @throws BadInput if a name is unknown or out of place, an index missing, too many or running too far
     */
    public static Expression elaborate(Text text, Scope scope, List<Index> free) {
        return text.located(() -> {
            Syntax syntax = scope.written(ClassIndices.in(Parser.parse(text.value()), scope));
            return new Elaborator(text.value(), scope, free).value(syntax);
        });
    }

    /**
     * Parses and resolves the expression of one copy of a sample: its index, whatever it is called, has a number.
     *
     * @throws BadInput as without copies, or if there are several indices
     */
    public static Expression elaborateCopy(Text text, Scope scope, int copy) {
        return text.located(() -> {
            Syntax syntax = scope.writtenOfCopy(ClassIndices.in(Parser.parse(text.value()), scope), copy);
            Set<String> open = SampleCopies.openIndices(syntax, scope);
            if (open.size() > 1) {
                throw new BadInput("the copies of a sample have one index, found " + String.join(" and ", open));
            }
            for (String index : open) {
                syntax = SampleCopies.at(syntax, index, copy);
            }
            return new Elaborator(text.value(), scope, List.of()).value(syntax);
        });
    }

    private Expression value(Syntax syntax) {
        try {
            if (syntax instanceof Syntax.Literal literal) {
                return numbers.literal(literal.value());
            }
            if (syntax instanceof Syntax.Name name) {
                return name(name);
            }
            if (syntax instanceof Syntax.Call call) {
                return call(call);
            }
            throw new BadInput("braces may stand only after the first argument of Sum");
        } catch (BadInput e) {
            throw e.at(Positions.of(text, syntax.offset()));
        }
    }

    private Expression name(Syntax.Name name) {
        Optional<Meaning> meaning = scope.meaning(name.text());
        if (meaning.isPresent()) {
            return symbol(name.text(), meaning.get(), List.of());
        }
        if (indices.inScope(name.text()) && (scope.allowsNeighbours() || comparisons > 0)) {
            return indices.number(name.text());
        }
        if (indices.inScope(name.text())) {
            throw new BadInput("index '" + name.text() + "' may stand only in the brackets of an indexed name");
        }
        return switch (name.text()) {
            case "Pi" -> Constant.PI;
            case "E" -> Constant.E;
            case "True" -> Rational.ONE;
            case "False" -> Rational.ZERO;
            default -> throw unknown(name.text());
        };
    }

    private BadInput unknown(String name) {
        if (FunctionTable.isFunction(name)) {
            return new BadInput("function '" + name + "' needs its arguments in brackets");
        }
        if (CONSTANTS.stream().anyMatch(name::equalsIgnoreCase)) {
            return BadInput.unknownName("name", name, CONSTANTS);
        }
        Collection<String> known = new TreeSet<>(scope.names());
        known.addAll(indices.names());
        return Habits.ofFunction("name", name).orElseGet(() -> BadInput.unknownName("name", name, known));
    }

    private Expression call(Syntax.Call call) {
        Optional<Meaning> meaning = scope.meaning(call.head());
        if (meaning.isPresent()) {
            return symbol(call.head(), meaning.get(), call.arguments());
        }
        if (call.head().equals("Sum")) {
            return iterated.sum(call);
        }
        if (call.head().equals("Product")) {
            return iterated.product(call);
        }
        if (call.head().equals("KroneckerDelta")) {
            FunctionTable.checkCount(call, 2, 2);
            if (scope.allowsNeighbours() && !call.arguments().stream().allMatch(indices::isPlace)) {
                return Apply.of(
                        Function.IF,
                        Apply.of(
                                Function.EQUAL,
                                value(call.arguments().get(0)),
                                value(call.arguments().get(1))),
                        Rational.ONE,
                        Rational.ZERO);
            }
            return Delta.of(
                    index(call.arguments().get(0)), index(call.arguments().get(1)));
        }
        if (call.head().equals("Dot")) {
            return call.arguments().size() == 3 ? dots.weighted(call) : dots.product(call);
        }
        if (!FunctionTable.isFunction(call.head())) {
            Collection<String> known = new TreeSet<>(scope.names());
            known.addAll(FunctionTable.functions());
            BadInput near = BadInput.unknownName("function", call.head(), known);
            boolean onlyCapitals = known.stream().anyMatch(call.head()::equalsIgnoreCase);
            throw onlyCapitals
                    ? near
                    : Habits.ofFunction("function", call.head()).orElse(near);
        }
        if (FunctionTable.isMatrixFunction(call.head())) {
            return iterated.matrixFunction(call);
        }
        FunctionTable.checkCount(call);
        if (call.head().equals("Mean") && !scope.allowsMean()) {
            throw new BadInput("Mean[...] may stand only in observables");
        }
        if (call.head().equals("StopGradient") && !scope.allowsStopGradient()) {
            throw new BadInput("StopGradient[...] may stand only in a loss");
        }
        boolean compares = COMPARISONS.contains(call.head());
        comparisons += compares ? 1 : 0;
        try {
            return apply(call);
        } finally {
            comparisons -= compares ? 1 : 0;
        }
    }

    private Expression apply(Syntax.Call call) {
        List<Expression> a = new SampleProducts(scope)
                .perDimension(call).arguments().stream().map(this::value).toList();
        return switch (call.head()) {
            case "Plus" -> Plus.of(a);
            case "Minus" -> a.get(0).negate();
            case "Times" -> Times.of(a);
            case "Divide" -> numbers.power(a.get(0), a.get(1), Rational.MINUS_ONE);
            case "Power" -> numbers.power(Rational.ONE, a.get(0), a.get(1));
            case "Sqrt" -> numbers.power(Rational.ONE, a.get(0), Rational.HALF);
            case "Greater" -> Apply.of(Function.LESS, a.get(1), a.get(0));
            case "GreaterEqual" -> Apply.of(Function.LESS_EQUAL, a.get(1), a.get(0));
            case "If" -> choice(call, a);
            case "Unequal" -> Apply.of(Function.NOT, Apply.of(Function.EQUAL, a));
            case "Erfc", "Erfcx", "LogErfc", "LogisticSigmoid", "Softplus", "SiLU", "GELU" ->
                DefinedFunction.of(call.head(), a.get(0));
            default -> Apply.of(FunctionTable.function(call.head(), a), a);
        };
    }

    /** A choice between places by their numbers is a sum of both with coefficients one and zero. */
    private Expression choice(Syntax.Call call, List<Expression> a) {
        Expression whole = Apply.of(FunctionTable.function(call.head(), a), a);
        if (scope.allowsNeighbours() || !isOfPlaces(a.get(0)) || !(whole instanceof Apply)) {
            return whole;
        }
        Expression holds = Apply.of(Function.IF, a.get(0), Rational.ONE, Rational.ZERO);
        Expression fails = Apply.of(Function.IF, a.get(0), Rational.ZERO, Rational.ONE);
        return holds.times(a.get(1)).plus(fails.times(a.get(2)));
    }

    private static boolean isOfPlaces(Expression condition) {
        return condition.children().isEmpty()
                ? condition instanceof Rational
                        || condition instanceof Symbol symbol
                                && (symbol.kind() == Kind.PLACE || symbol.kind() == Kind.SIZE)
                : condition.children().stream().allMatch(Elaborator::isOfPlaces);
    }

    private Expression symbol(String name, Meaning meaning, List<Syntax> arguments) {
        if (meaning instanceof Meaning.Noise) {
            return dots.noise(arguments);
        }
        if (meaning instanceof Meaning.Spectrum) {
            throw new BadInput("spectrum '" + name + "' may stand only in noise[" + name
                    + "], or between two vectors as in w . " + name + " . w");
        }
        List<Delta> moved = new ArrayList<>();
        List<IndexTerm> places = indices.places(name, meaning, arguments, moved);
        if (meaning instanceof Meaning.Quantity q) {
            return q.kind() == Kind.TIME
                    ? Symbol.TIME
                    : numbers.counted(Neighbours.at(moved, new Symbol(q.kind(), name, places)));
        }
        if (meaning instanceof Meaning.Defined d) {
            return numbers.counted(d.value());
        }
        if (meaning instanceof Meaning.NamedField f) {
            VectorTerm vector = new VectorTerm(f.family(), places.subList(0, f.vectorIndices()));
            String own = SampleCopies.copy(scope, f.sample(), places.subList(f.vectorIndices(), places.size()));
            return numbers.counted(scope.field(vector, own));
        }
        if (meaning instanceof Meaning.NamedOverlap o) {
            return numbers.counted(overlap(o, places));
        }
        boolean sample = meaning instanceof Meaning.Sample;
        if (!scope.allowsVectors()) {
            throw new BadInput((sample ? "sample '" : "vector '") + name + "' may stand here only in a dot product");
        }
        return sample
                ? numbers.counted(scope.sample(SampleCopies.copy(scope, name, places)))
                : new Symbol(Kind.VECTOR, name, places);
    }

    private Expression overlap(Meaning.NamedOverlap named, List<IndexTerm> places) {
        int first = named.inBlocks() ? 1 : 0;
        int split = first + named.leftIndices();
        VectorTerm left = new VectorTerm(named.left(), places.subList(first, split));
        VectorTerm right = new VectorTerm(named.right(), places.subList(split, places.size()));
        return named.inBlocks() ? scope.overlap(left, right, places.get(0)) : scope.overlap(left, right);
    }

    private IndexTerm index(Syntax argument) {
        return Positions.located(text, argument, () -> indices.place(argument));
    }
}
