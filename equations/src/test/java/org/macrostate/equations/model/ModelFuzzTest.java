package org.macrostate.equations.model;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.equations.BadInput;

/** Whatever is done to a model's text, reading it gives a problem or a message, soon. */
class ModelFuzzTest {
    private static final int MUTANTS = 1000;
    private static final List<String> FRAGMENTS = List.of(
            "[",
            "]",
            "{",
            "}",
            "(",
            ")",
            ":",
            ": ",
            "- ",
            "\n",
            "\n  ",
            "\t",
            "#",
            "&a ",
            "*a",
            "!!int ",
            "|\n",
            ">\n",
            "'",
            "\"",
            ",",
            ".",
            "^",
            "/0",
            "^1000",
            "^-1",
            "Sum[",
            ", {k, M}]",
            "{k, 1000}",
            "noise",
            "KroneckerDelta[k,l]",
            "w[k].x",
            "Mean[",
            "1e400",
            "999999999",
            "-",
            "True",
            "If[",
            "t",
            "\u0000",
            "\uD83D",
            "\uE000",
            "é",
            "<<: ",
            "? ",
            "%",
            "@",
            "copies: M",
            "rate: tau",
            "identity",
            "matrix [[1]]",
            "diagonal [",
            "~",
            "||",
            "&&",
            "<");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void only_bad_input_comes_out_and_soon(long seed) {
        Random random = new Random(seed);
        List<String> names = BundledModels.names();
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            String text = BundledModels.text(names.get(random.nextInt(names.size())));
            for (int n = random.nextInt(4); n >= 0; n--) {
                text = mutated(text, random);
            }
            refused += refuses(text) ? 1 : 0;
        }
        assertTrue(refused > MUTANTS / 2, "mutants refused: " + refused);
        assertTrue(refused < MUTANTS, "mutants refused: " + refused);
    }

    private static boolean refuses(String text) {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(2),
                () -> {
                    try {
                        ModelFile.read(text, "mutant");
                        return false;
                    } catch (BadInput e) {
                        assertFalse(e.what().isBlank());
                        assertTrue(e.getMessage().startsWith("mutant"), e.getMessage());
                        return true;
                    }
                },
                () -> "on the text\n" + text);
    }

    private static String mutated(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int length = Math.min(text.length() - at, random.nextInt(12));
        String piece = text.substring(at, at + length);
        return switch (random.nextInt(6)) {
            case 0 -> text.substring(0, at) + text.substring(at + length);
            case 1 -> text.substring(0, at) + piece.repeat(2 + random.nextInt(30)) + text.substring(at + length);
            case 2 -> {
                int to = random.nextInt(text.length() + 1);
                yield text.substring(0, to) + piece + text.substring(to);
            }
            case 3 -> text.substring(0, at);
            default ->
                text.substring(0, at)
                        + FRAGMENTS.get(random.nextInt(FRAGMENTS.size())).repeat(random.nextInt(20) == 0 ? 300 : 1)
                        + text.substring(at);
        };
    }
}
