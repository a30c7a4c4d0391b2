package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every bundled study from the question to the report: exit status 0 says that all of its claims hold, the published
 * values they quote among them, such as the error .03226 at t = 1000 of arXiv:2310.15440.
 */
class BundledStudiesTest {
    @Tag("slow")
    @ParameterizedTest
    @MethodSource("org.macrostate.engine.study.BundledStudies#names")
    void the_claims_of_a_bundled_study_hold(String name, @TempDir Path folder) throws Exception {
        Path out = folder.resolve(name);
        Called.with("study", name, "--out", out.toString(), "--quiet").succeeds();
        assertTrue(Files.size(out.resolve("report.html")) > 10_000);
    }
}
