package org.macrostate.equations.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Delta;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.MatrixFunction;
import org.macrostate.equations.tensor.Neighbours;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Shift;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;
import org.macrostate.equations.tensor.VectorTerm;

/** Resolves the names of a parsed expression in a scope and turns it into an expression in index form. */
public final class Elaborator {
    private static final Collection<String> CONSTANTS = List.of("True", "False", "Pi");

    private final String text;
    private final Scope scope;
    private final IndexResolver indices;
    private final ExactNumbers numbers = new ExactNumbers();
    private final SampleCopies copies;

    private Elaborator(String text, Scope scope, List<Index> free) {
        this.text = text;
        this.scope = scope;
        this.indices = new IndexResolver(scope, free, this::value);
        this.copies = new SampleCopies(scope);
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
            Syntax syntax = Parser.parse(text.value());
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
            Syntax syntax = Parser.parse(text.value());
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
        if (indices.inScope(name.text()) && scope.allowsNeighbours()) {
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
            return sum(call);
        }
        if (call.head().equals("Product")) {
            return product(call);
        }
        if (call.head().equals("KroneckerDelta")) {
            FunctionTable.checkCount(call, 2, 2);
            return Delta.of(
                    index(call.arguments().get(0)), index(call.arguments().get(1)));
        }
        if (call.head().equals("Dot")) {
            return call.arguments().size() == 3 ? weightedDot(call) : dot(call);
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
            return matrixFunction(call);
        }
        FunctionTable.checkCount(call);
        if (call.head().equals("Mean") && !scope.allowsMean()) {
            throw new BadInput("Mean[...] may stand only in observables");
        }
        if (call.head().equals("StopGradient") && !scope.allowsStopGradient()) {
            throw new BadInput("StopGradient[...] may stand only in a loss");
        }
        return apply(call);
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
            case "Unequal" -> Apply.of(Function.NOT, Apply.of(Function.EQUAL, a));
            case "Erfc", "Erfcx", "LogErfc", "LogisticSigmoid", "Softplus", "SiLU", "GELU" ->
                DefinedFunction.of(call.head(), a.get(0));
            default -> Apply.of(FunctionTable.function(call.head(), a), a);
        };
    }

    private Expression sum(Syntax.Call call) {
        if (call.arguments().size() < 2) {
            throw new BadInput("Sum needs a body and at least one iterator, as in Sum[m[k], {k, M}]");
        }
        List<Syntax> iterators = call.arguments().subList(1, call.arguments().size());
        Optional<Syntax> overSamples = iterators.stream()
                .filter(iterator ->
                        copies.isOfSamples(nameOf(iterator), call.arguments().get(0)))
                .findFirst();
        if (overSamples.isPresent()) {
            return writtenOut(call, overSamples.get());
        }
        List<Index> bound = new ArrayList<>();
        try {
            for (Syntax iterator : iterators) {
                bound.add(at(
                        iterator,
                        () -> indices.open(
                                iterator, bound.stream().map(Index::name).toList(), "Sum")));
            }
            return IndexSum.of(bound, value(call.arguments().get(0)));
        } finally {
            indices.close(bound.size());
        }
    }

    private static String nameOf(Syntax iterator) {
        return iterator instanceof Syntax.Braces braces
                        && !braces.elements().isEmpty()
                        && braces.elements().get(0) instanceof Syntax.Name name
                ? name.text()
                : "";
    }

    /** A sum over copies of samples, term by term; further iterators stay sums. */
    private Expression writtenOut(Syntax.Call call, Syntax iterator) {
        int extent = extent(iterator);
        List<Syntax> rest = call.arguments().subList(1, call.arguments().size()).stream()
                .filter(other -> other != iterator)
                .toList();
        List<Expression> terms = new ArrayList<>();
        for (Syntax term : copies.terms(call.arguments().get(0), nameOf(iterator), extent)) {
            List<Syntax> arguments = new ArrayList<>(List.of(term));
            arguments.addAll(rest);
            terms.add(rest.isEmpty() ? value(term) : sum(new Syntax.Call("Sum", arguments, call.offset())));
        }
        return numbers.counted(Plus.of(terms));
    }

    /** How far an iterator over copies of samples runs. */
    private int extent(Syntax iterator) {
        return at(iterator, () -> {
            Index index = indices.open(iterator, List.of(), "Sum");
            indices.close(1);
            return SampleCopies.count(index.extent(), scope);
        });
    }

    /** {@code BestPairing[f[k,a], {k, M}, {a, Ms}]} and others of its kind. */
    private Expression matrixFunction(Syntax.Call call) {
        if (!scope.allowsMatrixFunctions()) {
            throw new BadInput(call.head() + "[...] may stand only in observables, phases and goals");
        }
        Function function = Objects.requireNonNull(Function.byName().get(call.head()));
        int matrices = function.fewestArguments();
        if (call.arguments().size() != matrices + 2) {
            throw new BadInput(
                    "'" + call.head() + "' needs " + FunctionTable.count(matrices, "expression", "expressions")
                            + " and two iterators, as in " + call.head() + (matrices == 1 ? "[" : "[1, ")
                            + "m[k,a], {k, M}, {a, Ms}]");
        }
        List<Syntax> iterators = call.arguments().subList(matrices, matrices + 2);
        List<Index> bound = new ArrayList<>();
        try {
            for (Syntax iterator : iterators) {
                bound.add(at(
                        iterator,
                        () -> indices.open(
                                iterator, bound.stream().map(Index::name).toList(), call.head())));
            }
            return MatrixFunction.of(
                    function,
                    bound.get(0),
                    bound.get(1),
                    call.arguments().subList(0, matrices).stream()
                            .map(this::value)
                            .toList());
        } finally {
            indices.close(bound.size());
        }
    }

    /** Written out factor by factor: its extent is a number. */
    private Expression product(Syntax.Call call) {
        if (call.arguments().size() != 2) {
            throw new BadInput("Product needs a body and one iterator, as in Product[h[k], {k, 3}]");
        }
        Syntax iterator = call.arguments().get(1);
        if (copies.isOfSamples(nameOf(iterator), call.arguments().get(0))) {
            List<Syntax> factors = copies.terms(call.arguments().get(0), nameOf(iterator), extent(iterator));
            return numbers.counted(Times.of(factors.stream().map(this::value).toList()));
        }
        Index index = at(iterator, () -> indices.open(iterator, List.of(), "Sum"));
        try {
            int extent = at(iterator, () -> scope.copies(index.extent()).stream()
                    .filter(n -> index.extent() instanceof Rational)
                    .findFirst()
                    .orElseThrow(() -> new BadInput("a product runs to a number, which --size cannot change; found "
                            + ExpressionText.of(index.extent()))));
            Expression body = value(call.arguments().get(0));
            List<Expression> factors = new ArrayList<>();
            for (int i = 1; i <= extent; i++) {
                factors.add(Substitution.index(index, new Position(i)).in(body));
            }
            return numbers.counted(Times.of(factors));
        } finally {
            indices.close(1);
        }
    }

    private Expression symbol(String name, Meaning meaning, List<Syntax> arguments) {
        if (meaning instanceof Meaning.Noise) {
            return noise(arguments);
        }
        if (meaning instanceof Meaning.Spectrum) {
            throw new BadInput("spectrum '" + name + "' may stand only in noise[" + name
                    + "], or between two vectors as in w . " + name + " . w");
        }
        List<Delta> moved = new ArrayList<>();
        List<IndexTerm> places = places(name, meaning, arguments, moved);
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

    /** {@code noise}, or {@code noise[S]} of a spectrum S. */
    private Expression noise(List<Syntax> arguments) {
        if (arguments.isEmpty()) {
            return new Symbol(Kind.VECTOR, "noise", List.of());
        }
        String name = arguments.get(0) instanceof Syntax.Name n ? n.text() : "";
        if (arguments.size() != 1 || name.isEmpty()) {
            throw new BadInput("noise has the name of one spectrum in brackets, as in noise[S], or none");
        }
        spectrum(arguments.get(0));
        return new Symbol(Kind.VECTOR, "noise[" + name + "]", List.of());
    }

    /** The name of a spectrum. */
    private String spectrum(Syntax syntax) {
        return at(syntax, () -> {
            String name = syntax instanceof Syntax.Name n ? n.text() : "";
            if (name.isEmpty()
                    || scope.meaning(name)
                            .filter(Meaning.Spectrum.class::isInstance)
                            .isEmpty()) {
                List<String> spectra = scope.names().stream()
                        .filter(n -> scope.meaning(n)
                                .filter(Meaning.Spectrum.class::isInstance)
                                .isPresent())
                        .toList();
                throw spectra.isEmpty()
                        ? new BadInput("expected the name of a spectrum; the model declares none under 'spectra'")
                        : BadInput.unknownName("spectrum", name, spectra);
            }
            return name;
        });
    }

    private boolean isVector(Syntax syntax) {
        String name = syntax instanceof Syntax.Name n ? n.text() : syntax instanceof Syntax.Call c ? c.head() : "";
        return scope.meaning(name)
                .filter(m -> m instanceof Meaning.Vector || m instanceof Meaning.Sample)
                .isPresent();
    }

    private Expression weightedDot(Syntax.Call call) {
        DotOperand left = operand(call.arguments().get(0));
        if (isVector(call.arguments().get(1))) {
            throw new BadInput("a dot product has two vectors, found a third")
                    .at(Positions.of(text, call.arguments().get(2).offset()));
        }
        String spectrum = spectrum(call.arguments().get(1));
        DotOperand right = operand(call.arguments().get(2));
        if (left.isSample() || right.isSample()) {
            throw new BadInput("a spectrum may stand between two vectors, not beside a sample");
        }
        return numbers.counted(scope.weightedOverlap(left.vector(), spectrum, right.vector()));
    }

    private List<IndexTerm> places(String name, Meaning meaning, List<Syntax> arguments) {
        return places(name, meaning, arguments, new ArrayList<>());
    }

    /** @param moved gets what ties places to those that they are neighbours of */
    private List<IndexTerm> places(String name, Meaning meaning, List<Syntax> arguments, List<Delta> moved) {
        int wanted = meaning.extents().size();
        if (arguments.size() != wanted) {
            throw new BadInput("'" + name + "' takes " + FunctionTable.count(wanted, "index", "indices") + ", found "
                    + (arguments.isEmpty() ? "none" : Integer.toString(arguments.size()))
                    + aboutBlocks(meaning, arguments.size()));
        }
        List<IndexTerm> places = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            Syntax argument = arguments.get(i);
            Expression extent = meaning.extents().get(i);
            places.add(at(argument, () -> {
                Optional<NeighbourPlace> neighbour = scope.allowsNeighbours() && meaning instanceof Meaning.Quantity
                        ? NeighbourPlace.read(argument, extent, indices)
                        : Optional.empty();
                if (neighbour.isEmpty()) {
                    return indices.place(argument, name, extent);
                }
                IndexTerm from = indices.place(neighbour.get().index(), name, extent);
                Shift shift = neighbour.get().shift();
                if (shift.isNone()) {
                    return from;
                }
                Index there = Fresh.index(extent);
                moved.add(new Delta(from, there, shift));
                return there;
            }));
        }
        return places;
    }

    private String aboutBlocks(Meaning meaning, int found) {
        if (!(meaning instanceof Meaning.NamedOverlap o)) {
            return "";
        }
        if (o.inBlocks() && found == o.extents().size() - 1) {
            return ": the index of a block comes first; the total over blocks is the dot product " + o.left() + " . "
                    + o.right();
        }
        return !o.inBlocks() && found == o.extents().size() + 1
                ? ": the model has no spectra, so that its overlaps have no blocks"
                : "";
    }

    private IndexTerm index(Syntax argument) {
        return at(argument, () -> indices.place(argument));
    }

    private Expression dot(Syntax.Call call) {
        DotOperand left = operand(call.arguments().get(0));
        DotOperand right = operand(call.arguments().get(1));
        if (left.isSample() && right.isSample()) {
            return numbers.counted(scope.product(left.name(), right.name()));
        }
        if (left.isSample()) {
            return numbers.counted(scope.field(right.vector(), left.name()));
        }
        return right.isSample()
                ? numbers.counted(scope.field(left.vector(), right.name()))
                : numbers.counted(scope.overlap(left.vector(), right.vector()));
    }

    private DotOperand operand(Syntax syntax) {
        return at(syntax, () -> {
            String name = syntax instanceof Syntax.Name n ? n.text() : syntax instanceof Syntax.Call c ? c.head() : "";
            List<Syntax> arguments = syntax instanceof Syntax.Call c ? c.arguments() : List.of();
            Optional<Meaning> meaning = scope.meaning(name);
            if (meaning.isEmpty() && !name.isEmpty() && !FunctionTable.isWord(name)) {
                throw Habits.ofFunction("vector or sample", name)
                        .orElseGet(() -> BadInput.unknownName("vector or sample", name, vectorsAndSamples()));
            }
            if (meaning.isEmpty()
                    || !(meaning.get() instanceof Meaning.Vector || meaning.get() instanceof Meaning.Sample)) {
                throw new BadInput("a dot product is of single vectors and samples, as in w[k].x"
                        + (meaning.isPresent() ? "; '" + name + "' is neither" : ""));
            }
            boolean sample = meaning.get() instanceof Meaning.Sample;
            List<IndexTerm> places = places(name, meaning.get(), arguments);
            return sample
                    ? new DotOperand(SampleCopies.copy(scope, name, places), List.of(), true)
                    : new DotOperand(name, places, false);
        });
    }

    private Collection<String> vectorsAndSamples() {
        return scope.names().stream()
                .filter(n -> scope.meaning(n)
                        .filter(m -> m instanceof Meaning.Vector || m instanceof Meaning.Sample)
                        .isPresent())
                .toList();
    }

    private record DotOperand(String name, List<IndexTerm> places, boolean isSample) {
        VectorTerm vector() {
            return new VectorTerm(name, places);
        }
    }

    private <T> T at(Syntax syntax, Supplier<T> work) {
        try {
            return work.get();
        } catch (BadInput e) {
            throw e.at(Positions.of(text, syntax.offset()));
        }
    }
}
