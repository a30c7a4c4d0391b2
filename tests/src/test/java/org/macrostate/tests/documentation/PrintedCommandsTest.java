package org.macrostate.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that the README, a page or a help prints ends well. One that several print is run once. */
class PrintedCommandsTest {
    /** A map of starts, schedules of free form, and a study: more than ten seconds each. */
    private static final List<String> LONG =
            List.of("macrostate basins", "macrostate control", "macrostate study posterior-collapse");

    private static final Set<String> LANGUAGES = Set.of("sh", "yaml", "java", "csv");
    private static final Set<String> RUN = ConcurrentHashMap.newKeySet();
    private static final Pattern EXAMPLES = Pattern.compile("(?m)^Examples?:((?s:.*))\\z");

    @TempDir
    private Path folder;

    static List<Page> pages() throws IOException {
        return Page.all();
    }

    static Stream<String> commands() {
        Matcher known =
                Pattern.compile("known: (.*)").matcher(help("no-such-command").err());
        assertTrue(known.find());
        return Stream.of(known.group(1).split(", "));
    }

    private static Shell.Result help(String... words) {
        try {
            return new Shell(Path.of("")).type("macrostate " + String.join(" ", words));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void what_a_page_prints_runs(Page page) throws IOException {
        run(page, false);
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("pages")
    void what_takes_longer_runs_too(Page page) throws IOException {
        run(page, true);
    }

    private void run(Page page, boolean slow) throws IOException {
        for (Page.Block block : page.blocks()) {
            assertTrue(
                    LANGUAGES.contains(block.language()), page.name() + ": a block without a test:\n" + block.code());
            if (block.file().isPresent()) {
                Files.writeString(folder.resolve(block.file().get()), block.code());
            } else if (block.language().equals("sh") && !block.isNotRun() && block.isSlow() == slow) {
                for (String command : block.code().lines().toList()) {
                    succeeds(command, page.name());
                }
            } else {
                assertTrue(
                        !Set.of("yaml", "csv").contains(block.language()),
                        page.name() + ": a file without a name:\n" + block.code());
            }
        }
    }

    private void succeeds(String command, String where) throws IOException {
        boolean ofItsOwn = command.startsWith("macrostate") && !command.contains(".yaml");
        if (ofItsOwn && !RUN.add(command)) {
            return;
        }
        Shell.Result result = new Shell(folder).type(command);
        assertEquals(0, result.status(), where + ": " + command + "\n" + result.err());
        boolean says = result.out().length() > 20 || command.contains("--out ");
        assertTrue(says, where + ": " + command + " printed next to nothing");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_s_help_has_examples_that_run(String command) throws IOException {
        Shell.Result help = help(command, "--help");
        assertEquals(0, help.status());
        assertTrue(help.out().lines().allMatch(line -> line.length() <= 110), help.out());
        List<String> examples = examples(help.out());
        Files.writeString(folder.resolve("data.csv"), "a,b,class\n1,2,0\n2,1,1\n4,3,1\n3,5,0\n");
        assertTrue(!examples.isEmpty(), help.out());
        for (String example : examples) {
            if (LONG.stream().noneMatch(example::startsWith) && !example.contains(" start-up")) {
                succeeds(example, command + " --help");
            }
        }
    }

    @Tag("slow")
    @Test
    void examples_that_take_long_run() throws IOException {
        for (String command : commands().toList()) {
            for (String example : examples(help(command, "--help").out())) {
                if (LONG.stream().anyMatch(example::startsWith)) {
                    succeeds(example, command + " --help");
                }
            }
        }
    }

    /** After "Example:" each line is a command, or goes on with one if it does not begin with the program's name. */
    private static List<String> examples(String help) {
        Matcher part = EXAMPLES.matcher(help);
        List<String> examples = new ArrayList<>();
        if (part.find()) {
            for (String line : part.group(1)
                    .lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty())
                    .toList()) {
                if (line.startsWith("macrostate ")) {
                    examples.add(line);
                } else {
                    examples.set(examples.size() - 1, examples.get(examples.size() - 1) + " " + line);
                }
            }
        }
        return examples;
    }

    @Test
    void the_program_alone_says_in_a_screen_what_it_is_and_where_to_begin() {
        Shell.Result alone = help();
        assertEquals(0, alone.status());
        assertTrue(alone.out().lines().count() <= 48, alone.out());
        commands().forEach(command -> assertTrue(alone.out().contains("  " + command + " "), alone.out()));
        assertTrue(alone.out().contains("macrostate show linear-vae"), alone.out());
    }

    @Test
    void every_command_has_its_how_to() throws IOException {
        Set<String> shown = new HashSet<>();
        for (Page.Block block : Page.named("engine/docs/commands.md").blocks()) {
            if (block.language().equals("sh")) {
                block.code().lines().map(line -> line.split(" ")[1]).forEach(shown::add);
            }
        }
        commands().forEach(command -> assertTrue(shown.contains(command), command));
    }

    @Test
    void a_command_has_one_how_to() throws IOException {
        List<String> told = Page.named("engine/docs/commands.md")
                .text()
                .lines()
                .filter(line -> line.matches("## [a-z, -]+:.*"))
                .flatMap(line -> Stream.of(line.substring(3, line.indexOf(':')).split(", ")))
                .toList();
        assertTrue(told.size() > 15, told.toString());
        assertEquals(told.stream().distinct().toList(), told);
    }

    @Test
    void links_between_pages_lead_somewhere() throws IOException {
        Pattern link = Pattern.compile("\\]\\(([^)#]+)(?:#[^)]*)?\\)");
        for (Page page : Page.all()) {
            Matcher found = link.matcher(page.text());
            while (found.find()) {
                Path target = Page.root().resolve(page.name()).getParent().resolve(found.group(1));
                assertTrue(
                        found.group(1).startsWith("http") || Files.exists(target), page.name() + ": " + found.group(1));
            }
        }
    }
}
