package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python companion's own tests, run against the packaged program. */
class PythonCompanionTest {
    @TempDir
    Path folder;

    @Test
    void its_own_tests_pass_with_the_packaged_program() throws Exception {
        String python = ExportedRun.pythonWith("unittest");
        Path root = Path.of(System.getProperty("macrostate.root"));
        Path output = folder.resolve("output");
        ProcessBuilder run = new ProcessBuilder(python, "-m", "unittest", "discover", "-s", "tests")
                .directory(root.resolve("engine/python").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        run.environment().put("PYTHONPATH", root.resolve("engine/python/src").toString());
        run.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Path jar = Path.of(System.getProperty("macrostate.jar"));
        Path launcher = jar.resolveSibling("macrostate");
        run.environment().put("MACROSTATE", (Files.isExecutable(launcher) ? launcher : jar).toString());
        run.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = run.start();
        assertTrue(process.waitFor(20, TimeUnit.MINUTES));
        String text = Files.readString(output);
        assertEquals(0, process.exitValue(), text);
        assertTrue(text.contains("Ran 7 tests"), text);
    }
}
