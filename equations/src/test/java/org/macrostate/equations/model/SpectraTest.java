package org.macrostate.equations.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.macrostate.equations.BadInput;

/** Spectra as a user writes them, what is refused, and the moments that their nodes have to give. */
class SpectraTest {
    private static final String MODEL = """
            model: regression
            sizes: {B: 2}
            parameters: {tau: {value: 0.4}, lam: {copies: B, value: [2, 1]}, f: {copies: B, value: [2/5, 3/5]}}
            spectra: {S: SPECTRUM}
            vectors: {u: {fixed: identityBLOCKS}, w: {rate: tau}}
            randoms: {c: {law: {values: [-1, 1], probabilities: [1/2, 1/2]}}, z: {law: normal}}
            samples: {x: "NOISE"}
            fields: {h: w . x, y: u . x}
            loss: 1/2 (h - y)^2
            order: {R: w . u, Q: w . w}
            observables: {o: "OBSERVED"}
            """;

    private static String model(String spectrum, String blocks, String noise, String observed) {
        return MODEL.replace("SPECTRUM", spectrum)
                .replace("BLOCKS", blocks.isEmpty() ? "" : ", blocks: " + blocks)
                .replace("NOISE", noise)
                .replace("OBSERVED", observed);
    }

    private static LearningProblem problem(String spectrum) {
        return ModelFile.read(model(spectrum, "", "noise[S]", "w.w"), "m.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{blocks: [{weight: 1/2, value: 1}, {weight: 1/3, value: 2}]} | | noise[S] | w.w | must add up to 1, found 0.8333333333333333",
                "{blocks: [{weight: 1/2, value: 1}, {weight: 1/2, value: -2}]} | | noise[S] | w.w | the eigenvalue of block 2 of spectrum S must be nonnegative, was -2",
                "{blocks: [{weight: 1/2, value: 1}, {weight: 1/2, value: c}]} | | noise[S] | w.w | the eigenvalue of block 2 of spectrum S must be nonnegative, was -1",
                "{blocks: [{weight: 1/2, value: 1}, {weight: 1/2, value: z^2}]} | | noise[S] | w.w | z is normal",
                "{blocks: [{weight: 3/2, value: 1}, {weight: -1/2, value: 2}]} | | noise[S] | w.w | the weight of block 1 of spectrum S must be above 0 and at most 1, was 1.5",
                "{blocks: [{weight: 1/2}, {weight: 1/2, value: 2}]} | | noise[S] | w.w | a block needs a 'value'",
                "{blocks: [{weight: 1, valeu: 2}]} | | noise[S] | w.w | unknown key of a block 'valeu'",
                "{blocks: B, value: ~lam[b]~} | | noise[S] | w.w | spectrum S needs a 'weight' in the index b",
                "{} | | noise[S] | w.w | spectrum S has one of blocks, power, marchenko-pastur, density, values; found none",
                "{power: {exponent: -3/2}} | | noise[S] | w.w | the exponent of a power law must be above -1, was -1.5",
                "{power: {exponent: 1, nodes: 500}} | | noise[S] | w.w | a spectrum may have at most 200 nodes, found 500",
                "{marchenko-pastur: {ratio: -1}} | | noise[S] | w.w | the ratio of a Marchenko-Pastur law must be positive, was -1",
                "{density: {expression: 1/x, from: 0, to: 1}} | | noise[S] | w.w | the density is not normalisable",
                "{density: {expression: 1/(2 - x), from: 1, to: 2}} | | noise[S] | w.w | the density is not normalisable",
                "{density: {expression: 0 x, from: 0, to: 1}} | | noise[S] | w.w | its integral must be positive and finite, was 0",
                "{density: {expression: x - 1/2, from: 0, to: 1}} | | noise[S] | w.w | a density must be nonnegative, was",
                "{density: {expression: x, from: 1, to: 0}} | | noise[S] | w.w | 0 <= from < to; found 1 and 0",
                "{density: {expression: tau x, from: 0, to: 1}} | | noise[S] | w.w | unknown name 'tau'",
                "{values: {file: nowhere.csv}} | | noise[S] | w.w | there is no file 'nowhere.csv' of eigenvalues",
                "{blocks: [{weight: 1, value: 1}]} | [1/2, 1/2] | noise[S] | w.w | vectors u need a share for each of 1 blocks, found 2",
                "{blocks: B, value: ~lam[b]~, weight: ~f[b]~} | [1/2, 1/4] | noise[S] | w.w | the shares of vectors u in the blocks must add up to 1, found 0.75",
                "{blocks: B, value: ~lam[b]~, weight: ~f[b]~} | | noise[T] | w.w | unknown spectrum 'T'",
                "{blocks: B, value: ~lam[b]~, weight: ~f[b]~} | | noise + noise[S] | w.w | noise of several kinds, noise and noise[S]",
                "{blocks: B, value: ~lam[b]~, weight: ~f[b]~} | | noise[S] | Q | 'Q' takes 1 index, found none: the index of a block comes first; the total over blocks is the dot product w . w",
                "{blocks: B, value: ~lam[b]~, weight: ~f[b]~} | | noise[S] | S | spectrum 'S' may stand only in noise[S], or between two vectors",
                "{blocks: B, value: ~lam[b]~, weight: ~f[b]~} | | noise[S] | Q[3] | copies, found index 3",
            })
    void what_is_no_spectrum_is_refused(String spectrum, String blocks, String noise, String observed, String message) {
        String yaml = model(spectrum.replace('~', '"'), blocks == null ? "" : blocks, noise, observed);
        BadInput refusal = assertThrows(BadInput.class, () -> ModelFile.read(yaml, "m.yaml"));
        assertEquals(true, refusal.getMessage().contains(message), refusal::getMessage);
    }

