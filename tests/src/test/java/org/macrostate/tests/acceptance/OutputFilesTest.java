package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files: what they are called, what says who made them, and whose files are left alone. */
class OutputFilesTest {
    @TempDir
    private Path folder;

    private Called integrate(Path out, String... more) {
        var args = new java.util.ArrayList<>(
                List.of("integrate", "oja", "--until", "1", "--points", "2", "--out", out.toString()));
        args.addAll(List.of(more));
        return Called.with(args.toArray(String[]::new));
    }

    private TreeSet<String> names() throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void a_csv_has_its_provenance_beside_it() throws Exception {
        assertEquals(0, integrate(folder.resolve("run.csv")).status());
        assertEquals(new TreeSet<>(List.of("run.csv", "run.meta.json")), names());
        var meta = Called.json(Files.readString(folder.resolve("run.meta.json")));
        assertEquals("oja", Called.at(meta, "made by", "model", "name"));
        assertEquals(
                "t,q,Q",
                Files.readString(folder.resolve("run.csv")).lines().findFirst().orElseThrow());
    }

    @Test
    void a_json_file_carries_its_provenance() throws Exception {
        assertEquals(0, integrate(folder.resolve("run.json")).status());
        assertEquals(new TreeSet<>(List.of("run.json")), names());
        var json = Called.json(Files.readString(folder.resolve("run.json")));
        assertEquals("oja", Called.at(json, "made by", "model", "name"));
    }

    @Test
    void a_folder_gets_tables_figures_and_json() throws Exception {
        Called.with(
                        "phase-diagram",
                        "linear-vae",
                        "--x",
                        "beta=0.5:3:6",
                        "--y",
                        "eta=0.2:2:5",
                        "--out",
                        folder.toString())
                .succeeds();
        assertTrue(
                names().containsAll(List.of(
                        "phase.csv",
                        "phase.meta.json",
                        "boundaries.csv",
                        "phase-diagram.json",
                        "phase-diagram.svg",
                        "phase-diagram.png",
                        "phase-diagram.tex")),
                names().toString());
    }

    @Test
    void several_tables_do_not_go_into_one_csv_file() {
        Path out = folder.resolve("all.csv");
        Called called = Called.with(
                "phase-diagram", "linear-vae", "--x", "beta=0.5:3:6", "--y", "eta=0.2:2:5", "--out", out.toString());
        assertEquals(
                "macrostate: phase-diagram has several tables to write to 'all.csv'; name a folder, or a file that ends"
                        + " in .json\n",
                called.err());
        assertEquals(2, called.status());
    }

    @Test
    void own_files_are_written_again_to_the_same_bytes() throws Exception {
        Path out = folder.resolve("run.csv");
        integrate(out);
        byte[] first = Files.readAllBytes(out);
        byte[] meta = Files.readAllBytes(folder.resolve("run.meta.json"));
        assertEquals(0, integrate(out).status());
        assertEquals(-1, java.util.Arrays.mismatch(first, Files.readAllBytes(out)));
        assertEquals(-1, java.util.Arrays.mismatch(meta, Files.readAllBytes(folder.resolve("run.meta.json"))));
    }

    @Test
    void files_of_others_are_left_alone_unless_forced() throws Exception {
        for (String name : List.of("run.csv", "run.json")) {
            Path out = folder.resolve(name);
            Files.writeString(out, "{\"mine\": 1}");
            Called called = integrate(out);
            assertEquals(
                    "macrostate: '" + out + "' exists and was not written by Macrostate; --force overwrites it\n",
                    called.err());
            assertEquals(2, called.status());
            assertEquals("{\"mine\": 1}", Files.readString(out));
            assertEquals(0, integrate(out, "--force").status());
            assertTrue(Files.size(out) > 20);
        }
    }

    @Test
    void nothing_temporary_is_left_behind() throws Exception {
        integrate(folder.resolve("run.csv"));
        assertTrue(names().stream().noneMatch(name -> name.endsWith(".part")), names().toString());
    }

    @Test
    void a_file_in_place_of_the_folder_is_named() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        Called called = integrate(file.resolve("run.csv"));
        assertEquals("macrostate: '" + file + "' is no folder, so nothing can be written into it\n", called.err());
        assertEquals(2, called.status());
    }
}
