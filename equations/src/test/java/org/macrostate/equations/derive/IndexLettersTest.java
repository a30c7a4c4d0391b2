package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Symbol;

/** Letters that a reader expects: k, l, j for what is trained, a, b, c for what is fixed. */
class IndexLettersTest {
    private static final Expression K = Symbol.size("K");
    private static final Expression M = Symbol.size("M");
    private final IndexLetters letters = new IndexLetters(ModelFile.read("""
            model: letters
            sizes: {K: 2, M: 2}
            parameters: {eta: {value: 1}, j: {value: 1}}
            vectors: {B: {copies: M, fixed: identity}, J: {copies: K, rate: eta}}
            samples: {x: noise}
            fields: {l: J . x, b: B . x}
            order: {p: J . J, R: J . B}
            loss: Sum[l[k]^2, {k, K}]
            """, "letters.yaml"));

    private List<String> names(Expression... extents) {
        List<Index> own = IntStream.range(0, extents.length)
                .mapToObj(i -> new Index("$" + i, extents[i]))
                .toList();
        return letters.lettersFor(own).stream().map(Index::name).toList();
    }

    @Test
    void what_is_counted_decides_and_names_of_the_model_are_left_out() {
        assertEquals(List.of("k", "i", "a", "c", "q"), names(K, K, M, M, K));
        assertEquals(List.of("k"), names(Expression.of(32)));
    }

    @Test
    void numbers_follow_when_letters_run_out() {
        assertEquals(List.of("k", "i", "q", "r", "s", "n", "m", "k1", "k2", "k3"), names(K, K, K, K, K, K, K, K, K, K));
        assertEquals("a1", names(M, M, M, M, M, M, M, M, M, M).get(9));
    }

    @Test
    void a_sum_runs_over_a_letter_that_nothing_in_it_or_around_it_uses() {
        Index outer = new Index("$1", K);
        Index inner = new Index("$2", K);
        Index other = new Index("$3", M);
        Expression square = new Symbol(Kind.ORDER, "p", List.of(outer, inner));
        Expression overlap = new Symbol(Kind.ORDER, "R", List.of(new Index("k", K), other));
        Expression pairs = IndexSum.of(outer, IndexSum.of(inner, square));
        assertEquals("Sum[Sum[p[k,i], {i, K}], {k, K}]", ExpressionText.of(letters.bound(pairs)));
        Expression first = new Symbol(Kind.ORDER, "R", List.of(new Position(1), new Position(1)));
        Expression free = IndexSum.of(other, overlap);
        assertEquals("Sum[R[k,a], {a, M}]", ExpressionText.of(letters.bound(free)));
        Expression trained = IndexSum.of(inner, new Symbol(Kind.ORDER, "p", List.of(new Index("k", K), inner)));
        assertEquals("Sum[p[k,i], {i, K}]", ExpressionText.of(letters.bound(trained)));
        assertEquals("R[1,1] Sum[R[k,a], {a, M}]", ExpressionText.of(letters.bound(first.times(free))));
        assertEquals("Erf[Sum[R[k,a], {a, M}]]", ExpressionText.of(letters.bound(Apply.of(Function.ERF, free))));
        Expression power = free.times(free).plus(Expression.of(1));
        assertEquals("1 + Sum[R[k,a], {a, M}]^2", ExpressionText.of(letters.bound(power)));
    }

    @Test
    void words_get_the_letters_of_their_formula() {
        List<Index> own = List.of(new Index("$1", K), new Index("$12", M));
        assertEquals("Mean[l[k] b[a]]", letters.inText("Mean[l[$1] b[$12]]", own, letters.lettersFor(own)));
        assertEquals("Mean[p[k,a]]", letters.inText("Mean[p[$1,$12]]", own, letters.lettersFor(own)));
    }
}
