package org.macrostate.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.macrostate.engine.cli.Cli;

/** Types what a page prints, in a folder of its own: files it names are there, results go there. */
record Shell(Path folder) {
    private static final List<String> PROGRAM = List.of("macrostate ", "java -jar engine/target/macrostate.jar ");

    record Result(int status, String out, String err) {}

    /** A command as printed: {@code macrostate …}, perhaps with {@code > file}. */
    Result type(String command) throws IOException {
        String start = PROGRAM.stream().filter(command::startsWith).findFirst().orElse("");
        assertTrue(!start.isEmpty(), "no command of the program: " + command);
        String[] sides = command.substring(start.length()).split(" > ", 2);
        boolean redirected = sides.length == 2 && sides[1].matches("[\\w.-]+");
        List<String> words = Words.of(redirected ? sides[0] : command.substring(start.length()));
        Result result = run(inFolder(words));
        if (redirected) {
            Files.writeString(folder.resolve(sides[1]), result.out());
        }
        return result;
    }

    private List<String> inFolder(List<String> words) {
        List<String> here = new ArrayList<>();
        for (String word : words) {
            boolean isResult =
                    !word.isEmpty() && !here.isEmpty() && List.of("--out", "-o").contains(here.get(here.size() - 1));
            here.add(
                    isResult || Files.isRegularFile(folder.resolve(word))
                            ? folder.resolve(word).toString()
                            : word);
        }
        return here;
    }

    private static Result run(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Cli.run(
                words.toArray(String[]::new),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
