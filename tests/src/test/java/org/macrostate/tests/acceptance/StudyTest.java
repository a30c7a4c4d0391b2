package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Studies: from a file to a report, and what is said of a file that is none. */
class StudyTest {
    private static final String SMALL = """
            study: small
            title: A small study
            model: linear-vae
            questions:
              - thresholds:    {state: collapsed, solve: beta}
              - fixed-points:  {set: {beta: 0.5}}
              - integrate:     {until: 200, points: 11, start: {m: 0.01, d: 0.1}, curves: {beta: [0.5, 2.5]}}
              - simulate:      {dimension: 50, runs: 3, until: 200, points: 5, reduced: true,
                                start: {m: 0.01, d: 0.1}, curves: {beta: [0.5, 2.5]}}
              - phase-diagram: {x: "beta=0.5:3:6", y: "eta=0.2:2:5"}
              - check:         {dimension: [30, 60], runs: 4, until: 5, set: {tau: 0.1}}
            """;

    @TempDir
    private Path folder;

    private Path study(String text) throws Exception {
        return Files.writeString(folder.resolve("study.yaml"), text);
    }

    private Called run(String text, String out, String... more) throws Exception {
        var args = new java.util.ArrayList<>(List.of(
                "study",
                study(text).toString(),
                "--quiet",
                "--out",
                folder.resolve(out).toString()));
        args.addAll(List.of(more));
        return Called.with(args.toArray(String[]::new));
    }

    private Map<String, byte[]> files(String out) throws Exception {
        Map<String, byte[]> all = new TreeMap<>();
        try (var files = Files.walk(folder.resolve(out))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(folder.resolve(out).relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return all;
    }

    @Test
    void a_study_leaves_results_figures_and_a_report_and_goes_on_where_it_was() throws Exception {
        Called called = run(SMALL, "out", "--threads", "2").succeeds();
        assertTrue(called.out().startsWith("report: " + folder.resolve("out").resolve("report.")), called.out());
        Map<String, byte[]> first = files("out");
        for (String name : List.of(
                "thresholds.json",
                "fixed-points.json",
                "fixed-points.csv",
                "trajectory.csv",
                "simulation.csv",
                "phase.csv",
                "boundaries.csv",
                "check.json",
                "learning-curves.svg",
                "learning-curves.png",
                "phase-diagram.tex",
                "report.tex",
                "report.html")) {
            assertTrue(first.containsKey(name), name);
        }
        String html = Files.readString(folder.resolve("out").resolve("report.html"));
        assertTrue(html.contains("A small study") && html.contains("<svg") && html.contains("<math"), "report.html");
        assertTrue(html.contains("default-src 'none'"), "what report.html may load");
        assertTrue(!html.contains("src=\"") && !html.contains("<link"), "report.html loads something");

        assertEquals(0, run(SMALL, "out", "--resume").status());
        same(first, files("out"));
        assertEquals(0, run(SMALL, "again", "--threads", "1").status());
        same(first, files("again"));
    }

    /** A kept answer that is changed by hand shows in what is written: it was not computed again. */
    @Test
    void what_is_finished_of_long_questions_is_never_computed_again() throws Exception {
        String study = """
                study: kept
                model: oja
                report: {formats: [tex]}
                questions:
                  - passage: {as: escape, dimension: [40, 80], runs: 3, of: "Abs[q]", above: 0.4321, until: 20, reduced: true}
                  - tune:    {as: tuned, schedule: "tau=level", vary: "level=0.1:1", goal: "time q^2 > 0.4321", start: {q: 0.1, Q: 1}}
                  - branch:  {as: branches, vary: "tau=0.4321:1"}
                  - control: {as: free, control: {tau: "0.1:1"}, goal: "q^2 at 0.4321", pieces: 3, starts: 2, start: {q: 0.1, Q: 1}}
                """;
        assertEquals(0, run(study, "kept").status());
        Map<String, byte[]> first = files("kept");
        assertEquals(0, run(study, "kept", "--resume").status());
        same(first, files("kept"));
        for (String name : List.of("escape", "tuned", "branches", "free")) {
            Path kept = folder.resolve("kept/.answers/" + name + ".json");
            Files.writeString(kept, Files.readString(kept).replace("0.4321", "0.4322"));
        }
        assertEquals(0, run(study, "kept", "--resume").status());
        for (String name : List.of("escape.json", "tuned.json", "branch-branches.csv", "free.json")) {
            String written = Files.readString(folder.resolve("kept/" + name));
            assertTrue(written.contains("0.4322"), () -> name + " was computed again: " + written);
        }
    }

    /** The report tells the study's own problem, with its source, whatever the questions are asked of. */
    @Test
    void a_study_may_ask_of_other_models_only() throws Exception {
        run("""
                        study: other
                        model: hebb
                        report: {formats: [html, tex]}
                        questions:
                          - integrate: {model: oja, until: 2, points: 3}
                        """, "other").succeeds();
        String html = Files.readString(folder.resolve("other/report.html"));
        assertTrue(html.contains("[1]") && html.contains("[2]"), html);
    }

    private static void same(Map<String, byte[]> expected, Map<String, byte[]> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        List<String> differing = expected.keySet().stream()
                .filter(name -> !Arrays.equals(expected.get(name), actual.get(name)))
                .toList();
        assertEquals(List.of(), differing);
    }

    @Test
    void the_report_compiles_where_there_is_a_tex() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                new org.macrostate.reports.latex.PdfLatex().isInstalled(), "no pdflatex here");
        Called called = run("study: s\nmodel: oja\nquestions:\n  - integrate: {until: 2}\n  - fixed-points:\n", "out");
        assertEquals("", called.err());
        assertTrue(Files.size(folder.resolve("out").resolve("report.pdf")) > 10_000);
    }

