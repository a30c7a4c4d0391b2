package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sweep} against closed forms, and shards against one machine. */
class SweepCommandTest {
    @TempDir
    private Path folder;

    private static List<String> command(String over, String measure, String... more) {
        List<String> command = new ArrayList<>(List.of("--over", over, "--measure", measure, "--quiet"));
        command.addAll(List.of(more));
        return command;
    }

    private Called sweep(String model, List<String> options) {
        List<String> command = new ArrayList<>(List.of("sweep", model));
        command.addAll(options);
        return Called.with(command.toArray(String[]::new));
    }

    private List<String[]> rows(Called called) {
        called.succeeds();
        return called.out().lines().skip(1).map(line -> line.split(",", -1)).toList();
    }

    /** dx/dt = a x (1 - x / k): x(t) = k / (1 + (k / x0 - 1) exp(-a t)), its stable state is k. */
    @Test
    void a_logistic_equation_is_measured_as_its_closed_form_says() throws IOException {
        Path model = folder.resolve("logistic.yaml");
        Files.writeString(model, """
                model: logistic
                parameters: {a: {value: 1, domain: positive}, k: {value: 1, domain: positive}}
                flow: {X: a X (1 - X/k)}
                observables: {twice: 2 X}
                phases: {small: "X < 2", large: True}
                """);
        Called called = sweep(
                model.toString(),
                command(
                        "a=log:0.1:10:3, k=[0.5, 3]",
                        "X at 2; time X > 0.4; twice; phase; fixed points; eigenvalue",
                        "--start",
                        "X=0.2",
                        "--until",
                        "100"));
        assertTrue(
                called.out().startsWith("a,k,X at 2,time X > 0.4,twice,phase,fixed points,eigenvalue,notes"),
                called.out());
        List<String[]> rows = rows(called);
        assertEquals(6, rows.size());
        for (String[] row : rows) {
            double a = Double.parseDouble(row[0]);
            double k = Double.parseDouble(row[1]);
            assertEquals(k / (1 + (k / 0.2 - 1) * Math.exp(-2 * a)), Double.parseDouble(row[2]), 1e-6);
            double time = Math.log((k / 0.2 - 1) / (k / 0.4 - 1)) / a;
            assertEquals(time, Double.parseDouble(row[3]), 1e-5 * time);
            assertEquals(2 * k, Double.parseDouble(row[4]), 1e-9);
            assertEquals(k < 2 ? "small" : "large", row[5]);
            assertEquals(2, Double.parseDouble(row[6]));
            assertEquals(-a, Double.parseDouble(row[7]), 1e-9);
        }
        assertEquals("0.1", rows.get(0)[0]);
        assertEquals(1, Double.parseDouble(rows.get(2)[0]), 1e-12);
    }

    /** The linear VAE is collapsed beyond beta = rho + eta at small rates: the grid of two axes is a plane, the list is not. */
    @Test
    void planes_and_single_points_agree_with_the_closed_form_of_collapse() {
        String grid = "beta=0.3:3.3:7, eta=0.25:1.75:4";
        String list = "beta=[0.3, 0.8, 1.3, 1.8, 2.3, 2.8, 3.3], eta=0.25:1.75:4";
        List<String[]> plane = rows(sweep("linear-vae", command(grid, "phase; eps_g", "--limit", "small-rate")));
        List<String[]> points = rows(sweep("linear-vae", command(list, "phase; eps_g", "--limit", "small-rate")));
        assertEquals(28, plane.size());
        for (int i = 0; i < plane.size(); i++) {
            double beta = Double.parseDouble(plane.get(i)[0]);
            double eta = Double.parseDouble(plane.get(i)[1]);
            assertEquals(beta > 1 + eta ? "collapsed" : "learned", plane.get(i)[2], beta + " " + eta);
            assertEquals(plane.get(i)[2], points.get(i)[2]);
            assertEquals(Double.parseDouble(plane.get(i)[3]), Double.parseDouble(points.get(i)[3]), 1e-7);
        }
    }

    @Test
    void sobol_axes_are_one_set_of_points_within_their_box() {
        List<String[]> rows =
                rows(sweep("oja", command("omega=sobol:1:3:16, tau=sobol-log:0.01:1:16", "stable fixed points")));
        assertEquals(16, rows.size());
        long left = rows.stream().filter(row -> Double.parseDouble(row[0]) < 2).count();
        long small =
                rows.stream().filter(row -> Double.parseDouble(row[1]) < 0.1).count();
        assertTrue(left >= 7 && left <= 9 && small >= 7 && small <= 9, left + " " + small);
        assertEquals(16, rows.stream().map(row -> row[0]).distinct().count());
    }

