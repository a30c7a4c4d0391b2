package org.macrostate.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README and the tutorial, typed by somebody who has nothing but the launcher on the PATH and an empty folder. */
class FirstMinutesTest {
    private static final int MOST_COMMANDS = 10;

    @TempDir
    private Path temporary;

    /** A folder with the launcher and the jar that was built. */
    private Path launcherFolder() throws IOException {
        Path jar = Path.of(System.getProperty("macrostate.jar", "../engine/target/macrostate.jar"))
                .toAbsolutePath();
        assumeTrue(Files.exists(jar), () -> "built by the phase package: " + jar);
        assumeTrue(File.separatorChar == '/', "the launcher of Unix");
        if (Files.exists(jar.resolveSibling("macrostate"))) {
            return jar.getParent();
        }
        Path folder = Files.createDirectories(temporary.resolve("program files"));
        Files.createSymbolicLink(folder.resolve("macrostate.jar"), jar);
        Path launcher =
                Files.copy(Page.root().resolve("engine/src/main/launcher/macrostate"), folder.resolve("macrostate"));
        assertTrue(launcher.toFile().setExecutable(true));
        return folder;
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "engine/docs/tutorial.md"})
    void every_command_of_a_page_works_at_the_first_try_in_an_empty_folder(String name) throws Exception {
        String path = launcherFolder() + File.pathSeparator + System.getenv("PATH");
        Path folder = Files.createDirectories(temporary.resolve("an empty folder"));
        int run = 0;
        for (Page.Block block : Page.named(name).blocks()) {
            if (block.file().isPresent()) {
                Files.writeString(folder.resolve(block.file().get()), block.code());
            } else if (block.language().equals("sh") && !block.isNotRun() && !block.isSlow()) {
                for (String command : block.code().lines().toList()) {
                    works(command, folder, path);
                    run++;
                }
            }
        }
        assertTrue(run >= 5, name + " has " + run + " commands");
    }

    private void works(String command, Path folder, String path) throws Exception {
        Path out = temporary.resolve("out");
        Path err = temporary.resolve("err");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        shell.environment().put("PATH", path);
        shell.environment().put("MACROSTATE_CACHE", temporary.resolve("cache").toString());
        int status = shell.start().waitFor();
        assertEquals(0, status, command + "\n" + Files.readString(err));
        assertTrue(Files.size(out) > 20, command + " printed next to nothing");
    }

    @Test
    void from_the_clone_to_the_first_result_of_one_s_own_it_is_ten_commands() throws IOException {
        List<String> typed = new ArrayList<>(List.of("git clone"));
        Stream<String> lines = Page.named("README.md").blocks().stream()
                .filter(block -> block.language().equals("sh"))
                .flatMap(block -> block.code().lines());
        for (String line : lines.toList()) {
            typed.add(line);
            if (line.startsWith("macrostate") && line.contains("ridge.yaml")) {
                break;
            }
        }
        assertTrue(
                typed.get(typed.size() - 1).contains("ridge.yaml") && typed.size() <= MOST_COMMANDS, typed.toString());
    }
}
