package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Guarded;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/** The form that papers print: conditional covariances and the like are defined once, for any fields. */
class PaperNotationTest {
    private static final OrderParameterSystem RELU = Derivation.of(BundledModels.problem("relu-committee"));
    private static final PaperNotation FORM = PaperNotation.of(RELU).orElseThrow();

    /** Of signs, not of steps. */
    private static final OrderParameterSystem SIZES = Derivation.of(ModelFile.read("""
            model: sizes
            sizes: {K: 2, M: 2}
            parameters: {eta: {value: 0.1}}
            vectors: {B: {copies: M, fixed: identity}, J: {copies: K, rate: eta}}
            samples: {xi: noise}
            fields: {x: J . xi, y: B . xi}
            loss: "1/2 (Sum[Abs[x[i]], {i, K}] - Sum[Abs[y[n]], {n, M}])^2"
            order: {Q: J . J, R: J . B}
            observables: {eps: "Mean[1/2 (Sum[Abs[x[i]], {i, K}] - Sum[Abs[y[n]], {n, M}])^2]"}
            """, "sizes.yaml"));

    private static Stream<Expression> formulas(OrderParameterSystem system) {
        return Stream.of(
                        system.pieces().stream().map(NamedTerm::value),
                        system.equations().stream().map(Equation::rate),
                        system.observables().stream().map(Formula::value))
                .flatMap(s -> s);
    }

    private static boolean isGuard(Expression e) {
        return Guarded.is(e) || (e instanceof Apply a && a.function() == Function.IF);
    }

    @Test
    void the_committee_of_relu_units_takes_a_page_without_any_condition() {
        assertTrue(FORM.notation().definitions().size() + FORM.system().pieces().size() <= 24);
        formulas(FORM.system()).forEach(f -> assertFalse(Expansion.contains(f, PaperNotationTest::isGuard)));
    }

    /** E[f θ(h) g θ(g)] and E[f sign(h) |g|] by Stein's lemma, worked out by hand. */
    @Test
    void an_expectation_reads_as_it_is_written_by_hand() {
        List<String> steps = lines(FORM);
        assertTrue(
                steps.contains("F_1[f,g,h] = Mean[f UnitStep[h] Ramp[g]] = C[f,g] P[g,h] + C[f,h] T[g,g|h] p[h]"),
                steps.toString());
        List<String> signs = lines(PaperNotation.of(SIZES).orElseThrow());
        assertTrue(
                signs.contains("F_1[f,g,h] = Mean[f Abs[g] Sign[h]] = C[f,g] S[g,h] + 4 C[f,h] C[g,g|h] p[g|h] p[h]"),
                signs.toString());
    }

    private static List<String> lines(PaperNotation form) {
        return form.notation().definitions().stream()
                .map(d -> ExpressionText.of(d.left())
                        + d.mean().map(m -> " = " + ExpressionText.of(m)).orElse("")
                        + " = "
                        + ExpressionText.of(d.right()))
                .toList();
    }

    /** Moments of a truncated normal law: G. M. Tallis, J. R. Stat. Soc. B 23, 223 (1961), eq. (3) for one truncated field. */
    @Test
    void the_definitions_are_the_schur_complement_the_density_and_the_arcsine_law() {
        List<String> steps = lines(FORM);
        for (String line : List.of(
                "C[x[k],y[a]] = R[k,a]",
                "C[f,g|h] = C[f,g] - C[f,h] C[g,h]/C[h,h]",
                "p[f] = 1/Sqrt[2 Pi C[f,f]]",
                "T[f,g] = Mean[f UnitStep[g]] = C[f,g] p[g]",
                "P[f,g] = Mean[UnitStep[f] UnitStep[g]] = 1/4 + ArcSin[C[f,g]/Sqrt[C[f,f] C[g,g]]]/(2 Pi)")) {
            assertTrue(steps.contains(line), line + " in " + steps);
        }
        List<String> signs = lines(PaperNotation.of(SIZES).orElseThrow());
        for (String line : List.of(
                "C[f,g|h] = C[f,g] - C[f,h] C[g,h]/C[h,h]",
                "C[f,g|h,j] = C[f,g|h] - C[f,j|h] C[g,j|h]/C[j,j|h]",
                "p[f|h] = 1/Sqrt[2 Pi C[f,f|h]]",
                "S[f,g] = 2 ArcSin[C[f,g]/Sqrt[C[f,f] C[g,g]]]/Pi")) {
            assertTrue(signs.contains(line), line + " in " + signs);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"perceptron", "linear-vae", "oja"})
    void there_is_none_where_it_would_not_be_shorter(String model) {
        assertTrue(PaperNotation.of(Derivation.of(BundledModels.problem(model))).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"adatron", "perceptron"})
    void functions_of_variances_take_the_place_of_conditions(String model) {
        OrderParameterSystem system = Derivation.of(BundledModels.problem(model));
        Notation notation = Notation.of(system).orElseThrow();
        assertEquals(Notation.functions(system).size(), notation.definitions().size());
        system.pieces().stream()
                .filter(p -> p.statistic().isPresent())
                .forEach(p -> assertFalse(ExpressionText.of(p.value()).contains("If["), p.name()));
    }

