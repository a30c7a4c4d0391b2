package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.engine.study.BundledStudies;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.IndexLetters;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.derive.SystemScope;
import org.macrostate.equations.language.Elaborator;
import org.macrostate.equations.language.Text;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;

/** Every command's result against the contract and against mathematics. */
class CommandsTest {

    @Test
    void without_a_command_there_is_short_help() {
        Called called = Called.with().succeeds();
        assertTrue(called.out().startsWith("Usage: macrostate "), called.out());
        assertTrue(called.out().lines().count() < 60);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models",
                "show",
                "derive",
                "thresholds",
                "integrate",
                "fixed-points",
                "branch",
                "phase-diagram",
                "basins",
                "simulate",
                "check",
                "study",
                "start-up"
            })
    void every_command_has_help_with_an_example(String command) {
        Called called = Called.with(command, "--help").succeeds();
        assertTrue(called.out().contains("macrostate " + command), called.out());
        assertTrue(called.out().contains("Example"), called.out());
        assertEquals("", called.err());
    }

    @Test
    void models_lists_every_bundled_file_on_a_line_of_its_own() {
        List<String> first = Called.line("models")
                .out()
                .lines()
                .map(line -> line.split(" ")[0])
                .toList();
        assertEquals(
                Stream.concat(BundledModels.names().stream(), BundledStudies.names().stream())
                        .toList(),
                first);
    }

    @Test
    void show_prints_the_file_itself() {
        assertEquals(BundledModels.text("oja"), Called.line("show oja").out());
        assertEquals(
                BundledStudies.text("posterior-collapse"),
                Called.line("show posterior-collapse").out());
    }

    @Test
    void derived_right_sides_parse_back_to_what_was_derived() {
        OrderParameterSystem system = Derivation.of(BundledModels.problem("linear-vae"));
        IndexLetters letters = new IndexLetters(system.problem());
        Called called = Called.line("derive linear-vae --json");
        assertTrue(called.out().endsWith("}\n"), "the document ends with its line");
        var json = called.json();
        for (int i = 0; i < system.equations().size(); i++) {
            String text = (String) Called.at(json, "equations", i, "text");
            var free = system.equations().get(i).variable().indices();
            Expression parsed = Elaborator.elaborate(Text.of(text), new SystemScope(system), free);
            assertEquals(ExpressionText.of(system.equations().get(i).rate()), ExpressionText.of(letters.bound(parsed)));
        }
    }

    @Test
    void the_collapse_threshold_is_rho_plus_eta_without_weight_decay() {
        var json = Called.line("thresholds linear-vae --state collapsed --solve beta --set rho=0.7,eta=1.1 --json")
                .json();
        List<?> blocks = (List<?>) Called.at(json, "blocks");
        Object signal = blocks.stream()
                .filter(b -> ((List<?>) Called.at(b, "variables")).contains("m[1,1]"))
                .findFirst()
                .orElseThrow();
        assertEquals("exact", Called.at(signal, "boundaries", 0, "kind"));
        assertEquals("eta + rho", Called.at(signal, "boundaries", 0, "closed form", "text"));
        assertEquals(1.8, Called.number(signal, "boundaries", 0, "value"), 1e-12);
    }

    @Test
    void the_collapse_threshold_moves_with_weight_decay() {
        var json = Called.line(
                        "thresholds linear-vae --state collapsed --solve beta --set rho=0.7,eta=1.1,lambda=0.2 --json")
                .json();
        List<?> blocks = (List<?>) Called.at(json, "blocks");
        Object signal = blocks.stream()
                .filter(b -> ((List<?>) Called.at(b, "variables")).contains("m[1,1]"))
                .findFirst()
                .orElseThrow();
        double s = 1.8;
        assertEquals((s * s / 1.2 - 0.2) / s, Called.number(signal, "boundaries", 0, "value"), 1e-12);
    }

    @Test
    void a_trajectory_names_its_columns_and_has_the_rows_asked_for() {
        var rows = Called.line("integrate linear-vae --until 10 --points 5 --size M=2")
                .csv();
        assertEquals(
                List.of(
                        "t", "m[1,1]", "m[2,1]", "d[1,1]", "d[2,1]", "Q[1,1]", "Q[1,2]", "Q[2,2]", "E[1,1]", "E[1,2]",
                        "E[2,2]", "R[1,1]", "R[1,2]", "R[2,1]", "R[2,2]", "D[1]", "D[2]", "eps_g"),
                rows.get(0));
        assertEquals(
                List.of("0", "2.5", "5", "7.5", "10"),
                rows.stream().skip(1).map(r -> r.get(0)).toList());
    }

    @Test
    void a_single_copy_has_no_index() {
        assertEquals(
                List.of("t", "q", "Q"),
                Called.line("integrate oja --until 1 --points 2").csv().get(0));
    }

    @Test
    void a_decaying_exponential_is_integrated_to_its_tolerance(
            @org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws Exception {
        var model = folder.resolve("decay.yaml");
        java.nio.file.Files.writeString(model, "model: decay\nparameters: {k: {value: 2}}\nflow: {X: -k X}\n");
        var rows = Called.with(
                        "integrate",
                        model.toString(),
                        "--times",
                        "0,0.5,3",
                        "--start",
                        "X=3",
                        "--schedule",
                        "k=t",
                        "--rtol",
                        "1e-11")
                .csv();
        // dX/dt = -t X
        assertEquals(3 * Math.exp(-0.125), Double.parseDouble(rows.get(2).get(1)), 1e-9);
        assertEquals(3 * Math.exp(-4.5), Double.parseDouble(rows.get(3).get(1)), 1e-9);
    }

    @Test
    void the_narrower_start_wins_and_both_orders_of_symmetric_indices_are_known() {
        var rows = Called.line("integrate linear-vae --times 0 --size M=2 --start Q=2,Q[2,1]=0.5,m=0.1,m[2,1]=0.3")
                .csv();
        assertEquals(List.of("0.1", "0.3"), rows.get(1).subList(1, 3));
        assertEquals(List.of("2", "0.5", "2"), rows.get(1).subList(5, 8));
    }

    @Test
    void fixed_points_of_the_lorenz_equations_are_the_known_ones() {
        var json = Called.line("fixed-points lorenz --set rho=5,sigma=10,b=2 --json")
                .json();
        List<?> points = (List<?>) Called.at(json, "fixed points");
        double side = Math.sqrt(2.0 * 4);
        Object stable = points.stream()
                .filter(p -> Boolean.TRUE.equals(Called.at(p, "stable")))
                .findFirst()
                .orElseThrow();
        assertEquals(side, Math.abs(Called.number(stable, "state", "X")), 1e-9);
        assertEquals(4, Called.number(stable, "state", "Z"), 1e-9);
        for (String key : List.of("phase", "stable", "state", "eigenvalues", "observables", "residual")) {
            points.forEach(p -> assertTrue(((java.util.Map<?, ?>) p).containsKey(key), key));
        }
    }

    @Test
    void a_phase_diagram_on_standard_output_is_two_tables() {
        String[] tables = Called.line("phase-diagram linear-vae --x beta=0.55:3:8 --y eta=0.12:1.9:4")
                .out()
                .split("\r\n\r\n");
        List<List<String>> phases = Called.csv(tables[0]);
        assertEquals(List.of("beta", "eta", "phase", "stable fixed points", "eps_g"), phases.get(0));
        assertEquals(1 + 8 * 4, phases.size());
        for (List<String> row : phases.subList(1, phases.size())) {
            double beta = Double.parseDouble(row.get(0));
            double eta = Double.parseDouble(row.get(1));
            assertEquals(beta > 1 + eta ? "collapsed" : "learned", row.get(2), row.toString());
        }
        List<List<String>> boundaries = Called.csv(tables[1]);
        assertEquals(List.of("curve", "kind", "x", "y"), boundaries.get(0));
        for (List<String> row : boundaries.subList(1, boundaries.size())) {
            assertEquals(1 + Double.parseDouble(row.get(3)), Double.parseDouble(row.get(2)), 1e-9);
        }
    }

    @Test
    void a_simulation_is_a_row_for_every_run_and_time() {
        var rows = Called.line("simulate oja --dimension 30 --runs 3 --until 2 --points 5")
                .csv();
        assertEquals(List.of("run", "t", "q", "Q"), rows.get(0));
        assertEquals(1 + 3 * 5, rows.size());
    }

    @Test
    void a_prescribed_start_is_met_by_every_run() {
        var rows = Called.line("simulate oja --dimension 30 --runs 3 --times 0 --start q=0.25,Q=0.5")
                .csv();
        for (List<String> row : rows.subList(1, rows.size())) {
            assertEquals(0.25, Double.parseDouble(row.get(2)), 1e-12);
            assertEquals(0.5, Double.parseDouble(row.get(3)), 1e-12);
        }
    }

    @Test
    void a_right_derivation_passes_its_check() {
        Called called = Called.line("check oja --dimension 100,200,400 --runs 8 --until 3 --json")
                .succeeds();
        var json = called.json();
        assertEquals(true, Called.at(json, "passed"));
        List<String> keys = List.of(
                "name", "dimension", "t", "theory", "simulation", "standard error", "predicted standard error", "z");
        assertEquals(keys, List.copyOf(((java.util.Map<?, ?>) Called.at(json, "quantities", 0)).keySet()));
        assertTrue(((java.util.Map<?, ?>) json).containsKey("scaling exponent"));
    }

    @Test
    void json_says_what_made_it() {
        var json = Called.line("integrate oja --until 1 --points 2 --set omega=3 --json")
                .json();
        assertEquals(3.0, Called.number(json, "made by", "parameters", "omega"));
        assertEquals("oja", Called.at(json, "made by", "model", "name"));
        assertEquals(64, ((String) Called.at(json, "made by", "model", "hash")).length());
        assertEquals(
                "macrostate integrate oja --until 1 --points 2 --set omega=3", Called.at(json, "made by", "command"));
        assertEquals(1e-8, Called.number(json, "made by", "tolerances", "relative"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulate oja --dimension 40 --runs 5 --until 3 --seed 7",
                "check oja --dimension 20,40 --runs 4 --until 2 --json",
                "phase-diagram linear-vae --x beta=0.5:3:6 --y eta=0.2:2:5",
            })
    void the_number_of_threads_does_not_change_a_byte(String line) {
        String once = Called.line(line + " --threads 1").out();
        assertEquals(once, Called.line(line + " --threads 2").out());
        assertEquals(once, Called.line(line + " --threads 2").out());
    }

    @Test
    void another_seed_gives_other_runs() {
        String line = "simulate oja --dimension 40 --until 1 --points 2 --seed ";
        String[] seeds = {"1", "2"};
        assertEquals(
                2,
                Arrays.stream(seeds)
                        .map(s -> Called.line(line + s).out())
                        .distinct()
                        .count());
    }

    @Test
    void numerics_that_do_not_converge_are_status_3(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
            throws Exception {
        var model = folder.resolve("blowup.yaml");
        java.nio.file.Files.writeString(model, "model: blowup\nflow: {X: X^2}\n");
        Called called = Called.with("integrate", model.toString(), "--until", "2", "--start", "X=1", "--quiet");
        assertEquals(3, called.status());
        assertTrue(called.err().startsWith("macrostate: not converged: "), called.err());
    }
}
