package org.macrostate.equations.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.MatrixFunction;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Times;

/** Resolves expressions with iterators {@code {k, M}}: sums, products and functions of matrices. */
final class IteratedExpressions {
    private final String text;
    private final Scope scope;
    private final IndexResolver indices;
    private final ExactNumbers numbers;
    private final SampleCopies copies;
    private final java.util.function.Function<Syntax, Expression> value;

    /**
     * @param text that is resolved, for the places of what is wrong
     * @param value of any part of it
     */
    IteratedExpressions(
            String text,
            Scope scope,
            IndexResolver indices,
            ExactNumbers numbers,
            java.util.function.Function<Syntax, Expression> value) {
        this.text = text;
        this.scope = scope;
        this.indices = indices;
        this.numbers = numbers;
        this.copies = new SampleCopies(scope);
        this.value = value;
    }

    Expression sum(Syntax.Call call) {
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
        Expression counted = Rational.ONE;
        try {
            for (Syntax iterator : iterators) {
                IndexRange range = opened(iterator, bound, "Sum");
                bound.add(range.index());
                counted = counted.times(range.counts());
            }
            return IndexSum.of(bound, counted.times(value.apply(call.arguments().get(0))));
        } finally {
            indices.close(bound.size());
        }
    }

    private IndexRange opened(Syntax iterator, List<Index> alongside, String head) {
        return Positions.located(
                text,
                iterator,
                () -> indices.open(iterator, alongside.stream().map(Index::name).toList(), head));
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
        List<Syntax> rest = call.arguments().subList(1, call.arguments().size()).stream()
                .filter(other -> other != iterator)
                .toList();
        List<Expression> terms = new ArrayList<>();
        for (Syntax term : copies.terms(call.arguments().get(0), nameOf(iterator), places(iterator))) {
            List<Syntax> arguments = new ArrayList<>(List.of(term));
            arguments.addAll(rest);
            terms.add(rest.isEmpty() ? value.apply(term) : sum(new Syntax.Call("Sum", arguments, call.offset())));
        }
        return numbers.counted(Plus.of(terms));
    }

    /** The places that an iterator over copies of samples runs through. */
    private List<Integer> places(Syntax iterator) {
        return Positions.located(text, iterator, () -> {
            IndexRange range = indices.open(iterator, List.of(), "Sum");
            indices.close(1);
            int extent = SampleCopies.count(range.index().extent(), scope);
            List<Integer> places = new ArrayList<>();
            for (int i = 1; i <= extent; i++) {
                Expression counts =
                        Substitution.index(range.index(), new Position(i)).in(range.counts());
                if (!counts.isZero() && !counts.isOne()) {
                    throw new BadInput(
                            "a sum over copies of a sample runs between whole numbers and indices of copies");
                }
                if (counts.isOne()) {
                    places.add(i);
                }
            }
            return places;
        });
    }

    /** {@code BestPairing[f[k,a], {k, M}, {a, Ms}]} and others of its kind. */
    Expression matrixFunction(Syntax.Call call) {
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
                IndexRange range = opened(iterator, bound, call.head());
                bound.add(range.index());
                if (!range.isWhole()) {
                    throw new BadInput("the rows and columns of a matrix run from 1 to an extent: write {"
                                    + range.index().name() + ", extent}")
                            .at(Positions.of(text, iterator.offset()));
                }
            }
            return MatrixFunction.of(
                    function,
                    bound.get(0),
                    bound.get(1),
                    call.arguments().subList(0, matrices).stream().map(value).toList());
        } finally {
            indices.close(bound.size());
        }
    }

    /** Written out factor by factor: its extent is a number. */
    Expression product(Syntax.Call call) {
        if (call.arguments().size() != 2) {
            throw new BadInput("Product needs a body and one iterator, as in Product[h[k], {k, 3}]");
        }
        Syntax iterator = call.arguments().get(1);
        if (copies.isOfSamples(nameOf(iterator), call.arguments().get(0))) {
            List<Syntax> factors = copies.terms(call.arguments().get(0), nameOf(iterator), places(iterator));
            return numbers.counted(Times.of(factors.stream().map(value).toList()));
        }
        IndexRange range = opened(iterator, List.of(), "Product");
        Index index = range.index();
        try {
            int extent = Positions.located(text, iterator, () -> scope.copies(index.extent()).stream()
                    .filter(n -> index.extent() instanceof Rational)
                    .findFirst()
                    .orElseThrow(() -> new BadInput("a product runs to a number, which --size cannot change; found "
                            + ExpressionText.of(index.extent()))));
            Expression body = value.apply(call.arguments().get(0));
            List<Expression> factors = new ArrayList<>();
            for (int i = 1; i <= extent; i++) {
                Substitution here = Substitution.index(index, new Position(i));
                Expression counts = here.in(range.counts());
                factors.add(
                        counts.isOne()
                                ? here.in(body)
                                : Rational.ONE.plus(counts.times(here.in(body).minus(Rational.ONE))));
            }
            return numbers.counted(Times.of(factors));
        } finally {
            indices.close(1);
        }
    }
}
