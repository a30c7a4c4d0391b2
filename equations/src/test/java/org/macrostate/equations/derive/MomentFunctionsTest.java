package org.macrostate.equations.derive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Position;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/** Means that are the same function of a covariance are one function, defined once for all fields. */
class MomentFunctionsTest {
    /** Two clusters with means ±m, a student of error functions with a bias in one, and a label that is not balanced. */
    private static final String MIXTURE = """
            model: mixture
            sizes: {K: 2}
            parameters: {eta: {value: 0.3}, v: {value: 0.4}}
            vectors: {mu: {fixed: identity}, w: {copies: K, rate: eta}}
            randoms: {y: {law: {values: [1, -1], probabilities: [0.3, 0.7]}}}
            samples: {x: "y mu + Sqrt[v] noise"}
            fields: {h: w . x}
            loss: "1/2 (Sum[Erf[h[k]/Sqrt[2]], {k, K}] - y)^2"
            order: {Q: w . w, m: w . mu}
            """;

    private static final String WIDE = """
            model: wide
            sizes: {K: 2}
            parameters: {eta: {value: 0.3}}
            vectors: {B: {fixed: identity}, J: {copies: K, rate: eta}}
            samples: {xi: noise}
            fields: {x: J . xi, y: B . xi}
            loss: "1/2 (Sum[Erf[x[i]], {i, K}] - Erf[y])^2"
            order: {Q: J . J, R: J . B}
            """;

    private static OrderParameterSystem committee() {
        return Derivation.of(BundledModels.problem("soft-committee"));
    }

    private static Set<String> definitions(OrderParameterSystem system) {
        return PaperNotation.of(system).orElseThrow().notation().definitions().stream()
                .map(d -> ExpressionText.of(d.left()) + " = " + ExpressionText.of(d.right()))
                .collect(Collectors.toSet());
    }

    /** Saad and Solla, Phys. Rev. E 52, 4225 (1995), eqs. (A1)-(A6); J_2 by Goldt et al., NeurIPS 2019. */
    @Test
    void the_functions_of_the_erf_committee_are_those_of_saad_and_solla() {
        Set<String> lines = definitions(committee());
        for (String line : List.of(
                "I_2[f,g] = 2 ArcSin[C[f,g]/Sqrt[D[f] D[g]]]/Pi",
                "I_3[f,g,h] = 2 D[g,h|f]/(Pi Sqrt[D[f,h]] D[f])",
                "I_4[f,g,h,j] = 4 ArcSin[D[h,j|f,g]/Sqrt[D[f,g,h] D[f,g,j]]]/(Pi^2 Sqrt[D[f,g]])",
                "J_2[f,g] = 2/(Pi Sqrt[D[f,g]])",
                "D[f] = 1 + C[f,f]",
                "D[f,g] = D[f] D[g] - C[f,g]^2",
                "D[g,h|f] = C[g,h] D[f] - C[f,g] C[f,h]")) {
            assertTrue(lines.contains(line), line + " in " + lines);
        }
        assertEquals(4, committee().functions().size());
    }

    /** Λ_0, Λ_1, Λ_2 and Λ_4 as printed in the paper's appendix, of covariances c_ij. */
    @Test
    void i4_is_as_printed_in_the_paper() {
        double[][] c = covariance(4, new Random(5));
        double lambda4 = (1 + c[0][0]) * (1 + c[1][1]) - c[0][1] * c[0][1];
        double lambda0 = lambda4 * c[2][3]
                - c[1][2] * c[1][3] * (1 + c[0][0])
                - c[0][2] * c[0][3] * (1 + c[1][1])
                + c[0][1] * c[0][2] * c[1][3]
                + c[0][1] * c[0][3] * c[1][2];
        double lambda1 = lambda4 * (1 + c[2][2])
                - c[1][2] * c[1][2] * (1 + c[0][0])
                - c[0][2] * c[0][2] * (1 + c[1][1])
                + 2 * c[0][1] * c[0][2] * c[1][2];
        double lambda2 = lambda4 * (1 + c[3][3])
                - c[1][3] * c[1][3] * (1 + c[0][0])
                - c[0][3] * c[0][3] * (1 + c[1][1])
                + 2 * c[0][1] * c[0][3] * c[1][3];
        double expected = 4
                / (Math.PI * Math.PI)
                / Math.sqrt(lambda4)
                * Math.asin(lambda0 / Math.sqrt(lambda1) / Math.sqrt(lambda2));
        MomentFunction function = committee().function("I_4").orElseThrow();
        assertEquals(expected, value(function, c, new double[4]), 1e-14);
    }

