package org.macrostate.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The completion scripts are accepted by their shells and complete what there is. */
class CompletionTest {
    @TempDir
    private Path folder;

    private Path script(String shell) throws IOException {
        Shell.Result printed = new Shell(folder).type("macrostate completion " + shell);
        assertEquals(0, printed.status(), printed.err());
        return Files.writeString(folder.resolve("completion." + shell), printed.out());
    }

    private String run(String shell, String... arguments) throws Exception {
        assumeTrue(isInstalled(shell), "no " + shell + " here");
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(shell), Stream.of(arguments)).toList())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), printed);
        return printed;
    }

    private static boolean isInstalled(String shell) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, shell)));
    }

    @Test
    void bash_completes_commands_and_options() throws Exception {
        String answers = run("bash", "--norc", "-c", """
                source '%s' || exit 1
                complete -p macrostate || exit 1
                COMP_WORDS=(macrostate thr); COMP_CWORD=1; COMP_LINE='macrostate thr'; COMP_POINT=14
                _complete_macrostate; echo "command: ${COMPREPLY[*]}"
                COMP_WORDS=(macrostate thresholds --sol); COMP_CWORD=2
                _complete_macrostate; echo "option: ${COMPREPLY[*]}"
                """.formatted(script("bash")));
        assertTrue(answers.contains("command: thresholds"), answers);
        assertTrue(answers.contains("option: --solve"), answers);
    }

    @Test
    void zsh_accepts_its_script() throws Exception {
        run("zsh", "-n", script("zsh").toString());
    }

    @Test
    void another_shell_is_named_with_those_there_are() throws IOException {
        Shell.Result refused = new Shell(folder).type("macrostate completion fish");
        assertEquals("macrostate: unknown value of SHELL 'fish'; known: bash, zsh\n", refused.err());
        assertEquals(2, refused.status());
        assertEquals(List.of(), refused.out().lines().toList());
    }
}
