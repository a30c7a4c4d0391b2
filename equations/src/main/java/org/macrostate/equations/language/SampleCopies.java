package org.macrostate.equations.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rational;

/**
 * Copies of samples, {@code xn[j]}: each is drawn by itself and is a sample of its own, so that sums over them are written out
 * before names are resolved.
 */
final class SampleCopies {
    /** Terms that sums over copies may come to in one expression. */
    private static final int MOST_TERMS = 2000;

    private final Scope scope;
    private int terms;

    SampleCopies(Scope scope) {
        this.scope = scope;
    }

    /** Whether an index stands in the place of a sample's copy, so that a sum over it is written out. */
    boolean isOfSamples(String index, Syntax body) {
        if (!(body instanceof Syntax.Call call) || binds(call, index)) {
            return false;
        }
        boolean here = place(call) instanceof Syntax.Name name && name.text().equals(index);
        return here || call.arguments().stream().anyMatch(a -> isOfSamples(index, a));
    }

    /** The argument that numbers a sample's copy; the call itself if there is none. */
    private Syntax place(Syntax.Call call) {
        List<Syntax> arguments = call.arguments();
        return scope.meaning(call.head())
                .filter(meaning -> meaning instanceof Meaning.Sample
                        || meaning instanceof Meaning.NamedField field && field.isOfCopies())
                .filter(meaning -> meaning.extents().size() == arguments.size())
                .map(meaning -> arguments.get(arguments.size() - 1))
                .orElse(call);
    }

    /** The terms of a sum or product over an index, one for each of the places that it runs through. */
    List<Syntax> terms(Syntax body, String index, List<Integer> places) {
        terms += places.size();
        if (terms > MOST_TERMS) {
            throw new BadInput(
                    "sums over copies of samples are written out, and come to more than " + MOST_TERMS + " terms here");
        }
        List<Syntax> written = new ArrayList<>();
        for (int place : places) {
            written.add(at(body, index, place));
        }
        return written;
    }

    /** A body with a number in place of an index. */
    static Syntax at(Syntax body, String index, int value) {
        if (body instanceof Syntax.Name name && name.text().equals(index)) {
            return new Syntax.Literal(new BigFraction(value), name.offset());
        }
        if (body instanceof Syntax.Braces iterator) {
            List<Syntax> elements = new ArrayList<>(iterator.elements());
            for (int i = 1; i < elements.size(); i++) {
                elements.set(i, at(elements.get(i), index, value));
            }
            return new Syntax.Braces(elements, iterator.offset());
        }
        if (!(body instanceof Syntax.Call call) || binds(call, index)) {
            return body;
        }
        List<Syntax> arguments = call.arguments().stream()
                .map(argument -> at(argument, index, value))
                .toList();
        return new Syntax.Call(call.head(), arguments, call.offset());
    }

    /** Whether a sum or product inside runs over an index of the same name, which is then another one. */
    private static boolean binds(Syntax.Call call, String index) {
        boolean iterates = call.head().equals("Sum") || call.head().equals("Product");
        return iterates
                && call.arguments().stream()
                        .anyMatch(a -> a instanceof Syntax.Braces braces
                                && !braces.elements().isEmpty()
                                && braces.elements().get(0) instanceof Syntax.Name name
                                && name.text().equals(index));
    }

    /** Indices that stand in brackets of declared names and that no sum runs over: the index of a copy in its expression. */
    static Set<String> openIndices(Syntax syntax, Scope scope) {
        Set<String> open = new TreeSet<>();
        collect(syntax, scope, new HashSet<>(), open);
        return open;
    }

    private static void collect(Syntax syntax, Scope scope, Set<String> bound, Set<String> open) {
        if (!(syntax instanceof Syntax.Call call)) {
            return;
        }
        Set<String> inside = new HashSet<>(bound);
        call.arguments().forEach(argument -> collectBounds(argument, scope, bound, open));
        for (Syntax argument : call.arguments()) {
            if (argument instanceof Syntax.Braces braces
                    && !braces.elements().isEmpty()
                    && braces.elements().get(0) instanceof Syntax.Name index) {
                inside.add(index.text());
            }
        }
        boolean indexed = call.head().equals("KroneckerDelta")
                || scope.meaning(call.head())
                        .filter(meaning -> !meaning.extents().isEmpty())
                        .isPresent();
        for (Syntax argument : call.arguments()) {
            if (indexed && argument instanceof Syntax.Name name && !inside.contains(name.text())) {
                open.add(name.text());
            }
            collect(argument, scope, inside, open);
        }
    }

    /** Names in the bounds of an iterator that are no sizes. */
    private static void collectBounds(Syntax argument, Scope scope, Set<String> bound, Set<String> open) {
        if (argument instanceof Syntax.Braces iterator && !iterator.elements().isEmpty()) {
            iterator.elements().subList(1, iterator.elements().size()).stream()
                    .flatMap(limit -> limit instanceof Syntax.Call call ? call.arguments().stream() : Stream.of(limit))
                    .filter(limit -> limit instanceof Syntax.Name name
                            && scope.meaning(name.text()).isEmpty()
                            && !bound.contains(name.text()))
                    .forEach(limit -> open.add(((Syntax.Name) limit).text()));
        }
    }

    /** The name of the copy that places number; of a sample without copies, its own. */
    static String copy(Scope scope, String sample, List<IndexTerm> places) {
        if (places.isEmpty()) {
            return sample;
        }
        if (places.get(0) instanceof Position p) {
            return scope.sampleCopy(sample, p.value());
        }
        throw new BadInput("copies of sample '" + sample
                + "' are samples of their own: number one, or sum over them as in Sum[.., {j, n}]");
    }

    /**
     * The number of copies of a sample, which must be known where the model is read.
     *
     * @throws BadInput if the extent is a size that may be changed later
     */
    static int count(Expression extent, Scope scope) {
        return scope.copies(extent).stream()
                .filter(n -> extent instanceof Rational)
                .findFirst()
                .orElseThrow(
                        () -> new BadInput("a sum over copies of a sample runs to a number or the size of its copies,"
                                + " which --size cannot change; found " + ExpressionText.of(extent)));
    }
}
