package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thresholds in closed form in the number of copies. */
class ThresholdsInSizesTest {
    /** The gradient by h_k is Σ_j h_j + h_k, (M + 1) h where all are equal; steps contract as long as η (M + 1) is below 2. */
    private static final String MODEL = """
            model: sum
            sizes: {M: 3}
            parameters: {eta: {value: 0.1, domain: positive}}
            vectors: {w: {copies: M, rate: eta}}
            samples: {x: noise}
            fields: {h: w . x}
            loss: "1/2 Sum[h[k], {k, M}]^2 + 1/2 Sum[h[k]^2, {k, M}]"
            order: {Q: w . w}
            states: {zero: {Q: 0}}
            """;

    @TempDir
    Path folder;

    @Test
    void the_subspace_of_equal_copies_has_its_threshold_in_the_size() throws IOException {
        Path model = Files.writeString(folder.resolve("sum.yaml"), MODEL);
        String out = Called.with(
                        "thresholds", model.toString(), "--state", "zero", "--solve", "eta", "--subspace", "symmetric")
                .out();
        assertEquals("zero: stable iff eta < 2/(1 + M)", out.lines().findFirst().orElseThrow());
    }

    @Test
    void the_whole_state_has_the_same_threshold_at_its_size_and_a_note_for_any() throws IOException {
        Path model = Files.writeString(folder.resolve("sum.yaml"), MODEL);
        String out = Called.with("thresholds", model.toString(), "--state", "zero", "--solve", "eta")
                .out();
        assertEquals("zero: stable iff eta < 1/2", out.lines().findFirst().orElseThrow());
        assertTrue(out.contains("eta = 2/(1 + M) for any M >= 2"), out);
    }
}
