package org.macrostate.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What someone sees who opens the repository: the five modules, how to build, what it is, under which terms. */
class TopFolderTest {
    private static final Set<String> EXPECTED = Set.of(
            "pom.xml", "README.md", "LICENSE", "CITATION.cff", "engine", "equations", "solvers", "reports", "tests");

    private static final Path ROOT = Path.of(System.getProperty("macrostate.root", ".."));

    @Test
    void the_top_folder_holds_the_five_modules_and_three_files() throws IOException, InterruptedException {
        assumeTrue(Files.exists(ROOT.resolve(".git")), "not a checkout: an archive's folder is its owner's business");
        Set<String> visible = tracked()
                .lines()
                .map(path -> path.split("/", 2)[0])
                .filter(name -> !name.startsWith("."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(EXPECTED), visible);
    }

    /** Files under version control; results and build products beside them do not count. */
    private static String tracked() throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "-c", "safe.directory=*", "ls-files")
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = git.waitFor();
        assertTrue(status == 0, () -> "git ls-files ended with " + status + ": " + output);
        return output;
    }
}
