package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Symbol;

/** A mean has one name whatever its factors' indices are called and in whatever order they come. */
class OrderedFactorsTest {
    private static Expression h(String index) {
        return new Symbol(Kind.FIELD, "h", List.of(new Index(index, Symbol.size("K"))));
    }

    private static Expression step(String index) {
        return Apply.of(Function.UNIT_STEP, h(index));
    }

    /** Those of a product with its factors shuffled and its indices renamed, often. */
    private static Set<String> keys(String pattern) {
        Set<String> keys = new HashSet<>();
        Random random = new Random(4);
        for (int trial = 0; trial < 30; trial++) {
            List<String> names = new ArrayList<>(List.of("a", "b", "c", "d"));
            Collections.shuffle(names, random);
            List<Expression> factors = new ArrayList<>();
            for (int i = 0; i < pattern.length(); i++) {
                char c = Character.toLowerCase(pattern.charAt(i));
                String name = names.get(c - 'p');
                factors.add(Character.isUpperCase(pattern.charAt(i)) ? step(name) : h(name));
            }
            Collections.shuffle(factors, random);
            keys.add(OrderedFactors.of(factors).key());
        }
        return keys;
    }

    /** Letters from p are indices, capitals steps of fields. */
    @Test
    void renaming_and_reordering_make_no_difference() {
        Set<String> all = new HashSet<>();
        List<String> patterns = List.of("p", "P", "pp", "pq", "pP", "pQ", "pqPQ", "ppPQ", "pqPR", "pqRS", "pqrPQS");
        for (String pattern : patterns) {
            assertEquals(1, keys(pattern).size(), pattern);
            all.addAll(keys(pattern));
        }
        assertEquals(patterns.size(), all.size());
    }

    @Test
    void positions_are_not_indices() {
        Expression first = new Symbol(Kind.FIELD, "h", List.of(new Position(1)));
        Expression second = new Symbol(Kind.FIELD, "h", List.of(new Position(2)));
        assertNotEquals(
                OrderedFactors.of(List.of(first)).key(),
                OrderedFactors.of(List.of(second)).key());
        assertEquals(List.of(), OrderedFactors.of(List.of(first, second)).own());
    }

    @Test
    void fresh_indices_stand_for_the_callers() {
        OrderedFactors ordered = OrderedFactors.of(List.of(h("a"), step("b"), h("a")));
        assertEquals(2, ordered.own().size());
        assertEquals(2, ordered.generic().size());
        assertEquals(3, ordered.renamed().size());
        Expression product = h("a").times(step("b")).times(h("a"));
        Expression renamed = ordered.renamed().stream().reduce(Expression.of(1), Expression::times);
        assertEquals(ordered.rename().in(product), renamed);
        assertNotEquals(product, renamed);
        ordered.generic().forEach(i -> assertEquals(Symbol.size("K"), i.extent()));
    }
}
