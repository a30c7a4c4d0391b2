package org.macrostate.solvers.fixedpoint;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Limit;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;
import org.macrostate.solvers.kernel.CompiledSystem;

/**
 * Losses drawn at random, of one network or two, with regularisers: at every fixed point that is reported, collapsed ones among them,
 * the leading eigenvalue is the rate at which a deviation grows under the compiled rates.
 */
class RandomModelsGrowthTest {
    private static final int NODES = 24;
    private static final int EVERY_DAY = 12;
    private static final int ALL = 40;

    /** What the two fields of a loss are of: a text of vectors, samples and names, whose fields are h and g. */
    private static final List<String> NETWORKS = List.of(
            // one network on two views of one sample
            """
            vectors: {u: {fixed: identity}, w: {rate: tau}}
            randoms: {c: normal}
            samples: {x: "Sqrt[rho] c u + Sqrt[eta] noise", y: "Sqrt[rho] c u + Sqrt[eta] noise"}
            fields: {h: w . x, g: w . y}
            order: {m: w . u, Q: w . w}
            """,
            // two networks on one sample
            """
            vectors: {u: {fixed: identity}, w: {rate: tau}, v: {rate: tau}}
            randoms: {c: normal}
            samples: {x: "Sqrt[rho] c u + Sqrt[eta] noise"}
            fields: {h: w . x, g: v . x}
            order: {m: w . u, d: v . u, Q: w . w, E: v . v, R: w . v}
            """,
            // two networks on two samples that share a cause
            """
            vectors: {u: {fixed: identity}, a: {fixed: identity}, w: {rate: tau}, v: {rate: taup}}
            randoms: {c: rademacher}
            samples: {x: "Sqrt[rho] c u + Sqrt[eta] noise", y: "Sqrt[rho] c a + noise"}
            fields: {h: w . x, g: v . y}
            order: {m: w . u, d: v . a, Q: w . w, E: v . v}
            """,
            // a student and a teacher
            """
            vectors: {u: {fixed: identity}, w: {rate: tau}}
            samples: {x: noise}
            fields: {h: w . x, g: u . x}
            order: {m: w . u, Q: w . w}
            """);

    /** Terms with closed forms. */
    private static final List<String> CLOSED = List.of(
            "-A h g",
            "-A h g + A h^2 g^2/6",
            "-A h Erf[B g]",
            "-A Erf[h] Erf[B g]",
            "A (Erf[B h] - Erf[g])^2/2",
            "-A g^2/2 - A h^2/2",
            "A Exp[-h^2/2] - A h g/2",
            "-A Ramp[h] Ramp[g]",
            "A (h^2 - 1)^2/8 - A h g/4",
            "-A h g^3/6 - A h^2/3");

    /** Terms that are integrated. */
    private static final List<String> INTEGRATED = List.of(
            "A Softplus[-B h g]",
            "-A Tanh[B h] Tanh[g]",
            "A Log[Cosh[B h]] - A h g",
            "-A h Sin[B g]",
            "A Log[1 + h^2/4 + g^2/4] - A h g",
            "-A Exp[-(h - g)^2/2] - A h g/3");

    private static final List<String> REGULARISERS =
            List.of("K (w.w)/2", "K (w.w)/2 + K (w.w)^2/8", "K (w.w - 1/2)^2/2", "K (w.w)/2 + h^4/40");

    /** Of a number, the same model whenever it is asked for, with closed forms below twelve. */
    private static String model(int number) {
        Random random = new Random(4000 + number);
        String networks = NETWORKS.get(number % NETWORKS.size());
        List<String> terms = new ArrayList<>();
        terms.add(drawn(random, number < EVERY_DAY || random.nextInt(3) == 0 ? CLOSED : INTEGRATED));
        if (random.nextBoolean()) {
            terms.add(drawn(random, CLOSED));
        }
        terms.add(drawn(random, REGULARISERS));
        if (networks.contains("v: {rate")) {
            terms.add(drawn(random, REGULARISERS).replace("w.w", "v.v").replace("h^4", "g^4"));
        }
        return "model: random-" + number + "\nparameters: {rho: " + number(random, 0.5, 2) + ", eta: "
                + number(random, 0.3, 1) + ", tau: {value: 0.1}, taup: {value: 0.07}}\n" + networks + "loss: \""
                + String.join(" + ", terms).replace("+ -", "- ") + "\"\n";
    }

    private static String drawn(Random random, List<String> terms) {
        return terms.get(random.nextInt(terms.size()))
                .replace("A", number(random, 0.4, 1.6))
                .replace("B", number(random, 0.5, 1.5))
                .replace("K", number(random, 0.2, 2.5))
                .replace("Abs", "Abs");
    }

    private static String number(Random random, double from, double to) {
        return String.format(Locale.ROOT, "%.2f", from + (to - from) * random.nextDouble());
    }

    /** How many leading eigenvalues were compared in one model. */
    private static int compared(int number) {
        String text = model(number);
        LearningProblem problem = ModelFile.read(text, "random");
        CompiledSystem system = CompiledSystem.of(
                BoundSystem.of(Derivation.of(problem, Limit.FINITE_RATE, NODES), Sizes.of(problem, Map.of())));
        return assertDoesNotThrow(() -> MeasuredGrowth.compareAll(system, 8), text);
    }

    @Test
    void eigenvalues_are_growth_rates() {
        int compared = IntStream.range(0, EVERY_DAY)
                .map(RandomModelsGrowthTest::compared)
                .sum();
        assertTrue(compared >= 2 * EVERY_DAY, "compared " + compared);
    }

    @Test
    @Tag("slow")
    void eigenvalues_are_growth_rates_of_many() {
        int compared = IntStream.range(EVERY_DAY, ALL)
                .map(RandomModelsGrowthTest::compared)
                .sum();
        assertTrue(compared >= ALL - EVERY_DAY, "compared " + compared);
    }
}