    /** Collapse at beta = rho + eta, at every rate (arXiv:2310.15440); ridge regression is stable below 2 + 2 decay. */
    @Test
    void thresholds_over_other_parameters_are_their_closed_forms() throws IOException {
        for (String[] row : rows(sweep(
                "linear-vae",
                command(
                        "rho=[0.5, 1, 2], eta=[0.25, 1], lambda=[0]",
                        "threshold collapsed beta",
                        "--limit",
                        "small-rate")))) {
            double expected = Double.parseDouble(row[0]) + Double.parseDouble(row[1]);
            assertEquals(expected, Double.parseDouble(row[3]), 1e-12);
            assertEquals("", row[4]);
        }
        Path ridge = folder.resolve("ridge.yaml");
        Files.writeString(ridge, """
                model: ridge
                parameters: {sigma: {value: 0.5}, decay: {value: 0}, tau: {value: 0.2, domain: positive}}
                vectors: {u: {fixed: identity}, w: {rate: tau}}
                randoms: {zeta: {law: normal}}
                samples: {x: noise}
                fields: {h: w . x, y: u . x}
                loss: 1/2 (h - y - sigma zeta)^2 + decay/2 w.w
                order: {R: w . u, Q: w . w}
                states: {learned: {}}
                """);
        for (String[] row : rows(
                sweep(ridge.toString(), command("decay=[0, 0.1, 0.7], sigma=[0, 1]", "threshold of learned in tau")))) {
            double decay = Double.parseDouble(row[0]);
            // Q loses 2 (1 + decay) tau and gains tau^2 for each of itself: they are equal at tau = 2 + 2 decay
            assertEquals(2 + 2 * decay, Double.parseDouble(row[2]), 1e-9);
        }
    }

    /** X' = c - p from X = 0: (X - 1)^2 at 1 is least, and zero, at c = 1 + p. */
    @Test
    void what_tune_finds_is_a_measure() throws IOException {
        Path model = folder.resolve("drift.yaml");
        Files.writeString(model, "model: drift\nparameters: {p: {value: 0}, a: {value: 0}}\nflow: {X: a - p}\n");
        List<String[]> rows = rows(sweep(
                model.toString(),
                command(
                        "p=[0, 0.5, 1]",
                        "optimum (X - 1)^2 at 1 with a=c, c=0:3; optimal c of (X - 1)^2 at 1 with a=c, c=0:3",
                        "--start",
                        "X=0")));
        assertEquals(3, rows.size());
        for (String[] row : rows) {
            // names with commas are quoted in the first line, numbers are not
            assertEquals(0, Double.parseDouble(row[1]), 1e-8);
            assertEquals(1 + Double.parseDouble(row[0]), Double.parseDouble(row[2]), 1e-4);
        }
    }

    @Test
    void a_number_that_does_not_exist_is_an_empty_field_with_a_note() {
        List<String[]> rows =
                rows(sweep("oja", command("omega=[1, 2]", "time Q > 1e6", "--until", "1", "--start", "q=0.1,Q=1")));
        for (String[] row : rows) {
            assertEquals("", row[1]);
            assertEquals("'time Q > 1e6' does not hold up to t = 1.0", row[2]);
        }
    }

    @Test
    void shards_and_what_is_missing_of_them_give_the_bytes_of_one_machine() throws IOException {
        String over = "omega=1:3:40, tau=[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]";
        String measure = "phase; q at 3";
        Path whole = folder.resolve("whole.csv");
        Path part = folder.resolve("part.csv");
        assertEquals(
                0,
                sweep("oja", command(over, measure, "--out", whole.toString())).status());
        for (String shard : List.of("1/3", "3/3")) {
            sweep("oja", command(over, measure, "--out", part.toString(), "--shard", shard))
                    .succeeds();
            assertFalse(Files.exists(part));
            assertTrue(Files.exists(folder.resolve(".part.csv." + shard.replace("/", "-of-"))));
        }
        sweep("oja", command(over, measure, "--out", part.toString(), "--resume"))
                .succeeds();
        assertEquals(-1, Files.mismatch(whole, part));
        assertFalse(Files.exists(folder.resolve(".part.csv.1-of-3")));
    }

    @Test
    void a_shard_of_another_command_is_refused() {
        String over = "omega=[1, 2]";
        String out = folder.resolve("x.csv").toString();
        assertEquals(
                0,
                sweep("oja", command(over, "phase", "--out", out, "--shard", "1/2"))
                        .status());
        sweep("oja", command(over, "q at 3", "--out", out, "--resume")).isRefused("is a shard of another command");
    }

    @Test
    void runs_of_sgd_are_sharded_to_the_same_bytes() throws IOException {
        String line = "simulate oja --dimension 40 --runs 5 --until 1 --points 3 --quiet --out ";
        Path whole = folder.resolve("runs.csv");
        Path part = folder.resolve("sharded.csv");
        Called.line(line + whole).succeeds();
        Called.line(line + part + " --shard 2/2").succeeds();
        Called.line(line + part + " --resume").succeeds();
        assertEquals(-1, Files.mismatch(whole, part));
    }
}
