package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims of studies, on flows whose solutions are known: x = exp(-t), y = 1/(1 + t), z = (t - 3)^2. */
class ClaimsTest {
    private static final String MODEL = """
            model: known
            parameters: {a: {value: 1}, b: {value: 2}}
            flow: {x: -a x, y: -y^2, z: 2 w, w: 1}
            states: {rest: {x: 0}}
            """;

    private static final String STUDY = """
            study: known
            model: known.yaml
            report: {formats: [html]}
            claims:
              - claim: solutions
                title: Known solutions
                says: "The flow decays as `x = Exp[-a t]`."
                found: "The rate is {rate} and half is left at {half}."
                refuted by: "A half-life other than `Log[2]`."
                questions:
                  - integrate: {as: course, until: 20, points: 401, start: {x: 1, y: 1, z: 9, w: -3}}
                measures:
                  rate:   {rate: course, of: x, from: 1, to: 5}
                  power:  {power: course, of: y, over: 1 + t}
                  half:   {time: course, of: x, below: 1/b}
                  valley: {least at: course, of: z}
                  most:   {largest: course, of: "x + y", to: 10}
                  points: {rows: course, where: {t: 5}}
                  late:   {value: course, of: y, at: 7.03}
                  twice:  b late
                criteria:
                  - {that: rate of decay, value: rate, is: -a, within: 1/10^6}
                  - {that: power of decay, value: power, is: -1, within: 1/10^6}
                  - {that: half-life, value: half, is: "Log[b]/a", within: 1/10^5}
                  - {that: place of the least value, value: valley, is: 3, within: 1/10^9}
                  - {that: most at the start, value: most, is: 2, within: 1/10^9}
                  - {that: rows, value: points, between: [0, 2]}
                  - {that: a value between rows, value: twice, is: "2/8.03", within: 0.01%}
                  - {that: a bound, value: %s, above: 0}
                figures:
                  - {shows: "How `x` decays.", x: t, y: x, axes: log y,
                     series: [{line: course, of: x, label: x}, {fit: rate, label: fitted}, {formula: "Exp[-a t]"}],
                     guides: [{y: 1/b}]}
            """;

    @TempDir
    private Path folder;

    private Called run(String study) throws Exception {
        Files.writeString(folder.resolve("known.yaml"), MODEL);
        Path file = Files.writeString(folder.resolve("study.yaml"), study);
        return Called.with(
                "study",
                file.toString(),
                "--quiet",
                "--out",
                folder.resolve("out").toString());
    }

    /** Half of exp(-t) is left at log 2. */
    @Test
    void an_abstract_of_the_authors_names_what_claims_measured_and_says_what_does_not_hold() throws Exception {
        String texts = """
                abstract: "Half is left at {solutions.half}."
                introduction: "Decay is old."
                discussion: ["Nothing is said of growth."]
                claims:
                """;
        String study = STUDY.replace("claims:\n", texts).replace("0.01%}", "0.01%%}");
        run(String.format(study, "late")).succeeds();
        String report = Files.readString(folder.resolve("out/report.html"));
        assertTrue(report.contains("Half is left at") && report.contains("0.6931"), "abstract");
        assertTrue(report.contains("Introduction") && report.contains("Decay is old."), "introduction");
        assertTrue(report.contains("Discussion") && report.contains("Nothing is said of growth."), "discussion");
        assertEquals(1, run(String.format(study, "late - 1")).status());
        String refuted = Files.readString(folder.resolve("out/report.html"));
        assertTrue(refuted.contains("7 of its 8 criteria are met"), "an abstract does not hide a claim that fails");
    }

    @Test
    void numbers_are_measured_as_mathematics_says_and_the_report_says_so() throws Exception {
        Called called =
                run(String.format(STUDY.replace("0.01%}", "0.01%%}"), "late")).succeeds();
        assertTrue(called.out().startsWith("Known solutions: holds (8 of 8 criteria met)"), called.out());
        String report = Files.readString(folder.resolve("out").resolve("report.html"));
        assertTrue(report.contains("criteria met"), "no verdict in the report");
        assertTrue(Files.exists(folder.resolve("out").resolve("figure-solutions.csv")));
        List<String> rows = Files.readAllLines(folder.resolve("out").resolve("claims.csv"));
        assertEquals("claim,criterion,verdict,measured,standard error,least,most", rows.get(0));
        assertEquals(9, rows.size());
    }

    @Test
    void a_claim_that_is_contradicted_fails_the_study_and_is_told_in_the_report() throws Exception {
        Called called = run(String.format(STUDY.replace("0.01%}", "0.01%%}"), "-late"));
        assertEquals(1, called.status());
        assertTrue(
                called.err().contains("the claim 'Known solutions' does not hold: 7 of 8 criteria are met"),
                called.err());
        String report = Files.readString(folder.resolve("out").resolve("report.html"));
        assertTrue(report.contains("does not hold"), "the report does not say so");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "of: x, from: 1, to: 5}            | of: x, form: 1}               | unknown key 'form'",
                "rate:   {rate: course             | rate:   {rate: coarse         | unknown question 'coarse'",
                "{rate: course, of: x              | {of: x                        | a measure is one of value, least",
                "below: 1/b}                       | at: 1}                        | one of them is needed",
                "value: rate, is: -a               | value: rat, is: -a            | unknown name 'rat'",
                "is: -1, within: 1/10^6            | below: ''                     | expected one value",
                "- {that: rows, value: points, between: [0, 2]} | - {that: rows} | a criterion is about a 'value'",
                "axes: log y                       | axes: logarithmic             | unknown scale of axes",
                "as: course, until                 | until                         | a question of a claim has a name",
            })
    void what_is_wrong_with_a_claim_is_said_before_anything_is_computed(String right, String wrong, String message)
            throws Exception {
        String study = String.format(STUDY.replace("0.01%}", "0.01%%}"), "late");
        assertTrue(study.contains(right.strip()), right);
        Called called = run(study.replace(right.strip(), wrong.strip()));
        called.isRefused(message);
        assertTrue(Files.notExists(folder.resolve("out")), "something was written");
    }
}
