package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexBinder;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * Letters for indices: k, l, j … where trained vectors are counted, a, b, c … where fixed ones are. Where a family has two
 * indices, one that runs to L is l and one that runs to K is k, so that they are told apart. A letter that is the name of
 * something in the model is not used.
 */
public final class IndexLetters {
    private static final List<String> TRAINED = List.of("k", "l", "j", "i", "p", "q", "r", "s", "n", "m");
    private static final List<String> FIXED = List.of("a", "b", "c", "e", "f", "g", "h", "n", "m", "o");

    private static final List<String> BLOCKS = List.of("b", "c", "e", "f", "g", "h", "o", "d");

    /** After an extent's own letter, in the order of the alphabet. */
    private static final List<String> FURTHER = List.of("p", "q", "r", "s", "t", "i", "j");

    private final Set<String> taken = new HashSet<>();
    private final Set<Expression> fixedExtents = new HashSet<>();
    private final Set<Expression> blockExtents = new HashSet<>();
    /** Of extents of which a family has two. */
    private final Map<Expression, String> own = new HashMap<>();

    public IndexLetters(LearningProblem problem) {
        taken.addAll(problem.names());
        problem.order().forEach(overlap -> taken.add(overlap.name()));
        problem.blocks().ifPresent(blockExtents::add);
        problem.vectors().forEach(v -> v.copies().forEach(blockExtents::remove));
        problem.vectors().stream().filter(v -> !v.isTrained()).forEach(v -> v.copies()
                .forEach(fixedExtents::add));
        problem.vectors().stream().filter(Declaration.Vectors::isTrained).forEach(v -> v.copies()
                .forEach(fixedExtents::remove));
        problem.vectors().stream()
                .filter(v -> v.copies().stream().distinct().count() > 1)
                .forEach(v -> v.copies().forEach(this::own));
    }

    /** The small letter of a size with a capital one. */
    private void own(Expression extent) {
        if (extent instanceof Symbol size && size.name().length() == 1) {
            own.put(extent, size.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Distinct letters for these indices. */
    public List<Index> lettersFor(List<Index> indices) {
        Set<String> used = new HashSet<>();
        List<Index> shown = new ArrayList<>();
        for (Index index : indices) {
            Index letter = index.renamed(letter(index.extent(), used));
            used.add(letter.name());
            shown.add(letter);
        }
        return shown;
    }

    /** Names in a text are replaced as in a formula. */
    String inText(String text, List<Index> own, List<Index> shown) {
        String result = text;
        for (int i = 0; i < own.size(); i++) {
            result = result.replace(own.get(i).name() + "]", shown.get(i).name() + "]")
                    .replace(own.get(i).name() + ",", shown.get(i).name() + ",");
        }
        return result;
    }

    /** Sums run over letters that nothing around them or free inside them uses. */
    public Expression bound(Expression expression) {
        return bound(expression, Indices.free(expression));
    }

    private Expression bound(Expression e, Set<String> scope) {
        if (e instanceof IndexBinder sum) {
            Set<String> inner = new HashSet<>(scope);
            inner.addAll(Indices.free(sum.body()));
            Index letter = sum.index().renamed(letter(sum.index().extent(), inner));
            inner.add(letter.name());
            Expression body = Substitution.index(sum.index(), letter).in(sum.body());
            return sum.shown(letter, bound(body, inner));
        }
        if (e instanceof Plus p) {
            return new Plus(p.terms().stream().map(t -> bound(t, scope)).toList());
        }
        if (e instanceof Times t) {
            return new Times(t.factors().stream().map(f -> bound(f, scope)).toList());
        }
        if (e instanceof Power p) {
            return new Power(bound(p.base(), scope), bound(p.exponent(), scope));
        }
        if (e instanceof Apply a) {
            return new Apply(
                    a.function(),
                    a.arguments().stream().map(x -> bound(x, scope)).toList());
        }
        return e;
    }

    private List<String> pool(Expression extent) {
        if (own.containsKey(extent)) {
            return FURTHER;
        }
        return blockExtents.contains(extent) ? BLOCKS : fixedExtents.contains(extent) ? FIXED : TRAINED;
    }

    private String letter(Expression extent, Set<String> used) {
        List<String> pool = pool(extent);
        String wanted = own.getOrDefault(extent, pool.get(0));
        if (!used.contains(wanted) && !taken.contains(wanted)) {
            return wanted;
        }
        for (String letter : pool) {
            if (!used.contains(letter) && !taken.contains(letter) && !own.containsValue(letter)) {
                return letter;
            }
        }
        int n = 1;
        while (used.contains(pool.get(0) + n) || taken.contains(pool.get(0) + n)) {
            n++;
        }
        return pool.get(0) + n;
    }
}
