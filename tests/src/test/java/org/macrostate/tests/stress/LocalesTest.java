package org.macrostate.tests.stress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macrostate.engine.cli.Cli;

/**
 * The same bytes whatever the user's language, script of digits and time zone: Turkish has a dotless i, Egyptian Arabic and
 * Hindi have digits of their own, German a decimal comma.
 */
class LocalesTest {
    private static final List<String> LANGUAGES = List.of("tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "de-DE");
    private static final List<String> COMMANDS = List.of(
            "models",
            "derive oja --format latex",
            "derive oja --format c",
            "thresholds linear-vae --state collapsed --solve beta",
            "integrate oja --until 2 --points 3 --json",
            "fixed-points linear-regression",
            "fixed-points no-such-model",
            "simulate oja --dimension 20 --until 1 --points 3 --format table",
            "integrate oja --until 1 --schedule ti",
            "integrate oja --until 1 --points 4 --out OUT/trajectory.svg",
            "integrate oja --until 1 --points 4 --out OUT/page.html",
            "basins linear-vae --start m=-0.5:0.5:3,d=0.1 --out OUT/basins");

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @TempDir
    private Path folder;

    @AfterEach
    void as_before() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    private Map<String, String> all(Path out) throws IOException {
        Map<String, String> results = new TreeMap<>();
        for (String command : COMMANDS) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PrintStream both = new PrintStream(bytes, true, StandardCharsets.UTF_8);
            int status = Cli.run(
                    command.replace("OUT", out.toString())
                            .concat(command.equals("models") ? "" : " --quiet")
                            .split(" "),
                    both,
                    both);
            results.put(
                    command,
                    status + " " + bytes.toString(StandardCharsets.UTF_8).replace(out.toString(), "OUT"));
        }
        return results;
    }

    @Test
    void no_language_and_no_time_zone_changes_a_byte() throws IOException {
        Locale.setDefault(Locale.ROOT);
        Path plain = folder.resolve("plain");
        Map<String, String> expected = all(plain);
        List<String> refused = List.of("fixed-points no-such-model", "integrate oja --until 1 --schedule ti");
        expected.forEach(
                (command, said) -> assertEquals(refused.contains(command) ? "2 " : "0 ", said.substring(0, 2), said));
        for (String language : LANGUAGES) {
            Locale.setDefault(Locale.forLanguageTag(language));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Path here = folder.resolve(language);
            assertEquals(expected, all(here), language);
            try (Stream<Path> files = Files.walk(plain)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path other = here.resolve(plain.relativize(file));
                    assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other), language + " " + other);
                }
            }
        }
    }
}
