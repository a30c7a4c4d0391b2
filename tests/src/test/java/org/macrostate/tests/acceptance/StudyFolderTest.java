package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that several studies are run in: each leaves what it wrote, and nothing of the one before. */
class StudyFolderTest {
    private static final String FIRST = """
            study: first
            model: oja
            questions:
              - integrate: {as: course, until: 2, points: 5}
              - branch: {as: branches, vary: "tau=0.5:1"}
              - fixed-points: {}
            report: {formats: [html]}
            """;
    private static final String SECOND = """
            study: second
            model: oja
            questions:
              - integrate: {until: 1, points: 3}
            report: {formats: [tex]}
            """;

    @TempDir
    private Path folder;

    private Set<String> run(String text, String out, String... more) throws Exception {
        Path study = Files.writeString(folder.resolve("s.yaml"), text);
        List<String> args = new ArrayList<>(List.of("study", study.toString(), "--quiet", "--out"));
        args.add(folder.resolve(out).toString());
        args.addAll(List.of(more));
        Called.with(args.toArray(String[]::new)).succeeds();
        return names(out);
    }

    private Set<String> names(String out) throws Exception {
        Set<String> names = new TreeSet<>();
        try (var files = Files.walk(folder.resolve(out))) {
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            names.add(folder.resolve(out).relativize(file).toString()));
        }
        return names;
    }

    @Test
    void a_study_leaves_nothing_of_another_one_and_touches_nothing_else() throws Exception {
        Set<String> fresh = run(SECOND, "fresh");
        Set<String> first = run(FIRST, "out");
        assertTrue(
                first.containsAll(Set.of(".answers/branches.json", "branches.json", "report.html")), first.toString());
        Path own = folder.resolve("out");
        Files.writeString(own.resolve("notes.txt"), "mine");
        Files.writeString(own.resolve(".answers/notes"), "mine");
        Files.writeString(own.resolve("fixed-points.csv"), "changed by hand");
        Set<String> expected = new TreeSet<>(fresh);
        expected.addAll(Set.of("notes.txt", ".answers/notes", "fixed-points.csv"));
        assertEquals(expected, run(SECOND, "out", "--force"));
    }

    @Test
    void some_questions_of_a_study_leave_all_others_there() throws Exception {
        Set<String> all = run(FIRST, "out");
        assertEquals(all, run(FIRST, "out", "--only", "course"));
        assertEquals(all, run(FIRST, "out", "--resume"));
        assertTrue(run(SECOND, "out", "--only", "integrate", "--force").containsAll(all));
    }

    /** Hours of work are not given up for a study that came to nothing, or that may overwrite nothing. */
    @Test
    void a_study_that_fails_or_is_not_forced_removes_nothing() throws Exception {
        Set<String> all = run(FIRST, "out");
        assertTrue(run(SECOND, "out").containsAll(all));
        Path study = Files.writeString(
                folder.resolve("s.yaml"),
                SECOND.replace("questions:\n", "questions:\n  - thresholds: {state: none, solve: tau}\n")
                        .replace("study: second", "study: third"));
        Called failed = Called.with(
                "study",
                study.toString(),
                "--quiet",
                "--force",
                "--time-limit",
                "0.000001",
                "--out",
                folder.resolve("out").toString());
        assertTrue(failed.status() != 0, failed.err());
        assertTrue(names("out").containsAll(all), failed.err());
    }

    @Test
    void a_list_that_names_what_is_not_in_the_folder_is_not_followed() throws Exception {
        run(FIRST, "out");
        Path outside = Files.writeString(folder.resolve("outside.csv"), "mine");
        Path list = folder.resolve("out/.answers/.files.json");
        String sum = "\"" + sha(outside) + "\"";
        Files.writeString(
                list,
                Files.readString(list)
                        .replaceFirst(
                                "\"files\"\\s*:\\s*\\{",
                                "\"files\" : {\"../outside.csv\" : " + sum + ", \".answers/../../outside.csv\" : " + sum
                                        + ", \"" + outside + "\" : " + sum + ","));
        run(SECOND, "out", "--force");
        assertTrue(Files.exists(outside));
        assertFalse(Files.exists(folder.resolve("out/branches.json")));
    }

    private static String sha(Path file) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    void a_dry_run_needs_no_folder() throws Exception {
        Path study = Files.writeString(folder.resolve("s.yaml"), SECOND);
        Called called = Called.with("study", study.toString(), "--dry-run").succeeds();
        assertEquals(
                List.of(
                        "integrate.json",
                        "trajectory.csv",
                        "report.tex",
                        "report.ipynb",
                        "references.bib",
                        "oja.yaml",
                        "study.yaml"),
                called.out().lines().toList());
    }
}
