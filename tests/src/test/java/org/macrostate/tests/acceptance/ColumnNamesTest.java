package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --plain-names}: columns that gnuplot, R and awk can name. */
class ColumnNamesTest {
    @TempDir
    Path folder;

    @Test
    void columns_are_named_by_letters_digits_and_underscores_and_hold_the_same_numbers() {
        String line = "integrate linear-vae --until 2 --points 3 --quiet";
        List<List<String>> usual = Called.line(line).csv();
        List<List<String>> plain = Called.line(line + " --plain-names").csv();
        assertEquals(List.of("t", "m_1_1", "d_1_1", "Q_1_1", "E_1_1", "R_1_1", "D_1", "eps_g"), plain.get(0));
        assertEquals(usual.subList(1, usual.size()), plain.subList(1, plain.size()));
        assertEquals(
                "phase,stability,leading_eigenvalue,q,Q",
                Called.line("fixed-points oja --plain-names --quiet")
                        .out()
                        .lines()
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void gnuplot_plots_a_column_by_its_name() throws Exception {
        Path csv = folder.resolve("run.csv");
        Called.with(
                        "integrate",
                        "linear-vae",
                        "--until",
                        "2",
                        "--points",
                        "3",
                        "--plain-names",
                        "--out",
                        csv.toString())
                .succeeds();
        Path output = folder.resolve("output");
        Process gnuplot;
        try {
            gnuplot = new ProcessBuilder(
                            "gnuplot",
                            "-e",
                            "set datafile separator ','; set table '" + folder.resolve("table") + "'; plot '" + csv
                                    + "' using 't':'m_1_1'")
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException notThere) {
            assumeTrue(false, "no gnuplot here");
            throw notThere;
        }
        assertEquals(0, gnuplot.waitFor(), Files.readString(output));
        List<String> rows = Files.readAllLines(folder.resolve("table")).stream()
                .filter(row -> row.matches("\\s*[-0-9].*"))
                .toList();
        assertEquals(3, rows.size(), rows.toString());
    }

    @Test
    void where_there_is_no_csv_the_option_is_refused() {
        for (String line : List.of(
                "fixed-points oja --plain-names --json",
                "fixed-points oja --plain-names --out x.json",
                "fixed-points oja --plain-names --out folder")) {
            Called called = Called.line(line);
            assertEquals(2, called.status(), line);
            assertEquals(
                    "macrostate: --plain-names names the columns of CSV: on standard output, or with --out NAME.csv\n",
                    called.err());
        }
    }

    /** Exported code takes many states at once; one that no vectors have leaves the others alone. */
    @Test
    void a_state_that_none_can_have_leaves_the_others_of_its_batch_alone() throws Exception {
        Path module = folder.resolve("committee.py");
        assertEquals(
                0,
                Called.with("derive", "soft-committee", "--out", module.toString(), "-q")
                        .status());
        Files.writeString(folder.resolve("run.py"), """
                import warnings
                warnings.simplefilter("error")
                import numpy
                import committee
                one = [0.5, 0.1, 0.5, 0.1, 0.2, 0.1, 0.3]
                many = numpy.array([one, one, one]).T
                many[0, 1] = -2
                rates = committee.rhs(0, many)
                alone = committee.rhs(0, one)
                print(bool(numpy.allclose(rates[:, 0], alone) and numpy.allclose(rates[:, 2], alone)))
                print(bool(numpy.isnan(rates[:, 1]).any()))
                seen = committee.observables(0, many)["eps_g"]
                print(bool(numpy.isfinite(seen[[0, 2]]).all() and numpy.isnan(seen[1])))
                """);
        Path output = folder.resolve("output");
        Process python = new ProcessBuilder(ExportedRun.pythonWith("numpy"), "run.py")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int status = python.waitFor();
        String printed = Files.readString(output);
        assertEquals(0, status, printed);
        assertTrue(Arrays.asList(printed.strip().split("\n")).stream().allMatch("True"::equals), printed);
    }
}