    /**
     * With random overlaps of four students and three teachers, at places that differ, every named part is worked out from
     * the printed definitions alone and from the computed system.
     */
    @Test
    void a_reader_computes_what_the_program_computes() {
        double[][] gram = overlaps(7, new Random(3));
        Map<Symbol, Double> state = new HashMap<>();
        for (StateVariable variable : SIZES.variables()) {
            for (int i = 1; i <= 4; i++) {
                for (int j = 1; j <= (variable.symmetric() ? 4 : 3); j++) {
                    Symbol symbol = variable.at(List.of(new Position(i), new Position(j)));
                    state.put(symbol, gram[i + 2][variable.symmetric() ? j + 2 : j - 1]);
                }
            }
        }
        PaperNotation form = PaperNotation.of(SIZES).orElseThrow();
        ReadersNumbers reader = ReadersNumbers.of(form, state);
        int compared = 0;
        List<NamedTerm> parts =
                SIZES.pieces().stream().filter(p -> p.statistic().isEmpty()).toList();
        for (NamedTerm computed : parts) {
            Expression shown =
                    form.system().piece(computed.name()).map(NamedTerm::value).orElseGet(() -> form.shown(computed));
            Map<String, IndexTerm> places = new HashMap<>();
            Map<Expression, Integer> next = new HashMap<>();
            for (Index index : computed.indices()) {
                places.put(index.name(), new Position(next.merge(index.extent(), 1, Integer::sum)));
            }
            double expected = computed(Substitution.indices(places).in(computed.value()), state);
            assertTrue(Double.isFinite(expected), computed.name());
            assertEquals(
                    expected,
                    reader.of(Substitution.indices(places).in(shown)),
                    1e-12 * (1 + Math.abs(expected)),
                    computed.name());
            compared++;
        }
        assertEquals(10, compared);
    }

    /** The value of a formula of the system itself, its parts and sums written out. */
    private static double computed(Expression formula, Map<Symbol, Double> state) {
        Expression open = withoutSums(formula);
        Map<Symbol, Double> values = new HashMap<>(state);
        for (Table table : SIZES.tables()) {
            for (int i = 0; i < table.values().size(); i++) {
                Symbol entry = new Symbol(Kind.TABLE, table.name(), List.of(new Position(i + 1)));
                values.put(entry, table.values().get(i));
            }
        }
        Expansion.contains(open, e -> {
            if (e instanceof Symbol s && s.kind() == Kind.PIECE && !values.containsKey(s)) {
                NamedTerm piece = SIZES.piece(s.name()).orElseThrow();
                Map<String, IndexTerm> places = new HashMap<>();
                for (int i = 0; i < s.indices().size(); i++) {
                    places.put(piece.indices().get(i).name(), s.indices().get(i));
                }
                values.put(s, computed(Substitution.indices(places).in(piece.value()), state));
            }
            return false;
        });
        return NumericValue.of(open, values);
    }

    private static Expression withoutSums(Expression e) {
        if (!(e instanceof IndexSum sum)) {
            return Rebuilt.of(e, PaperNotationTest::withoutSums);
        }
        List<Expression> terms = new ArrayList<>();
        int last = ((Rational) sum.index().extent()).value().getNumeratorAsInt();
        for (int i = 1; i <= last; i++) {
            terms.add(
                    withoutSums(Substitution.index(sum.index(), new Position(i)).in(sum.body())));
        }
        return Plus.of(terms);
    }

    /** Of random vectors, the first three orthonormal. */
    private static double[][] overlaps(int vectors, Random random) {
        double[][] x = new double[vectors][9];
        for (int i = 0; i < vectors; i++) {
            for (int k = 0; k < 9; k++) {
                x[i][k] = i < 3 ? (i == k ? 1 : 0) : 0.5 * random.nextGaussian();
            }
        }
        double[][] gram = new double[vectors][vectors];
        for (int i = 0; i < vectors; i++) {
            for (int j = 0; j < vectors; j++) {
                for (int k = 0; k < 9; k++) {
                    gram[i][j] += x[i][k] * x[j][k];
                }
            }
        }
        return gram;
    }
}
