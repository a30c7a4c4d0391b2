package org.macrostate.tests.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A diagram of a million points in half a gigabyte. */
class LargeDiagramTest {
    private static final int COUNT = 1000;

    @TempDir
    private Path folder;

    /** Every point is named after β_c = ρ + η, but those on it or on the edges of the picture, where nothing is decided. */
    @Tag("slow")
    @Test
    void a_million_points_fit_into_half_a_gigabyte_and_none_is_misnamed() throws Exception {
        JarProcess.assumeBuilt();
        Process process = JarProcess.in(
                        folder,
                        List.of("-Xmx512m"),
                        "phase-diagram",
                        "linear-vae",
                        "--x",
                        "beta=0:3:" + COUNT,
                        "--y",
                        "eta=0:2:" + COUNT,
                        "--out",
                        "out",
                        "--quiet")
                .start();
        assertEquals(0, process.waitFor(), JarProcess.messages(folder));
        int points = 0;
        int undecided = 0;
        try (BufferedReader lines =
                Files.newBufferedReader(folder.resolve("out").resolve("phase.csv"))) {
            assertEquals("beta,eta,phase,stable fixed points,eps_g", lines.readLine());
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",", -1);
                double beta = Double.parseDouble(cells[0]);
                double eta = Double.parseDouble(cells[1]);
                if (cells[2].equals("undecided")) {
                    undecided++;
                } else if (Math.abs(beta - 1 - eta) > 1e-9) {
                    assertEquals(beta < 1 + eta ? "learned" : "collapsed", cells[2], line);
                }
                points++;
            }
        }
        assertEquals(COUNT * COUNT, points);
        assertTrue(undecided <= 2 * COUNT, undecided + " undecided");
        assertTrue(Files.size(folder.resolve("out").resolve("phase-diagram.png")) > 1000);
    }
}
