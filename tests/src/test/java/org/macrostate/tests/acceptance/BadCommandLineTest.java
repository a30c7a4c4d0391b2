package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input leaves nothing behind; which message it gets is tested with the catalogue of errors. */
class BadCommandLineTest {

    @Test
    void nothing_is_written_after_bad_input(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out.csv");
        Called called =
                Called.with("integrate", "linear-vae", "--until", "1", "--set", "tau=-1", "--out", out.toString());
        assertEquals(2, called.status());
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void a_learning_rate_is_positive_whatever_its_domain(@TempDir Path folder) throws Exception {
        Path model = folder.resolve("mine.yaml");
        Files.writeString(model, """
                model: mine
                parameters: {eta: {value: 0.1}}
                vectors: {B: {fixed: identity}, J: {rate: eta}}
                samples: {xi: noise}
                fields: {x: J . xi, y: B . xi}
                loss: (x - y)^2 / 2
                """);
        assertEquals(
                "macrostate: learning rate eta must be positive, was -0.1\n",
                Called.with("derive", model.toString(), "--set", "eta=-0.1").err());
    }

    @Test
    void a_stack_trace_is_shown_only_when_asked_for() {
        assertFalse(Called.line("derive lnear-vae").err().contains("\tat "));
        assertTrue(Called.line("derive lnear-vae --debug").err().contains("\tat "));
    }

    @Test
    void a_model_file_says_where_it_is_wrong(@TempDir Path folder) throws Exception {
        Path model = folder.resolve("mine.yaml");
        Files.writeString(model, "model: mine\nparameters: {tau: {value: 1}}\nflow: {X: -tua X}\n");
        Called called = Called.with("derive", model.toString());
        assertEquals(2, called.status());
        assertTrue(called.err().startsWith("macrostate: " + model + ", line 3, column "), called.err());
        assertTrue(called.err().contains("'tua'") && called.err().contains("did you mean 'tau'?"), called.err());
    }
}
