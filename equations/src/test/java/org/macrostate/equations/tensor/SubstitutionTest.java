package org.macrostate.equations.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Renaming an index leaves sums alone that have an index of the same name of their own. */
class SubstitutionTest {
    private static final Expression SIZE = Symbol.size("M");

    private static Symbol at(String name, IndexTerm place) {
        return new Symbol(Kind.SCALAR, name, List.of(place));
    }

    @Test
    void a_sum_inside_that_shadows_the_index_keeps_its_own() {
        Index k = new Index("k", SIZE);
        Index other = new Index("l", SIZE);
        Expression inner = new IndexSum(k, at("b", k));
        Expression product = new Times(List.of(at("a", k), inner));
        Expression renamed = Substitution.index(k, other).in(product);
        assertEquals(Times.of(at("a", other), IndexSum.of(other, at("b", other))), renamed);
        assertEquals(List.of("l"), List.copyOf(Indices.free(renamed)));
    }
}
