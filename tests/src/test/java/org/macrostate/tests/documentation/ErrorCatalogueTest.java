package org.macrostate.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error of the catalogue is made, and gets the whole message that the catalogue says. */
class ErrorCatalogueTest {
    private static final String CATALOGUE = "engine/docs/errors.md";

    @TempDir
    private Path folder;

    private static Stream<Arguments> rows(String heading) throws IOException {
        return PageTable.under(Page.named(CATALOGUE), heading).rows().stream().map(row -> Arguments.of(row.toArray()));
    }

    static Stream<Arguments> models() throws IOException {
        return rows("Model files");
    }

    static Stream<Arguments> studies() throws IOException {
        return rows("Study files");
    }

    static Stream<Arguments> commands() throws IOException {
        return rows("Command lines");
    }

    static Stream<Arguments> numerics() throws IOException {
        return rows("Numerics");
    }

    static Stream<Arguments> doubts() throws IOException {
        return rows("Bounds and doubts");
    }

    static Stream<Arguments> missing() throws IOException {
        return rows("Numbers that are missing");
    }

    static Stream<Arguments> spectra() throws IOException {
        return rows("Spectra");
    }

    static Stream<Arguments> lattices() throws IOException {
        return rows("Lattices");
    }

    static Stream<Arguments> tables() throws IOException {
        return rows("Data tables");
    }

    private static String file(String name) throws IOException {
        return Page.named(CATALOGUE).blocks().stream()
                .filter(block -> block.file().filter(name::equals).isPresent())
                .map(Page.Block::code)
                .findFirst()
                .orElseThrow();
    }

    private void changed(String name, String written, String insteadOf) throws IOException {
        String text = file(name);
        assertTrue(text.contains(insteadOf), "not in the file: " + insteadOf);
        int at = text.indexOf(insteadOf);
        Files.writeString(
                folder.resolve(name), text.substring(0, at) + written + text.substring(at + insteadOf.length()));
    }

    /** A busy machine says how long a command takes. */
    private static final Pattern PROGRESS = Pattern.compile("(?m)^[a-z-]+: .*\\b(?:so far|left)\n");

    private void refused(String command, String message) throws IOException {
        Shell.Result result = new Shell(folder).type(command);
        String said = PROGRESS.matcher(result.err()).replaceAll("").replace(folder.toString() + "/", "");
        assertEquals("macrostate: " + message + "\n", said, command);
        assertEquals("", result.out());
        assertEquals(2, result.status());
    }

    @ParameterizedTest
    @MethodSource("models")
    void of_a_model_file(String written, String insteadOf, String message) throws IOException {
        changed("mine.yaml", written, insteadOf);
        boolean placed = message.startsWith("line ");
        refused("macrostate derive mine.yaml --quiet", (placed ? "mine.yaml, " : "model mine: ") + message);
    }

    @ParameterizedTest
    @MethodSource("spectra")
    void of_a_spectrum(String written, String insteadOf, String message) throws IOException {
        changed("spectra.yaml", written, insteadOf);
        boolean placed = message.startsWith("line ");
        refused("macrostate derive spectra.yaml --quiet", (placed ? "spectra.yaml, " : "model spectra: ") + message);
    }

    @ParameterizedTest
    @MethodSource("lattices")
    void of_a_lattice(String written, String insteadOf, String message) throws IOException {
        changed("lattice.yaml", written, insteadOf);
        refused("macrostate derive lattice.yaml --quiet", "lattice.yaml, " + message);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void of_a_table_of_data(String written, String insteadOf, String command, String message) throws IOException {
        changed("data.csv", written, insteadOf);
        refused(command, message);
    }

    @ParameterizedTest
    @MethodSource("studies")
    void of_a_study_file(String written, String insteadOf, String message) throws IOException {
        changed("study.yaml", written, insteadOf);
        refused("macrostate study study.yaml --out out --quiet", message);
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void of_a_command_line(String command, String message) throws IOException {
        refused(command, message);
    }

    @ParameterizedTest
    @MethodSource("numerics")
    void of_the_numerics(String command, String message) throws IOException {
        for (String name : List.of("blowup.yaml", "log.yaml", "nowhere.yaml")) {
            Files.writeString(folder.resolve(name), file(name));
        }
        Shell.Result result = new Shell(folder).type(command + " --quiet");
        String expected =
                Pattern.quote("macrostate: not converged: " + message + "\n").replace("…", "\\E[-+.\\dEe]*\\Q");
        assertTrue(Pattern.matches(expected, result.err()), result.err());
        assertTrue(result.out().length() > 0, "what was reached is delivered");
        assertEquals(3, result.status());
    }

    @ParameterizedTest
    @MethodSource("doubts")
    void of_bounds_that_are_reached(String command, String message) throws IOException {
        for (String name : List.of("crossing.yaml", "comb.yaml")) {
            Files.writeString(folder.resolve(name), file(name));
        }
        Shell.Result result = new Shell(folder).type(command + " --quiet");
        String expected = Pattern.quote("macrostate: note: " + message + "\n").replace("…", "\\E[-+.\\dEe]*\\Q");
        assertTrue(Pattern.compile(expected).matcher(result.err()).lookingAt(), result.err());
        assertTrue(result.out().length() > 0, "what was reached is delivered");
        assertEquals(3, result.status());
    }

    @ParameterizedTest
    @MethodSource("missing")
    void of_numbers_that_are_missing(String command, String message) throws IOException {
        Files.writeString(folder.resolve("angle.yaml"), file("angle.yaml"));
        Shell.Result result = new Shell(folder).type(command + " --quiet");
        assertEquals("macrostate: note: " + message + "\n", result.err());
        assertFalse(result.out().contains("NaN"), result.out());
        assertEquals(0, result.status());
    }

    @Test
    void the_catalogue_is_long_enough_to_be_one() throws IOException {
        assertTrue(
                models().count() > 100 && studies().count() > 25 && commands().count() > 75, "rows were lost");
    }

    @Test
    void only_debug_shows_where_in_the_program() throws IOException {
        String command = "macrostate derive linear-vae --set rho=-1";
        assertFalse(new Shell(folder).type(command).err().contains("\tat "));
        assertTrue(new Shell(folder).type(command + " --debug").err().contains("\tat org.macrostate."));
    }
}
