package org.macrostate.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The launcher of Windows, which no machine here can start, read as the command processor reads it. */
class LauncherTextTest {
    private static String text() throws IOException {
        return Files.readString(Page.root().resolve("engine/src/main/launcher/macrostate.bat"));
    }

    private static Stream<String> code() throws IOException {
        return text().lines().filter(line -> !line.startsWith("rem ") && !line.isBlank());
    }

    @Test
    void lines_end_as_windows_wants_and_only_ascii_is_in_them() throws IOException {
        assertFalse(Pattern.compile("(?<!\r)\n").matcher(text()).find(), "a line ends in LF alone");
        assertTrue(text().chars().allMatch(c -> c < 128));
        assertTrue(Files.readString(Page.root().resolve(".gitattributes")).contains("*.bat text eol=crlf"));
    }

    @Test
    void a_folder_with_parentheses_ends_no_block_because_there_is_none() throws IOException {
        assertEquals(
                List.of(),
                code().filter(line -> line.contains("(") || line.contains(")")).toList());
    }

    @Test
    void every_jump_has_its_label_and_every_quote_its_partner() throws IOException {
        TreeSet<String> labels = new TreeSet<>();
        code().filter(line -> line.startsWith(":")).forEach(line -> labels.add(line.substring(1)));
        Matcher jump = Pattern.compile("goto (\\w+)").matcher(text());
        TreeSet<String> jumps = new TreeSet<>();
        while (jump.find()) {
            jumps.add(jump.group(1));
        }
        assertEquals(labels, jumps);
        code().forEach(line ->
                assertEquals(0, line.chars().filter(c -> c == '"').count() % 2, line));
    }

    /** How much later than by default the optimising compiler is asked. */
    @Test
    void launchers_and_installers_start_java_with_the_same_thresholds() throws IOException {
        Pattern threshold = Pattern.compile("-XX:Tier4\\w+=\\d+");
        List<TreeSet<String>> all = new ArrayList<>();
        for (String name : List.of("macrostate", "macrostate.bat", "installers.sh")) {
            Matcher found =
                    threshold.matcher(Files.readString(Page.root().resolve("engine/src/main/launcher/" + name)));
            TreeSet<String> thresholds = new TreeSet<>();
            while (found.find()) {
                thresholds.add(found.group());
            }
            all.add(thresholds);
        }
        assertEquals(4, all.get(0).size(), all.toString());
        assertEquals(all.get(0), all.get(1));
        assertEquals(all.get(0), all.get(2));
    }

    /** The places of CachePlace, in its order, and the file that start-up writes there. */
    @Test
    void the_archive_of_the_cache_is_looked_for_where_start_up_puts_it() throws IOException {
        List<String> order = List.of(
                "%HERE%macrostate.jsa",
                "\"%MACROSTATE_CACHE%\"==\"off\"",
                "%XDG_CACHE_HOME%\\macrostate",
                "%LOCALAPPDATA%\\macrostate",
                "<\"%CACHE%\\start-up.txt\"",
                "\"%JAVA%\" ");
        int from = 0;
        for (String place : order) {
            int at = text().indexOf(place, from);
            assertTrue(at >= from, place);
            from = at;
        }
        assertTrue(Files.readString(
                        Page.root().resolve("engine/src/main/java/org/macrostate/engine/cli/StartUpCommand.java"))
                .contains("\"start-up.txt\""));
    }

    @Test
    void java_is_looked_for_where_the_other_launcher_looks_and_its_status_is_handed_on() throws IOException {
        Path other = Page.root().resolve("engine/src/main/launcher/macrostate");
        for (String name : List.of("MACROSTATE_JAVA", "JAVA_HOME", "MACROSTATE_JAVA_OPTS", "macrostate.jsa", "lib")) {
            assertTrue(text().contains(name) && Files.readString(other).contains(name), name);
        }
        String start =
                code().filter(line -> line.startsWith("\"%JAVA%\"")).findFirst().orElseThrow();
        assertTrue(start.endsWith("-jar \"%JAR%\" %*"), start);
        List<String> lines = code().toList();
        assertEquals("exit /b %ERRORLEVEL%", lines.get(lines.indexOf(start) + 1));
    }
}
