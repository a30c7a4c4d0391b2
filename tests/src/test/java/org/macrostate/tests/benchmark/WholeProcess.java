package org.macrostate.tests.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in a process of its own. */
final class WholeProcess {
    private WholeProcess() {}

    /**
     * Processor time of the program as its launcher starts it, in ms, user and system: the shell that starts it is asked what its
     * children took.
     */
    static double milliseconds(List<String> arguments) {
        Path here = Path.of("").toAbsolutePath();
        List<String> program = new ArrayList<>(
                List.of(here.resolve("../engine/target/macrostate").toString()));
        program.addAll(arguments);
        return milliseconds(here, program);
    }

    /** Processor time of any program that is run in a folder, in ms. */
    static double milliseconds(Path folder, List<String> program) {
        List<String> line =
                new ArrayList<>(List.of("bash", "-c", "\"$@\" >/dev/null 2>&1 || exit; LC_ALL=C times", "bash"));
        line.addAll(program);
        try {
            Process process = new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(program + " ended with status " + status);
            }
            return ofChildren(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Of what {@code times} prints: user and system time of the shell, and in a second line of its children, as 0m1.234s. */
    static double ofChildren(String said) {
        List<String> lines = said.lines().toList();
        double sum = 0;
        for (String time : lines.get(lines.size() - 1).split(" ", -1)) {
            String[] parts = time.replace("s", "").split("m", -1);
            sum += 60 * Double.parseDouble(parts[0]) + Double.parseDouble(parts[1]);
        }
        return 1e3 * sum;
    }
}