    @Test
    void a_question_that_fails_leaves_the_others_their_results() throws Exception {
        Files.writeString(folder.resolve("blowup.yaml"), "model: blowup\nflow: {X: X^2}\nstates: {rest: {X: 0}}\n");
        Called called = run("""
                study: s
                model: blowup.yaml
                questions:
                  - integrate: {until: 2, start: {X: 1}}
                  - integrate: {until: 2, start: {X: -1}}
                report: {formats: [html]}
                """, "out");
        assertEquals(3, called.status(), called.err());
        assertTrue(called.err().startsWith("macrostate: integrate: not converged: "), called.err());
        var rows = Called.csv(Files.readString(folder.resolve("out").resolve("trajectory-2.csv")));
        assertEquals(-1 / 3.0, Double.parseDouble(rows.get(rows.size() - 1).get(1)), 1e-7);
        assertTrue(Files.exists(folder.resolve("out").resolve("report.html")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "study: s | expected the keys of a study",
                "model: oja | , line 1, column 1: key 'study' is missing",
                "study: s;model: oja | : key 'questions' is missing",
                "study: s;modl: oja | , line 2, column 1, key 'modl': unknown key 'modl'; did you mean 'model'?",
                "study: s;model: oja;questions: [optimise: {}] | , key 'questions.optimise': unknown question 'optimise'; known:",
                "study: s;model: oja;questions: [chekc: {}] | unknown question 'chekc'; did you mean 'check'?",
                "study: s;model: oja;questions: [check: {runs: 4}] | key 'dimension' is missing",
                "study: s;model: oja;questions: [integrate: {untill: 4}] | unknown key 'untill'; did you mean 'until'?",
                "study: s;model: oja;questions: [integrate: {until: x}] | until must be a finite number, was 'x'",
                "study: s;model: oja;questions: [integrate: {until: 1, start: {qq: 1}}] | unknown order parameter 'qq'; did you mean",
                "study: s;model: oja;questions: [thresholds: {state: s, solve: tau}] | unknown state 's'",
                "study: s;model: oja;set: {tua: 1};questions: [fixed-points: {}] | unknown parameter 'tua'; did you mean 'tau'?",
                "study: s;model: oja;questions: [] | a study asks at least one question",
                "study: s;model: oja;questions: [fixed-points: {}];report: {formats: [doc]} | unknown format 'doc'",
                "study: ../s;model: oja;questions: [fixed-points: {}] | a study's name is of at most 100 letters, digits, '-' and '_', was '../s'",
            })
    void a_file_that_is_no_study_is_told_where_and_why(String text, String message) throws Exception {
        String yaml = text.equals("study: s") ? "- study" : text.replace(";", "\n");
        Called called = run(yaml, "out");
        assertTrue(called.err().contains(message), called.err());
        assertEquals(1, called.err().lines().count(), called.err());
        assertEquals(2, called.status());
        assertTrue(Files.notExists(folder.resolve("out")));
    }

    @Test
    void bundled_studies_can_be_read_and_fit_their_models() {
        for (String name : org.macrostate.engine.study.BundledStudies.names()) {
            var study = org.macrostate.engine.study.BundledStudies.study(name);
            study.items().forEach(item -> {
                String model = item.model().isEmpty() ? study.model() : item.model();
                var problem = org.macrostate.engine.model.ModelSource.read(model, Path.of(""));
                var subject = org.macrostate.engine.model.ModelInstance.of(problem, study.settings());
                item.question().requireFits(subject.with(item.settings()));
            });
        }
    }
}
