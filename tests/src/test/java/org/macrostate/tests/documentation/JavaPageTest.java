package org.macrostate.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of every page, pasted into JShell with the runnable jar on its class path. */
class JavaPageTest {
    private static final Path JAR = Path.of(System.getProperty("macrostate.jar", "../engine/target/macrostate.jar"));

    @Test
    void the_java_of_the_pages_runs_in_jshell_and_finds_what_mathematics_says() throws IOException {
        assumeTrue(Files.exists(JAR), () -> "built by the phase package: " + JAR);
        String printed = pasted(code());
        assertTrue(printed.contains("[R, Q] COMPLETED"), printed);
        // dQ/dt has the slope -2 tau (1 + decay) + tau^2 in Q.
        assertTrue(printed.contains("tau = Optional[2 + 2 decay]"), printed);
        // decay = 0.3: R = 1/1.3, and dQ/dt = 0 for tau = 0.2, sigma = 0.5 gives 0.48 Q = 0.32/1.3 + 0.05.
        double r = 1 / 1.3;
        double q = (0.4 * r - 0.08 * r + 0.04 * 1.25) / 0.48;
        Matcher point = Pattern.compile("\\[([-.\\dE]+), ([-.\\dE]+)\\] STABLE").matcher(printed);
        assertTrue(point.find(), printed);
        assertEquals(r, Double.parseDouble(point.group(1)), 1e-9);
        assertEquals(q, Double.parseDouble(point.group(2)), 1e-9);
    }

    /** As a person does it: the program jshell, the page's lines on its standard input, the documented class path. */
    @Test
    void it_runs_when_it_is_pasted_into_the_program_jshell(@TempDir Path folder) throws Exception {
        assumeTrue(Files.exists(JAR), () -> "built by the phase package: " + JAR);
        Path jshell = Path.of(System.getProperty("java.home"), "bin", "jshell");
        assumeTrue(Files.isExecutable(jshell), "no jshell beside this Java");
        Path lines = Files.writeString(folder.resolve("lines"), code() + "\n/exit\n");
        Path printed = folder.resolve("printed");
        Process process = new ProcessBuilder(jshell.toString(), "--class-path", JAR.toString())
                .redirectInput(lines.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        assertTrue(process.waitFor(20, TimeUnit.MINUTES));
        String text = Files.readString(printed);
        assertTrue(text.contains("tau = Optional[2 + 2 decay]") && text.contains("] STABLE"), text);
        assertFalse(text.contains("Error:") || text.contains("xception"), text);
    }

    @Test
    void it_is_thirty_lines_without_imports() throws IOException {
        long lines = code().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("import "))
                .count();
        assertTrue(lines <= 30, lines + " lines");
    }

    private static String code() throws IOException {
        StringBuilder code = new StringBuilder();
        for (Page page : Page.all()) {
            page.blocks().stream().filter(b -> b.language().equals("java")).forEach(b -> code.append(b.code()));
        }
        assertTrue(code.length() > 0, "there is Java on the pages");
        return code.toString();
    }

    private static String pasted(String code) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        PrintStream before = System.out;
        System.setOut(out);
        try (JShell shell = JShell.builder().executionEngine("local").out(out).build()) {
            shell.addToClasspath(JAR.toString());
            shell.eval("import java.util.*;");
            String rest = code;
            while (!rest.isBlank()) {
                SourceCodeAnalysis.CompletionInfo next =
                        shell.sourceCodeAnalysis().analyzeCompletion(rest);
                shell.eval(next.source()).forEach(event -> assertEquals(List.of(), complaints(shell, event)));
                rest = next.remaining();
            }
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static List<String> complaints(JShell shell, SnippetEvent event) {
        List<String> complaints = new ArrayList<>();
        if (event.status() == Snippet.Status.REJECTED) {
            shell.diagnostics(event.snippet()).forEach(d -> complaints.add(d.getMessage(null)));
        }
        if (event.exception() != null) {
            complaints.add(event.snippet().source() + ": " + event.exception());
        }
        return complaints;
    }
}