    @Test
    void spectra_of_one_model_share_their_blocks() {
        String two = "{blocks: B, value: \"lam[b]\", weight: \"f[b]\"}, T: {blocks: [{weight: 1, value: 1}]}";
        BadInput number = assertThrows(BadInput.class, () -> problem(two));
        assertEquals(
                true,
                number.getMessage().contains("the spectra of one model share their blocks: S has B, and T has 1"),
                number::getMessage);
        String other =
                "{blocks: B, value: \"lam[b]\", weight: \"f[b]\"}, T: {blocks: B, value: \"lam[b]\", weight: 1/2}";
        BadInput weights = assertThrows(BadInput.class, () -> problem(other));
        assertEquals(true, weights.getMessage().contains("T has other weights than S"), weights::getMessage);
    }

    @Test
    void a_block_asked_of_an_isotropic_model_is_refused() {
        String yaml = model("", "", "noise", "Q[1]").replace("spectra: {S: }\n", "");
        BadInput refusal = assertThrows(BadInput.class, () -> ModelFile.read(yaml, "m.yaml"));
        assertEquals(
                true,
                refusal.getMessage().contains("the model has no spectra, so that its overlaps have no blocks"),
                refusal::getMessage);
    }

    private static double moment(LearningProblem problem, int k) {
        List<Double> values = problem.parameter("S_value").orElseThrow().values();
        List<Double> weights = problem.parameter("S_weight").orElseThrow().values();
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += weights.get(i) * Math.pow(values.get(i), k);
        }
        return sum;
    }

    /** ∫ (s+1) x^s x^k = (s+1)/(s+k+1). */
    @Test
    void n_nodes_of_a_power_law_give_2n_moments() {
        LearningProblem problem = problem("{power: {exponent: -1/3, nodes: 5}}");
        for (int k = 0; k < 10; k++) {
            assertEquals((2.0 / 3) / (2.0 / 3 + k), moment(problem, k), 1e-14);
        }
    }

    /** Narayana's polynomials: 1, 1, 1 + c, 1 + 3c + c², 1 + 6c + 6c² + c³. */
    @Test
    void nodes_of_marchenko_and_pastur_give_their_moments() {
        double c = 0.6;
        LearningProblem problem = problem("{marchenko-pastur: {ratio: 0.6, nodes: 3}}");
        double[] moments = {1, 1, 1 + c, 1 + 3 * c + c * c, 1 + 6 * c + 6 * c * c + c * c * c};
        for (int k = 0; k < moments.length; k++) {
            assertEquals(moments[k], moment(problem, k), 1e-13);
        }
    }

    /** The semicircle on [0, 2], centred at 1 with radius 1: mean 1, variance 1/4, fourth central moment 1/8. */
    @Test
    void nodes_of_a_density_give_its_moments_whatever_its_scale() {
        LearningProblem problem = problem("{density: {expression: \"3 Sqrt[x (2 - x)]\", from: 0, to: 2, nodes: 4}}");
        assertEquals(1, moment(problem, 0), 1e-13);
        assertEquals(1, moment(problem, 1), 1e-12);
        assertEquals(1 + 0.25, moment(problem, 2), 1e-12);
        assertEquals(1 + 6 * 0.25 + 0.125, moment(problem, 4), 1e-12);
        LearningProblem root = problem("{density: {expression: 1/Sqrt[x], from: 0, to: 1, nodes: 3}}");
        assertEquals(1.0 / 3, moment(root, 1), 1e-9);
        assertEquals(1.0 / 5, moment(root, 2), 1e-9);
    }

    @Test
    void eigenvalues_in_a_file_beside_the_model_are_read_and_part_of_its_hash(@TempDir Path folder) throws IOException {
        Path model = folder.resolve("m.yaml");
        Files.writeString(model, model("{values: {file: data.csv, nodes: 2}}", "", "noise[S]", "w.w"));
        Files.writeString(folder.resolve("data.csv"), "eigenvalue\n1\n2\n4\n5\n");
        LearningProblem problem = ModelFile.read(model);
        assertEquals(3, moment(problem, 1), 1e-14);
        assertEquals(46.0 / 4, moment(problem, 2), 1e-13);
        assertEquals((1 + 8 + 64 + 125) / 4.0, moment(problem, 3), 1e-12);
        Files.writeString(folder.resolve("data.csv"), "eigenvalue\n1\n2\n4\n6\n");
        assertEquals(false, problem.hash().equals(ModelFile.read(model).hash()));
        Files.writeString(folder.resolve("data.csv"), "eigenvalue\n1\nmany\n");
        BadInput refusal = assertThrows(BadInput.class, () -> ModelFile.read(model));
        assertEquals(
                true,
                refusal.getMessage().contains("line 3 must have an eigenvalue in column 1, found 'many'"),
                refusal::getMessage);
    }
}
