package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.graph.ExpressionGraph;
import org.macrostate.equations.graph.GraphBuilder;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Program;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/** Moments of independent copies by cumulants, against the sum over all values of all copies. */
class NonNormalFactorsTest {
    private static final double[] VALUES = {-1.5, 0.25, 2};
    private static final double[] PROBABILITIES = {0.2, 0.5, 0.3};
    private static final NonNormalFactors FACTORS = new NonNormalFactors(ModelFile.read("""
            model: skewed
            parameters: {eta: {value: 1}}
            vectors: {w: {rate: eta}}
            randoms: {c: {copies: 3, law: {values: [-1.5, 0.25, 2], probabilities: [0.2, 0.5, 0.3]}}}
            samples: {x: noise}
            loss: w.w
            """, "skewed.yaml"));

    /** Each digit is the copy that a factor is of. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "11", "12", "111", "112", "123", "1122", "1112", "1231", "11223", "111111", "112233"})
    void agree_with_enumeration_whatever_copies_the_factors_are_of(String copies) {
        List<Symbol> factors = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < copies.length(); i++) {
            Index index = new Index("i" + i, Expression.of(3));
            factors.add(new Symbol(Kind.RANDOM, "c", List.of(index)));
            places.put(index.name(), copies.charAt(i) - '0');
        }
        double expected = 0;
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                for (int c = 0; c < 3; c++) {
                    int[] drawn = {a, b, c};
                    double product = PROBABILITIES[a] * PROBABILITIES[b] * PROBABILITIES[c];
                    for (int i = 0; i < copies.length(); i++) {
                        product *= VALUES[drawn[copies.charAt(i) - '1']];
                    }
                    expected += product;
                }
            }
        }
        assertEquals(expected, value(FACTORS.moment(factors), places), 1e-12 * Math.max(1, Math.abs(expected)));
    }

    private static double value(Expression moment, Map<String, Integer> places) {
        ExpressionGraph graph = new ExpressionGraph();
        GraphBuilder builder = new GraphBuilder(graph, new Sizes(Map.of()), (atom, at, b) -> {
            throw new IllegalStateException("a moment is a number: " + atom);
        });
        double[] out = new double[1];
        new Interpreter(Program.of(graph, List.of(builder.node(moment, places)), 0, 0))
                .eval(0, new double[0], new double[0], out);
        return out[0];
    }
}
