package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says of its model; that its commands run is tested with all other pages. */
class ReadmeTest {
    private static final Pattern MODEL = Pattern.compile("<!-- file: (\\S+) -->\n```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void what_it_says_of_the_ten_line_model_is_what_the_program_finds() throws Exception {
        Matcher model = MODEL.matcher(Files.readString(Path.of(System.getProperty("macrostate.root"), "README.md")));
        assertTrue(model.find());
        Path file = Files.writeString(folder.resolve(model.group(1)), model.group(2));
        Called called = Called.with(
                "thresholds", file.toString(), "--state", "learned", "--solve", "tau", "--set", "decay=0.3", "--json");
        // dQ/dt has the slope -2 tau (1 + decay) + tau^2 in Q: stable for tau < 2 + 2 decay.
        assertTrue(called.out().contains("\"value\": 2.6"), called.out());
    }
}
