package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code control}: what is a control, in which coordinates, and what is left of a search that is cut. */
class ControlCommandTest {
    private static final String REGRESSION = """
            model: regression
            parameters: {sigma: {value: 1/2}, tau: {value: 1, domain: positive}}
            vectors: {u: {fixed: identity}, w: {rate: tau}}
            randoms: {zeta: {law: normal}}
            samples: {x: noise}
            fields: {h: w . x, y: u . x}
            loss: 1/2 (h - y - sigma zeta)^2
            order: {R: w . u, Q: w . w}
            observables: {eps_g: "1/2 (Q - 2 R + 1)"}
            """;

    /** X grows by u until it is full, at a cost; D falls by u and stays positive. */
    private static final String FLOW = """
            model: growth
            parameters: {u: {value: 1, domain: nonnegative}}
            scalars: {D: {start: 1, domain: positive}, X: {start: 0.1}}
            flow: {D: "-u D + (1 - D)/10", X: "u X (1 - X) - u^2 X/2 + Sin[D]/20"}
            """;

    @TempDir
    private Path folder;

    private static double number(String json, String key) {
        Matcher found = Pattern.compile("\"" + key + "\": ([-+.0-9eE]+)").matcher(json);
        assertTrue(found.find(), json);
        return Double.parseDouble(found.group(1));
    }

    private Path model(String text) throws IOException {
        return Files.writeString(folder.resolve("model.yaml"), text);
    }

    private static List<String> column(Called called, String name) {
        int at = called.csv().get(0).indexOf(name);
        return called.csv().stream().skip(1).map(row -> row.get(at)).toList();
    }

    /** At the teacher, with noise on its answers, every step away is a loss: the best learning rate is none. */
    @Test
    void a_learning_rate_of_zero_is_in_reach_where_the_equations_exist_there() throws IOException {
        String[] words = {
            "control",
            model(REGRESSION).toString(),
            "--control",
            "tau=0:1",
            "--goal",
            "eps_g at 3",
            "--start",
            "R=1,Q=1",
            "--pieces",
            "3",
            "--starts",
            "2",
            "--quiet",
            "--no-cache",
            "--json"
        };
        Called called = Called.with(words).succeeds();
        assertEquals(0, number(called.out(), "objective"), 1e-15);
        Path divided = model(REGRESSION.replace("sigma zeta)^2", "sigma zeta)^2 + w.w/(100 tau^2)"));
        words[1] = divided.toString();
        Called.with(words).isRefused("tau must stay positive, its range has the end 0.0");
    }

    /** Numbers as SciPy's SLSQP finds them (reference_schedules.py): the model states no batch size, or a parameter. */
    @Test
    void the_batch_size_is_a_control_of_every_model_that_takes_samples() throws IOException {
        double[] known = {1, 1.02284, 1.60687, 3.00965, 6.69853, 16.66211};
        for (String name : List.of("batch", "B")) {
            Path file = model(
                    name.equals("B")
                            ? REGRESSION.replace("parameters: {", "parameters: {B: {value: 3, domain: positive}, ")
                                    + "batch: B\n"
                            : REGRESSION);
            Called called = Called.with(
                            "control",
                            file.toString(),
                            "--control",
                            name + "=1:20",
                            "--goal",
                            "eps_g at 6",
                            "--budget",
                            "Integral[" + name + "] <= 30",
                            "--pieces",
                            "6",
                            "--starts",
                            "4",
                            "--start",
                            "R=0,Q=0",
                            "--quiet")
                    .succeeds();
            List<String> values = column(called, "value");
            for (int i = 0; i < known.length; i++) {
                assertEquals(known[i], Double.parseDouble(values.get(i)), 1e-3, "piece " + i);
            }
        }
    }

    @Test
    void the_logarithm_of_a_positive_number_is_a_coordinate_with_the_same_optimum() throws IOException {
        Path file = model(FLOW);
        double[] objectives = new double[2];
        for (int i = 0; i < 2; i++) {
            List<String> words = new java.util.ArrayList<>(
                    List.of("control", file.toString(), "--control", "u=0:2", "--goal", "D - X at 5", "--pieces", "5"));
            words.addAll(List.of("--starts", "4", "--quiet", "--json"));
            words.addAll(i == 0 ? List.of() : List.of("--log", "D"));
            Called called = Called.with(words.toArray(String[]::new)).succeeds();
            objectives[i] = number(called.out(), "objective");
        }
        assertEquals(objectives[0], objectives[1], 1e-8);
    }

    @Test
    void a_search_that_is_cut_leaves_the_best_until_then() throws IOException {
        Path file = model(FLOW);
        Called control = Called.cut(
                run -> run.err().contains("note: the time limit ended the search after "),
                "control",
                file.toString(),
                "--control",
                "u=0:2",
                "--goal",
                "D - X at 5",
                "--pieces",
                "900",
                "--starts",
                "10000",
                "--quiet");
        assertTrue(control.err().endsWith(" s was reached; this is what was found until then\n"), control.err());
        assertTrue(control.csv().size() > 1, control.out());
        Called tune = Called.cut(
                run -> run.err().contains("note: the time limit ended the search after "),
                "tune",
                file.toString(),
                "--schedule",
                "u=Steps[0:4.9:30]",
                "--vary",
                "u=0:2",
                "--goal",
                "minimum D - X",
                "--until",
                "2000",
                "--quiet");
        assertTrue(tune.csv().size() > 1, tune.out());
    }

    @Test
    void beside_a_free_form_stand_the_best_constant_and_the_best_straight_line() throws IOException {
        Called called = Called.with(
                        "tune",
                        model(FLOW).toString(),
                        "--schedule",
                        "u=Knots[0,2,5]",
                        "--vary",
                        "u=0:2",
                        "--goal",
                        "D - X at 5",
                        "--quiet",
                        "--json")
                .succeeds();
        String forms = called.out().substring(called.out().indexOf("\"simple forms\""));
        double constant = number(forms, "goal");
        double ramp = number(forms.substring(forms.indexOf("\"ramp\"")), "goal");
        double best = number(called.out(), "goal");
        assertTrue(best <= ramp + 1e-7 && ramp <= constant + 1e-7, constant + ", " + ramp + ", " + best);
        assertTrue(called.err().contains("no proof of a global optimum"), called.err());
    }
}
