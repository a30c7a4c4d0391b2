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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completion scripts in their shells: commands, options, models, states, parameters and values are completed. */
class CompletionTest {
    /** What the shells below ask; a stand-in on the PATH gives the program's own answers without starting it each time. */
    private static final List<List<String>> ASKED = List.of(
            List.of("th"),
            List.of("thresholds", "--sol"),
            List.of("thresholds", "linear-vae", "--state", ""),
            List.of("thresholds", "linear-vae", "--state", "co"),
            List.of("integrate", "linear-vae", "--set", "et"),
            List.of("integrate", "linear-vae", "--set", "rho=2,beta="),
            List.of("derive", "online"));

    @TempDir
    private Path folder;

    private static String answers(List<String> words) throws IOException {
        String line = words.stream().map(word -> word.isEmpty() ? "''" : word).reduce("", (a, b) -> a + " " + b);
        return new Shell(Path.of("")).type("macrostate __complete" + line).out();
    }

    private Path script(String shell) throws IOException {
        Shell.Result printed = new Shell(folder).type("macrostate completion " + shell);
        assertEquals(0, printed.status(), printed.err());
        StringBuilder program = new StringBuilder("#!/bin/sh\ncase \"$*\" in\n");
        for (List<String> words : ASKED) {
            program.append("'__complete ").append(String.join(" ", words)).append("') cat <<'END'\n");
            program.append(answers(words)).append("END\n;;\n");
        }
        Path stand = Files.writeString(folder.resolve("macrostate"), program + "esac\n");
        assertTrue(stand.toFile().setExecutable(true));
        return Files.writeString(folder.resolve("completion." + shell), printed.out());
    }

    private String run(String shell, String... arguments) throws Exception {
        assumeTrue(isInstalled(shell), "no " + shell + " here");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(shell), Stream.of(arguments)).toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed").toFile());
        builder.environment().put("PATH", folder + File.pathSeparator + System.getenv("PATH"));
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(20, TimeUnit.MINUTES), shell);
        String printed = Files.readString(folder.resolve("printed"), StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), printed);
        return printed;
    }

    private static boolean isInstalled(String shell) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, shell)));
    }

    @ParameterizedTest
    @CsvSource({
        "thresholds linear-vae --state ~, 'collapsed learned'",
        "thresholds linear-vae --solve ta~, 'tau tauD'",
        "integrate linear-vae --set tauD~, 'tauD= tauD=0.01'",
        "integrate linear-vae --size M=2;M~, M=2;Ms=1",
        "integrate linear-vae --size ~, 'M=1 Ms=1'",
        "integrate linear-vae --limit ~, small-rate",
        "integrate linear-vae --method l~, lean",
        "branch linear-vae --vary be~, beta=",
        "derive linear-vae --steps=k~, --steps=key",
        "integrate linear-vae --start E~, E=",
        "show phase-r~, phase-retrieval",
        "schema ~, 'model study'",
        "completion ~, 'bash fish zsh'",
        "help fixed~, fixed-points",
        "study poster~, posterior-collapse",
        "gallery --only oja;perc~, oja;perceptron",
        "derive nowhere.yaml --set ~, ''",
    })
    void the_program_knows_what_may_stand_at_the_cursor(String line, String expected) throws IOException {
        List<String> words = Stream.of(line.replace(';', ',').split(" "))
                .map(word -> word.replace("~", ""))
                .toList();
        String found = String.join(
                " ", answers(words).lines().map(word -> word.split("\t")[0]).toList());
        assertEquals(expected.replace(';', ','), found);
    }

    @Test
    void the_model_of_a_file_is_read_for_its_own_names() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mine.yaml"),
                "model: mine\nparameters: {k: {value: 2}}\nflow: {x: 1 - k x}\nstates: {rest: {}}\n");
        assertEquals("rest\n", answers(List.of("thresholds", file.toString(), "--state", "")));
        assertEquals("k=\nk=2\n", answers(List.of("integrate", file.toString(), "--set", "")));
        assertEquals(file + "\n", answers(List.of("derive", folder + "/m")));
    }

    @Test
    void bash_completes_commands_options_and_names_of_the_model() throws Exception {
        String answers = run("bash", "--norc", "-c", """
                source '%s' || exit 1
                complete -p macrostate || exit 1
                COMP_WORDS=(macrostate thr); COMP_CWORD=1
                _complete_macrostate; echo "command: ${COMPREPLY[*]}"
                COMP_WORDS=(macrostate thresholds --sol); COMP_CWORD=2
                _complete_macrostate; echo "option: ${COMPREPLY[*]}"
                COMP_WORDS=(macrostate thresholds linear-vae --state ''); COMP_CWORD=4
                _complete_macrostate; echo "states: ${COMPREPLY[*]}"
                COMP_WORDS=(macrostate integrate linear-vae --set rho = 2,beta =); COMP_CWORD=7
                _complete_macrostate; echo "value: ${COMPREPLY[*]}"
                COMP_WORDS=(macrostate derive online); COMP_CWORD=2
                _complete_macrostate; echo "models: ${COMPREPLY[*]}"
                exit 0
                """.formatted(script("bash")));
        assertTrue(answers.contains("command: thresholds\n"), answers);
        assertTrue(answers.contains("option: --solve\n"), answers);
        assertTrue(answers.contains("states: collapsed learned\n"), answers);
        assertTrue(answers.contains("value: 1\n"), answers);
        assertTrue(answers.contains("models: online-ica\n"), answers);
    }

    @Test
    void fish_completes_them() throws Exception {
        String script = script("fish").toString();
        String answers = run(
                "fish",
                "--no-config",
                "-c",
                "source '" + script
                        + "'; complete -C 'macrostate th'; complete -C 'macrostate thresholds linear-vae --state '; "
                        + "complete -C 'macrostate integrate linear-vae --set et'");
        assertTrue(
                answers.contains("thresholds\n")
                        && answers.contains("collapsed\nlearned\n")
                        && answers.contains("eta=\tvariance of the background noise\n"),
                answers);
    }

    @Test
    void zsh_completes_them() throws Exception {
        String script = script("zsh").toString();
        run("zsh", "-n", script);
        String answers = run("zsh", "-f", "-c", """
                zmodload zsh/zpty
                zpty -b z zsh -f -i
                zpty -w z "unsetopt beep; autoload -Uz compinit; compinit -u -D; source %s; PS1=REA; PS1+=DY"
                until [[ $seen == *READY* ]]; do zpty -r -t z more && seen+=$more || sleep 0.1; done
                sleep 1
                zpty -w -n z $'macrostate thresholds linear-vae --state co\\t'
                until [[ $seen == *collapsed* ]]; do zpty -r -t z more && seen+=$more || sleep 0.1; done
                zpty -w -n z $'\\C-umacrostate integrate linear-vae --set et\\t'
                until [[ $seen == *eta=* ]]; do zpty -r -t z more && seen+=$more || sleep 0.1; done
                print found
                """.formatted(script));
        assertEquals("found\n", answers);
    }

    @Test
    void another_shell_is_named_with_those_there_are() throws IOException {
        Shell.Result refused = new Shell(folder).type("macrostate completion tcsh");
        assertEquals("macrostate: unknown value of SHELL 'tcsh'; known: bash, zsh, fish\n", refused.err());
        assertEquals(2, refused.status());
        assertEquals(List.of(), refused.out().lines().toList());
    }
}
