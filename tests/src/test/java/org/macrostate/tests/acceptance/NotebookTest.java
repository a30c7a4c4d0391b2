package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notebook that every study leaves: it executes in its folder, and its cells read what the study found. */
class NotebookTest {
    @TempDir
    Path folder;

    private JsonNode executed() throws Exception {
        Path study = Files.writeString(
                folder.resolve("s.yaml"),
                "study: s\ntitle: A [title] with *marks* and $\nmodel: oja\nquestions:\n"
                        + "  - integrate: {until: 2, points: 5}\n  - fixed-points: {}\n"
                        + "  - thresholds: {state: learned, solve: tau}\nreport: {formats: [html]}\n");
        Path out = folder.resolve("out");
        Called made = Called.with("study", study.toString(), "--out", out.toString(), "--quiet")
                .succeeds();
        assertTrue(made.out().contains("report.ipynb"), made.out());
        String python = ExportedRun.pythonWith("nbconvert, ipykernel");
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        python, "-m", "nbconvert", "--to", "notebook", "--execute", "--output", "done", "report.ipynb")
                .directory(out.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertTrue(process.waitFor(20, TimeUnit.MINUTES), "nbconvert does not end");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), Files.readString(output));
        return new ObjectMapper().readTree(out.resolve("done.ipynb").toFile());
    }

    @Test
    void a_study_s_notebook_executes_and_reads_its_tables_and_figures() throws Exception {
        List<String> shown = new ArrayList<>();
        int figures = 0;
        for (JsonNode cell : executed().get("cells")) {
            for (JsonNode output : cell.path("outputs")) {
                assertTrue(!output.get("output_type").asText().equals("error"), output.toString());
                shown.add(output.path("data").path("text/plain").toString());
                figures += output.path("data").has("image/svg+xml") ? 1 : 0;
            }
        }
        String all = String.join("\n", shown);
        assertTrue(all.contains("broken") && all.contains("dict_keys"), all);
        assertTrue(figures >= 2, figures + " figures");
    }
}
