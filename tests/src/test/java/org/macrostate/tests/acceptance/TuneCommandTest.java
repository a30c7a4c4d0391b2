package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tune}: KL annealing of the linear VAE against published times, and what is said of goals that cannot be. */
class TuneCommandTest {
    private static final String START = "m=.009783953,d=.121690713,Q=1.106815815,E=.861331224,R=-.107836276,D=1";

    private static Called annealing(String vary, String goal, String... more) {
        List<String> words = new ArrayList<>(
                List.of("tune", "linear-vae", "--schedule", "beta=Tanh[gamma t]", "--vary", vary, "--goal", goal));
        words.addAll(List.of("--start", START, "--quiet"));
        words.addAll(Arrays.asList(more));
        return Called.with(words.toArray(String[]::new));
    }

    private static double number(String json, String key) {
        Matcher found = Pattern.compile("\"" + key + "\": ([-+.0-9eE]+)").matcher(json);
        assertTrue(found.find(), json);
        return Double.parseDouble(found.group(1));
    }

    @Test
    void annealing_shortens_the_time_to_learn_as_published() {
        Called near =
                annealing("gamma=2.9e-4:3.1e-4", "time eps_g < 0.1", "--json").succeeds();
        assertEquals(818, number(near.out(), "without schedule"), 8.18);
        assertEquals(605, number(near.out(), "goal"), 6.05);
        assertEquals(818.0 / 605, number(near.out(), "speed-up"), 0.02);
    }

    @Test
    void the_whole_range_has_its_optimum_inside_and_no_worse_than_a_part_of_it(@TempDir Path folder) throws Exception {
        Path out = folder.resolve("out");
        annealing("gamma=1e-5:1", "time eps_g < 0.1", "--out", out.toString()).succeeds();
        String json = Files.readString(out.resolve("tune.json"));
        double best = number(json, "gamma");
        assertTrue(best > 2e-4 && best < 1e-3, "gamma = " + best);
        assertTrue(number(json, "goal") <= 605, json.substring(0, 200));
        assertTrue(json.contains("\"made by\""), json);
        String[] rows = Files.readString(out.resolve("tune.csv")).split("\r\n");
        assertEquals("gamma,goal", rows[0]);
        assertTrue(rows[1].startsWith("0.00001,"), rows[1]);
        assertTrue(rows[rows.length - 1].startsWith("1,"), rows[rows.length - 1]);
        assertTrue(rows.length > 25, "rows: " + rows.length);
        assertTrue(Files.readString(out.resolve("tuning-landscape.svg")).contains("best"));
    }

    @Test
    void the_time_is_where_integrate_under_the_same_schedule_passes_the_level() {
        Called tuned = annealing("gamma=2.9e-4:3.1e-4", "time eps_g < 0.1", "--json");
        String gamma = Double.toString(number(tuned.out(), "gamma"));
        String time = Double.toString(number(tuned.out(), "goal"));
        Called course = Called.with(
                        "integrate",
                        "linear-vae",
                        "--times",
                        time,
                        "--start",
                        START,
                        "--schedule",
                        "beta=Tanh[" + gamma.replace("E-", "*10^-") + " t]",
                        "--quiet")
                .succeeds();
        List<List<String>> rows = Called.csv(course.out());
        List<String> last = rows.get(rows.size() - 1);
        assertEquals(0.1, Double.parseDouble(last.get(rows.get(0).indexOf("eps_g"))), 1e-7);
    }

    @Test
    void several_constants_do_no_worse_than_one_of_them() {
        Called one = annealing("gamma=1e-5:1", "eps_g at 500", "--json");
        Called two = annealing(
                "gamma=1e-5:1,delta=0.5:1", "eps_g at 500", "--json", "--schedule", "beta=delta Tanh[gamma t]");
        assertEquals(2, two.status(), "an option is not overwritten in silence");
        two = Called.with(
                "tune",
                "linear-vae",
                "--schedule",
                "beta=delta Tanh[gamma t]",
                "--vary",
                "gamma=1e-5:1,delta=0.5:1",
                "--goal",
                "eps_g at 500",
                "--start",
                START,
                "--quiet",
                "--json");
        two.succeeds();
        assertTrue(number(two.out(), "goal") <= number(one.out(), "goal") + 1e-6, two.out());
        assertTrue(two.out().contains("\"seed\": 1"), two.out());
    }