    /** By Gauss-Hermite quadrature in as many dimensions as there are fields. */
    @ParameterizedTest
    @ValueSource(strings = {MIXTURE, WIDE})
    void closed_forms_are_the_means_that_they_say(String model) {
        OrderParameterSystem system = Derivation.of(ModelFile.read(model, "model.yaml"));
        int compared = 0;
        for (MomentFunction function : system.functions()) {
            int n = function.fields().size();
            boolean signs = Expansion.contains(
                    function.closed().orElseThrow(),
                    e -> e instanceof Apply a && a.function() == Function.MEAN_OF_SIGNS);
            if (n > 3 || signs) {
                continue;
            }
            double[][] c = covariance(n, new Random(n));
            boolean means = Expansion.contains(function.integrand(), FieldFunction.class::isInstance);
            double[] m = means ? new double[] {0.3, 0.4, -0.6} : new double[3];
            assertEquals(integral(function, c, m), value(function, c, m), 1e-9, function.name());
            compared++;
        }
        assertTrue(compared >= 1);
    }

    /** The derivation computes with Schur complements; the functions with determinants. */
    @ParameterizedTest
    @ValueSource(strings = {"soft-committee", "two-layer"})
    void parts_are_the_functions_of_their_covariances(String model) {
        OrderParameterSystem system = Derivation.of(BundledModels.problem(model));
        Random random = new Random(11);
        Map<Symbol, Double> state = new HashMap<>();
        double[][] gram = covariance(7, random);
        for (StateVariable variable : system.variables()) {
            for (int i = 1; i <= 4; i++) {
                for (int j = 1; j <= 4 && variable.indices().size() == 2; j++) {
                    Symbol symbol = variable.at(List.of(new Position(i), new Position(j)));
                    state.put(symbol, variable.symmetric() ? gram[i - 1][j - 1] : 0.2 * gram[i - 1][3 + j % 4]);
                }
            }
        }
        int compared = 0;
        for (NamedTerm piece : system.pieces()) {
            MomentCall call = piece.call().orElseThrow();
            MomentFunction function = system.function(call.function()).orElseThrow();
            Map<String, IndexTerm> places = new HashMap<>();
            Map<Expression, Integer> next = new HashMap<>();
            piece.indices().forEach(i -> places.put(i.name(), new Position(next.merge(i.extent(), 1, Integer::sum))));
            Substitution at = Substitution.indices(places);
            Map<Symbol, Double> arguments = new HashMap<>();
            for (int i = 0; i < call.arguments().size(); i++) {
                arguments.put(
                        MomentFunction.parameter(function.parameters().get(i)),
                        NumericValue.of(at.in(call.arguments().get(i)), state));
            }
            double expected = NumericValue.of(at.in(piece.value()), state);
            assertEquals(expected, NumericValue.of(function.closed().orElseThrow(), arguments), 1e-12, piece.name());
            compared++;
        }
        assertTrue(compared >= 10);
    }

    /** Reflection of all fields and means leaves the law as it is: classes +1 and -1 share what they are built from. */
    @Test
    void products_that_reflect_each_other_are_one() {
        OrderParameterSystem system = Derivation.of(ModelFile.read(MIXTURE, "mixture.yaml"));
        system.pieces().stream()
                .flatMap(p -> p.call().stream())
                .flatMap(c -> c.fields().stream())
                .forEach(f -> assertTrue(!ExpressionText.of(f).contains("-"), ExpressionText.of(f)));
    }

