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
        try {
            for (Syntax iterator : iterators) {
                bound.add(Positions.located(
                        text,
                        iterator,
                        () -> indices.open(
                                iterator, bound.stream().map(Index::name).toList(), "Sum")));
            }
            return IndexSum.of(bound, value.apply(call.arguments().get(0)));
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
            terms.add(rest.isEmpty() ? value.apply(term) : sum(new Syntax.Call("Sum", arguments, call.offset())));
        }
        return numbers.counted(Plus.of(terms));
    }

    /** How far an iterator over copies of samples runs. */
    private int extent(Syntax iterator) {
        return Positions.located(text, iterator, () -> {
            Index index = indices.open(iterator, List.of(), "Sum");
            indices.close(1);
            return SampleCopies.count(index.extent(), scope);
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
                bound.add(Positions.located(
                        text,
                        iterator,
                        () -> indices.open(
                                iterator, bound.stream().map(Index::name).toList(), call.head())));
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
            List<Syntax> factors = copies.terms(call.arguments().get(0), nameOf(iterator), extent(iterator));
            return numbers.counted(Times.of(factors.stream().map(value).toList()));
        }
        Index index = Positions.located(text, iterator, () -> indices.open(iterator, List.of(), "Sum"));
        try {
            int extent = Positions.located(text, iterator, () -> scope.copies(index.extent()).stream()
                    .filter(n -> index.extent() instanceof Rational)
                    .findFirst()
                    .orElseThrow(() -> new BadInput("a product runs to a number, which --size cannot change; found "
                            + ExpressionText.of(index.extent()))));
            Expression body = value.apply(call.arguments().get(0));
            List<Expression> factors = new ArrayList<>();
            for (int i = 1; i <= extent; i++) {
                factors.add(Substitution.index(index, new Position(i)).in(body));
            }
            return numbers.counted(Times.of(factors));
        } finally {
            indices.close(1);
        }
    }
}
