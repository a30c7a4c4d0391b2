package org.macrostate.equations.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.VectorTerm;

class ElaborationTest {
    private static final Index K = new Index("k", Symbol.size("M"));
    private static final Index L = new Index("l", Symbol.size("M"));

    @Test
    void a_sum_over_named_fields_and_overlaps_becomes_one_over_fields_and_overlaps_of_vectors() {
        Field h = new Field(w(K), "x");
        Expression expected =
                IndexSum.of(List.of(K, L), new Overlap(w(K), w(L)).times(h).times(new Field(w(L), "x")));
        assertEquals(expected, loss("Sum[Q[k,l] h[k] h[l], {k, M}, {l, 1, M}]"));
        assertEquals(expected, loss("Sum[(w[k].w[l]) (x.w[k]) (w[l].x), {k, M}, {l, M}]"));
        assertEquals(expected, loss("Sum[Sum[Q[k,l] h[l], {l, M}] h[k], {k, M}]"));
    }

    @Test
    void a_named_overlap_keeps_the_order_of_its_name() {
        Expression expected = new Overlap(w(new Position(2)), new VectorTerm("u", List.of(new Position(3))));
        assertEquals(expected, loss("m[2,3]"));
        assertEquals(expected, loss("u[3].w[2]"));
    }

    @Test
    void overlaps_of_fixed_vectors_are_their_numbers() {
        assertEquals(Rational.ONE, loss("u[1].u[1]"));
        assertEquals(Rational.ZERO, loss("u[1].u[2]"));
        assertEquals(Symbol.size("K"), loss("Sum[u[a].u[b], {a, K}, {b, K}]"));
        assertEquals(Symbol.size("K"), loss("Sum[u[a].u[a], {a, K}]"));
    }

    @Test
    void vectors_of_two_fixed_families_are_orthogonal() {
        String text = Models.COMMITTEE
                .replace("  w: {copies", "  B: {fixed: identity}\n  w: {copies")
                .replace("Sum[D[k] h[k]^2, {k, M}]", "rho B.B + u[1].B");
        assertEquals(
                Symbol.parameter("rho"),
                ((Dynamics.Loss) ModelFile.read(text, "").dynamics()).value());
    }

    @Test
    void sums_of_a_table_pick_its_entries() {
        String text =
                Models.COMMITTEE.replace("fixed: identity", "fixed: {matrix: [[1, 1/5, 0], [1/5, 2, 0], [0, 0, 3]]}");
        assertEquals(Expression.of(6), lossOf(text, "Sum[u[a].u[a], {a, K}]"));
        assertEquals(Rational.ONE.over(Expression.of(5)), lossOf(text, "u[1].u[2]"));
        assertEquals(
                lossOf(
                        Models.COMMITTEE.replace("fixed: identity", "fixed: diagonal [1, 0.5, 0]"),
                        "Sum[u[a].u[a], {a, K}]"),
                Expression.of(3).over(Expression.of(2)));
    }

    @Test
    void constants_are_the_languages_unless_the_model_declares_them() {
        assertEquals(Constant.PI.times(Constant.E), loss("Pi E"));
        String text = Models.COMMITTEE.replace("  rho: {value: 1", "  Pi: 3\n  E: 2\n  N: 5\n  t: 1\n  rho: {value: 1");
        Expression expected =
                Symbol.parameter("Pi").times(Symbol.parameter("E")).times(Symbol.parameter("N"));
        assertEquals(expected.times(Symbol.parameter("t")), lossOf(text, "Pi E N t"));
    }

    @Test
    void comparisons_are_written_with_less_and_not() {
        Expression q = new Overlap(w(new Position(1)), w(new Position(1)));
        assertEquals(Apply.of(Function.LESS, Rational.ONE, q), order("Q[1,1] > 1"));
        assertEquals(Apply.of(Function.LESS_EQUAL, Rational.ONE, q), order("Q[1,1] >= 1"));
        assertEquals(Apply.of(Function.NOT, Apply.of(Function.EQUAL, q, Rational.ONE)), order("Q[1,1] != 1"));
        assertEquals(Rational.ONE, order("True"));
        assertEquals(Power.sqrt(q), order("Sqrt[Q[1,1]]"));
    }

    @Test
    void an_index_shadows_nothing_but_indices() {
        assertEquals(
                IndexSum.of(
                        new Index("D", Symbol.size("M")),
                        new Symbol(Kind.SCALAR, "D", List.of(new Index("D", Symbol.size("M"))))),
                loss("Sum[D[D], {D, M}]"));
    }

    @Test
    void a_sum_to_the_smaller_of_two_sizes_fits_both() {
        Index k = new Index("k", Apply.of(Function.MIN, Symbol.size("M"), Symbol.size("K")));
        assertEquals(
                IndexSum.of(k, new Overlap(w(k), new VectorTerm("u", List.of(k)))),
                loss("Sum[m[k,k], {k, Min[M, K]}]"));
    }

