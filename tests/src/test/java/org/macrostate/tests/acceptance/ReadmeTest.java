package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's own model and commands, run as they are printed. */
class ReadmeTest {
    private static final String PROGRAM = "java -jar engine/target/macrostate.jar ";
    private static final Pattern MODEL = Pattern.compile("<!-- model: (\\S+) -->\n```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("<!-- runs -->\n((?: {4}[^\n]*\n)+)");

    @TempDir
    private Path folder;

    private static String readme() throws Exception {
        return Files.readString(Path.of(System.getProperty("macrostate.root"), "README.md"));
    }

    @Test
    void its_ten_line_model_runs_through_every_command_it_shows() throws Exception {
        Matcher model = MODEL.matcher(readme());
        assertTrue(model.find(), "the README shows a model");
        Files.writeString(folder.resolve(model.group(1)), model.group(2));
        List<String> commands = commands();
        assertTrue(commands.size() >= 5, commands.toString());
        for (String command : commands) {
            Called called = Called.with(command.lines()
                    .flatMap(line -> Pattern.compile(" ").splitAsStream(line))
                    .map(word -> inFolder(word, model.group(1)))
                    .toArray(String[]::new));
            assertEquals(0, called.status(), command + "\n" + called.err());
        }
    }

    @Test
    void what_it_says_of_the_ten_line_model_is_what_the_program_finds() throws Exception {
        Matcher model = MODEL.matcher(readme());
        assertTrue(model.find());
        Path file = Files.writeString(folder.resolve(model.group(1)), model.group(2));
        Called called = Called.with(
                "thresholds", file.toString(), "--state", "learned", "--solve", "tau", "--set", "decay=0.3", "--json");
        // dQ/dt has the slope -2 tau (1 + decay) + tau^2 in Q: stable for tau < 2 + 2 decay.
        assertTrue(called.out().contains("\"value\": 2.6"), called.out());
    }

    private static List<String> commands() throws Exception {
        List<String> commands = new ArrayList<>();
        Matcher block = COMMANDS.matcher(readme());
        while (block.find()) {
            for (String line : block.group(1).lines().map(String::strip).toList()) {
                assertTrue(line.startsWith(PROGRAM), line);
                commands.add(line.substring(PROGRAM.length()));
            }
        }
        return commands;
    }

    private String inFolder(String word, String model) {
        boolean file = word.equals(model) || word.equals(model.replace(".yaml", ""));
        return file ? folder.resolve(word).toString() : word;
    }
}