    /** The best learning rates of linear regression with label noise on 10 equal pieces, from theory.md: found to 1e-9. */
    @Test
    void the_values_of_a_free_form_are_improved_by_exact_gradients() {
        Called called = Called.with(
                        "tune",
                        "linear-regression",
                        "--set",
                        "sigma=0.5",
                        "--schedule",
                        "eta=Steps[0:9:10]",
                        "--vary",
                        "eta=0.01:1.5",
                        "--goal",
                        "eps_g at 10",
                        "--start",
                        "R=0,Q=0",
                        "--quiet",
                        "--json")
                .succeeds();
        assertEquals(0.018110884662, Called.number(called.json(), "goal"), 1e-9, called.out());
    }

    @Test
    void a_goal_that_nothing_reaches_is_told_and_is_no_success() {
        Called called = annealing("gamma=1e-5:1", "time eps_g < 0.1", "--until", "50", "--json");
        assertEquals(3, called.status());
        assertTrue(called.err().contains("none of the 25 values tried reaches the goal 'time eps_g < 0.1' by t = 50"));
        assertTrue(called.out().contains("\"best\": null"), called.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "beta=0:1 | time eps_g < 0.1 | 'beta' is a parameter of the model",
                "gamma=0:1,delta=0:1 | time eps_g < 0.1 | the constant 'delta' stands in no schedule",
                "gamma=0:1,m=0:1 | time eps_g < 0.1 | name 'm' is declared twice",
                "delta=0:1 | time eps_g < 0.1 | unknown name 'gamma'",
                "gamma=1:0 | time eps_g < 0.1 | --vary: the range of gamma must be finite and rise, was 1.0 to 0.0",
                "gamma=1 | time eps_g < 0.1 | --vary: expected CONSTANT=FROM:TO, found 'gamma=1'",
                "gamma=0:1 | fast | --goal: expected a goal such as 'time eps_g < 0.1'",
                "gamma=0:1 | time eps_q < 0.1 | unknown name 'eps_q'; did you mean 'eps_g'?",
                "gamma=0:1 | eps_g at -3 | the time of the goal must be positive, was -3",
            })
    void what_does_not_fit_is_bad_input(String vary, String goal, String message) {
        annealing(vary, goal).isRefused(message);
    }

    @Test
    void a_study_tells_of_the_tuned_schedule(@TempDir Path folder) throws Exception {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                study: annealing
                model: linear-vae
                questions:
                  - tune: {schedule: "beta=Tanh[gamma t]", vary: "gamma=1e-5:1", goal: "time eps_g < 0.1",
                           start: {m: 0.01, d: 0.1}, until: 3000}
                """);
        Path out = folder.resolve("out");
        Called.with("study", study.toString(), "--out", out.toString(), "--quiet")
                .succeeds();
        assertTrue(Files.exists(out.resolve("tune.csv")));
        String report = Files.readString(out.resolve("report.html"));
        assertTrue(report.contains("Tuned schedule") && report.contains("time eps_g &lt; 0.1"), report);
    }

    @Test
    void a_study_whose_goal_is_not_reached_says_so_and_shows_no_figure(@TempDir Path folder) throws Exception {
        Path study = Files.writeString(folder.resolve("study.yaml"), """
                study: hopeless
                model: linear-vae
                questions:
                  - tune: {schedule: "beta=Tanh[gamma t]", vary: "gamma=1e-5:1", goal: "time eps_g < 0.1", until: 2}
                report: {formats: [html]}
                """);
        Path out = folder.resolve("out");
        assertEquals(
                3,
                Called.with("study", study.toString(), "--out", out.toString(), "--quiet")
                        .status());
        assertTrue(Files.readString(out.resolve("report.html")).contains("No value tried reaches it."));
        assertTrue(Files.notExists(out.resolve("tuning-landscape.svg")));
    }

    /** A scalar that falls below zero: the values that lead there are told with the state by its own names. */
    @Test
    void inadmissible_values_are_told_by_the_names_of_the_state(@TempDir Path folder) throws IOException {
        Path model = Files.writeString(folder.resolve("fall.yaml"), """
                model: fall
                parameters: {c: 1}
                scalars: {Y: {domain: positive}}
                flow: {Y: c - 1}
                """);
        Called called = Called.with(
                "tune",
                model.toString(),
                "--schedule",
                "c=level",
                "--vary",
                "level=0:3",
                "--goal",
                "Y at 2",
                "--start",
                "Y=1");
        assertTrue(called.err().contains("where Y = "), called.err());
        assertFalse(called.err().contains("state element"), called.err());
    }
}