    @Test
    void time_stands_in_schedules_and_flows_only() {
        LearningProblem problem = Models.committee();
        Expression expected = Apply.of(Function.TANH, Symbol.TIME.over(Expression.of(3000)));
        assertEquals(expected, ExpressionReader.schedule(problem, Text.of("Tanh[t/3000]")));
        assertEquals("unknown name 't'; known: D, K, M, Q, c, h, m, rho, s, u, w, x", refusal("t h[1]"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "q[1]                              | unknown function 'q'; did you mean 'Q'?",
                "rhoo                              | unknown name 'rhoo'; did you mean 'rho'?",
                "Sum[h[j], {k, M}]                 | unknown index 'j'; known: k",
                "h[k]                              | index 'k' is not in scope: no Sum runs over it",
                "h                                 | 'h' takes 1 index, found none",
                "Q[1]                              | 'Q' takes 2 indices, found 1",
                "rho[1]                            | 'rho' takes no index, found 1",
                "h[3]                              | 'h' has M = 2 copies, found index 3",
                "h[0]                              | an index is a name or a whole number from 1 to 1000",
                "h[1/2]                            | an index is a name or a whole number from 1 to 1000",
                "Sum[h[k], {k, K}]                 | index 'k' runs to K, but 'h' has M copies",
                "Sum[h[k], {k, 3}]                 | index 'k' runs to 3, but 'h' has M copies",
                "Sum[k h[k], {k, M}]               | index 'k' may stand only in the brackets of an indexed name",
                "Sum[h[k], {k, 0, M}]              | an index runs from 1 or a later place: write {k, extent}",
                "Sum[h[k], {k, rho}]               | an index runs to a size, a whole number or their Min, found 'rho'",
                "Sum[1, {k, 1001}]                 | an index may run to 0 … 1000, found 1001",
                "Sum[h[k], {k, M}, {k, M}]         | index 'k' runs twice in one Sum",
                "Sum[h[1]]                         | Sum needs a body and at least one iterator, as in Sum[m[k], {k, M}]",
                "Sum[h[1], k]                      | an iterator of Sum is {index, extent}, as in {k, M}",
                "Log[1, 2]                         | 'Log' takes 1 argument, found 2",
                "If[h[1] < 0, 1]                   | 'If' takes 3 arguments, found 2",
                "If[h[1], 1, 2]                    | 'If' needs a condition such as Q[1,1] < 1/10",
                "Erf                               | function 'Erf' needs its arguments in brackets",
                "Erff[1]                           | unknown function 'Erff'; did you mean 'Erf'?",
                "Run[1]                            | unknown function 'Run'",
                "Mean[h[1]]                        | Mean[...] may stand only in observables",
                "w[1]                              | vector 'w' may stand here only in a dot product",
                "x                                 | sample 'x' may stand here only in a dot product",
                "w[1].y                            | unknown vector or sample 'y'; known: u, w, x",
                "w[1].rho                          | a dot product is of single vectors and samples, as in w[k].x; 'rho' is neither",
                "(2 w[1]).x                        | a dot product is of single vectors and samples, as in w[k].x",
                "{1, 2}                            | braces may stand only after the first argument of Sum",
                "1/0                               | division by zero",
                "rho^1001                          | an exponent may be at most 1000",
                "((rho^999)^999)^999               | an exponent may be at most 1000",
                "((2^1000)^1000)^1000              | the exact numbers of an expression may have at most 6000 digits together",
                "((3 rho)^1000)^1000               | the exact numbers of an expression may have at most 6000 digits together",
            })
    void what_an_expression_must_not_say_is_refused(String text, String message) {
        assertEquals(message, refusal(text));
    }

    @Test
    void eleven_sums_in_each_other_are_too_deep() {
        StringBuilder text = new StringBuilder("rho");
        for (int i = 0; i < 11; i++) {
            text = new StringBuilder("Sum[")
                    .append(text)
                    .append(" D[k")
                    .append(i)
                    .append("], {k")
                    .append(i)
                    .append(", M}]");
        }
        assertEquals("sums are nested more than 10 deep", refusal(text.toString()));
    }

    private static VectorTerm w(org.macrostate.equations.tensor.IndexTerm place) {
        return new VectorTerm("w", List.of(place));
    }

    private static Expression loss(String text) {
        return ((Dynamics.Loss) Models.withLoss(text).dynamics()).value();
    }

    private static Expression lossOf(String model, String loss) {
        String text = model.replace("Sum[D[k] h[k]^2, {k, M}]", loss);
        return ((Dynamics.Loss) ModelFile.read(text, "").dynamics()).value();
    }

    private static Expression order(String text) {
        return ExpressionReader.ofOrderParameters(Models.committee(), Text.of(text));
    }

    private static String refusal(String loss) {
        String quoted = loss.startsWith("{") ? "'" + loss + "'" : loss;
        return assertThrows(BadInput.class, () -> Models.withLoss(quoted)).what();
    }
}
