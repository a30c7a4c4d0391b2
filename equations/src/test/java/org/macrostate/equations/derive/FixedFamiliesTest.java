package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Interpreter;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** Two teachers with an overlap V are one frame in other words: {@code v = V u + √(1 − V²) e} with e orthogonal to u. */
class FixedFamiliesTest {
    private static final String STATED = """
            model: two-teachers
            parameters: {V: {value: 0.6}, eta: {value: 0.3}}
            vectors: {u: {fixed: identity}, v: {fixed: identity, overlaps: {u: V}}, w: {rate: eta}}
            samples: {x: noise}
            fields: {h: w . x, y: u . x, z: v . x}
            loss: 1/2 (Erf[h/Sqrt[2]] - Erf[y/Sqrt[2]] - Erf[z/Sqrt[2]])^2
            order: {R: w . u, S: w . v, Q: w . w}
            observables: {eps: "Mean[1/2 (Erf[h/Sqrt[2]] - Erf[y/Sqrt[2]] - Erf[z/Sqrt[2]])^2]"}
            """;

    private static final String ORTHOGONAL = """
            model: two-teachers
            parameters: {V: {value: 0.6}, eta: {value: 0.3}}
            vectors: {u: {fixed: identity}, e: {fixed: identity}, w: {rate: eta}}
            samples: {x: noise}
            fields: {h: w . x, y: u . x, r: e . x}
            loss: 1/2 (Erf[h/Sqrt[2]] - Erf[y/Sqrt[2]] - Erf[(V y + Sqrt[1-V^2] r)/Sqrt[2]])^2
            order: {R: w . u, S: w . e, Q: w . w}
            observables: {eps: "Mean[1/2 (Erf[h/Sqrt[2]] - Erf[y/Sqrt[2]] - Erf[(V y + Sqrt[1-V^2] r)/Sqrt[2]])^2]"}
            """;

    private static BoundSystem bound(String text) {
        LearningProblem problem = ModelFile.read(text, "teachers");
        return BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
    }

    @Test
    void teachers_with_an_overlap_are_orthogonal_ones_in_other_words() {
        double v = 0.6;
        double rest = Math.sqrt(1 - v * v);
        double r = 0.3;
        double e = -0.2;
        BoundSystem stated = bound(STATED);
        BoundSystem orthogonal = bound(ORTHOGONAL);
        double[] rates = new double[3];
        double[] others = new double[3];
        double[] state = {r, v * r + rest * e, 0.9};
        double[] other = {r, e, 0.9};
        new Interpreter(stated.rightHandSide())
                .eval(0, state, stated.parameters().defaults(), rates);
        new Interpreter(orthogonal.rightHandSide())
                .eval(0, other, orthogonal.parameters().defaults(), others);
        assertEquals(others[0], rates[0], 1e-12);
        assertEquals(v * others[0] + rest * others[1], rates[1], 1e-12);
        assertEquals(others[2], rates[2], 1e-12);
        double[] eps = new double[1];
        double[] same = new double[1];
        new Interpreter(stated.observables()).eval(0, state, stated.parameters().defaults(), eps);
        new Interpreter(orthogonal.observables())
                .eval(0, other, orthogonal.parameters().defaults(), same);
        assertEquals(same[0], eps[0], 1e-12);
    }

    /** One family with a parameter in its matrix is two families with that overlap. */
    @Test
    void a_matrix_may_contain_parameters() {
        String matrix = STATED.replace(
                        "u: {fixed: identity}, v: {fixed: identity, overlaps: {u: V}}",
                        "t: {copies: 2, fixed: {matrix: [[1, V], [V, 1]]}}")
                .replace("y: u . x, z: v . x", "y: t . x")
                .replace("Erf[y/Sqrt[2]] - Erf[z/Sqrt[2]]", "Sum[Erf[y[k]/Sqrt[2]], {k, 2}]")
                .replace("R: w . u, S: w . v", "R: w . t");
        BoundSystem one = bound(matrix);
        BoundSystem two = bound(STATED);
        double[] state = {0.3, 0.1, 0.9};
        double[] rates = new double[3];
        double[] others = new double[3];
        new Interpreter(one.rightHandSide()).eval(0, state, one.parameters().defaults(), rates);
        new Interpreter(two.rightHandSide()).eval(0, state, two.parameters().defaults(), others);
        for (int i = 0; i < 3; i++) {
            assertEquals(others[i], rates[i], 1e-12);
        }
    }

    @Test
    void families_with_copies_have_overlaps_in_both_indices() {
        LearningProblem problem = ModelFile.read("""
                model: copies
                sizes: {M: 2, L: 3}
                parameters: {V: {value: 0.5}, eta: {value: 0.3}}
                vectors:
                  u: {copies: M, fixed: identity}
                  v: {copies: L, fixed: identity, overlaps: {u: "V KroneckerDelta[i,1] KroneckerDelta[j,2]"}}
                  w: {rate: eta}
                samples: {x: noise}
                fields: {h: w . x, y: u . x, z: v . x}
                loss: 1/2 (h - Sum[y[k], {k, M}] - Sum[z[k], {k, L}])^2
                order: {R: w . u, S: w . v, Q: w . w}
                """, "copies");
        BoundSystem bound = BoundSystem.of(Derivation.of(problem), Sizes.of(problem, Map.of()));
        double[] rates = new double[6];
        new Interpreter(bound.rightHandSide())
                .eval(0, new double[6], bound.parameters().defaults(), rates);
        // At rest: η times the overlap of each vector with the sum of all, and η² times that of the sum with itself.
        double[] expected = {0.3, 0.3 * 1.5, 0.3 * 1.5, 0.3, 0.3, 0.09 * 6};
        for (int i = 0; i < 6; i++) {
            assertEquals(expected[i], rates[i], 1e-14, "rate " + i);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "v: {fixed: identity, overlaps: {w: V}} | stated with fixed vectors that are declared before; w are not",
                "v: {fixed: identity, overlaps: {v: V}} | among themselves are stated by 'fixed'",
                "v: {fixed: identity, overlaps: {q: V}} | unknown vector 'q'",
                "v: {fixed: identity, overlaps: {u: h}} | field 'h' may not stand in an expression in parameters",
                "v: {rate: eta, overlaps: {u: V}} | vectors v are trained",
                "v: {fixed: identity, overlaps: {u: 6/5}} | must be positive semidefinite",
            })
    void what_are_no_overlaps_of_fixed_vectors_is_refused(String stated, String message) {
        BadInput refused = assertThrows(
                BadInput.class,
                () -> ModelFile.read(STATED.replace("v: {fixed: identity, overlaps: {u: V}}", stated), "teachers"));
        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }
}