    /**
     * {@code dm_k/dt = -η √(2/π) E[(Σ_l erf(h_l/√2) - y) exp(-h_k²/2) μ·x]}, of which E[y …] is the same in both classes, as the
     * rest is: probabilities that add up to one are not seen.
     */
    @Test
    void a_field_stays_whole_given_its_class() {
        OrderParameterSystem shown = PaperNotation.of(Derivation.of(ModelFile.read(MIXTURE, "mixture.yaml")))
                .orElseThrow()
                .system();
        assertEquals(
                "-Sqrt[2] eta (Sum[F_2[m[k] + h[k],1 + x_mu,m[l] + h[l]], {l, K}] - F_1[m[k] + h[k],1 + x_mu])/Sqrt[Pi]",
                ExpressionText.of(shown.equations().get(1).rate()));
        assertTrue(shown.shownPieces().isEmpty());
    }

    /** In the classes ±1 an error, a margin and a loss are reflections of each other. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UnitStep[-y Sum[h[k], {k, K}]]",
                "Ramp[1 - y h[1]]",
                "Log[1 + Exp[-y h[1]]]",
                "UnitStep[y h[1]] UnitStep[-y h[2]]",
                "y Tanh[h[1] - h[2]]",
                "Abs[h[2] + y/2]"
            })
    void equal_means_have_one_name(String observable) {
        OrderParameterSystem system = Derivation.of(
                ModelFile.read(MIXTURE + "observables: {e: \"Mean[" + observable + "]\"}\n", "mixture.yaml"));
        Expression mean = system.observables().get(0).value();
        assertTrue(mean instanceof Symbol s && s.kind() == Kind.PIECE, ExpressionText.of(mean));
    }

    /** Independent noise has a moment of its own, and its odd moments vanish before anything is integrated. */
    @Test
    void noise_that_nothing_depends_on_is_averaged_apart() {
        OrderParameterSystem system = Derivation.of(BundledModels.problem("tanh-committee"));
        system.pieces().forEach(p -> assertTrue(!ExpressionText.of(p.shown()).contains("zeta"), p.name()));
        assertEquals(3, system.functions().size());
    }

    private static double value(MomentFunction function, double[][] c, double[] m) {
        Map<Symbol, Double> values = new HashMap<>();
        for (FieldFunction parameter : function.parameters()) {
            List<Integer> places = parameter.fields().stream()
                    .map(f -> Integer.parseInt(((Symbol) f).name().substring(1)) - 1)
                    .toList();
            values.put(
                    MomentFunction.parameter(parameter),
                    places.size() == 1 ? m[places.get(0)] : c[places.get(0)][places.get(1)]);
        }
        return NumericValue.of(function.closed().orElseThrow(), values);
    }

    private static double integral(MomentFunction function, double[][] c, double[] m) {
        int n = c.length;
        double[][] root = root(c);
        int nodes = 48;
        var rule = new org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory().hermite(nodes);
        double sum = 0;
        for (int at = 0; at < Math.pow(nodes, n); at++) {
            double weight = 1;
            double[] z = new double[n];
            for (int i = 0, rest = at; i < n; i++, rest /= nodes) {
                z[i] = Math.sqrt(2) * rule.getPoint(rest % nodes);
                weight *= rule.getWeight(rest % nodes) / Math.sqrt(Math.PI);
            }
            Map<Symbol, Double> values = new HashMap<>();
            for (int i = 0; i < n; i++) {
                double field = 0;
                for (int j = 0; j <= i; j++) {
                    field += root[i][j] * z[j];
                }
                values.put(new Symbol(Kind.FIELD, "#" + (i + 1), List.of()), field);
            }
            sum += weight * NumericValue.of(withMeans(function.integrand(), m), values);
        }
        return sum;
    }

    private static Expression withMeans(Expression e, double[] m) {
        if (e instanceof FieldFunction f) {
            int i = Integer.parseInt(((Symbol) f.fields().get(0)).name().substring(1)) - 1;
            return Expression.of(Math.round(10 * m[i])).over(Expression.of(10));
        }
        return org.macrostate.equations.tensor.Rebuilt.of(e, inner -> withMeans(inner, m));
    }

    private static double[][] root(double[][] c) {
        int n = c.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = c[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
            }
        }
        return root;
    }

    private static double[][] covariance(int n, Random random) {
        List<double[]> vectors = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            vectors.add(random.doubles(n + 2, -0.6, 0.6).toArray());
        }
        double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n + 2; k++) {
                    c[i][j] += vectors.get(i)[k] * vectors.get(j)[k];
                }
            }
        }
        return c;
    }
}
