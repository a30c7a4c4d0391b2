package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code branch} against the contract of its output and the Lorenz system's closed forms. */
class BranchCommandTest {
    private static final String[] LORENZ = {"branch", "lorenz", "--vary", "rho=0:30"};

    private static Called lorenz(String... more) {
        String[] all = java.util.Arrays.copyOf(LORENZ, LORENZ.length + more.length);
        System.arraycopy(more, 0, all, LORENZ.length, more.length);
        return Called.with(all);
    }

    @Test
    void rows_are_branch_stability_parameter_and_order_parameters() {
        Called called = lorenz("--quiet").succeeds();
        String[] lines = called.out().split("\r\n");
        assertEquals("branch,stable,rho,X,Y,Z", lines[0]);
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(",");
            double rho = Double.parseDouble(cells[2]);
            double x = Double.parseDouble(cells[3]);
            assertEquals(0, x * (x * x - 8.0 / 3 * (rho - 1)), 1e-6, lines[i]);
            boolean stable = Math.abs(x) < 1e-9 ? rho < 1 : rho < 470.0 / 19;
            if (Math.abs(rho - 1) > 1e-6 && Math.abs(rho - 470.0 / 19) > 1e-6) {
                assertEquals(Boolean.toString(stable), cells[1], lines[i]);
            }
        }
    }

    @Test
    void a_folder_gets_the_table_the_bifurcations_and_the_figure(@TempDir Path folder) throws IOException {
        lorenz("--out", folder.resolve("out").toString(), "--quiet").succeeds();
        String json = Files.readString(folder.resolve("out/branch.json"));
        assertTrue(json.contains("\"kind\": \"branch point\""), json);
        assertTrue(json.contains("\"kind\": \"hopf\""), json);
        assertTrue(json.contains("\"rho\": 24.73684210526"), json);
        assertTrue(json.contains("\"made by\""), json);
        assertTrue(Files.exists(folder.resolve("out/branch.csv")));
        assertTrue(Files.exists(folder.resolve("out/branch.meta.json")));
        String svg = Files.readString(folder.resolve("out/bifurcation-diagram.svg"));
        assertTrue(svg.contains("unstable") && svg.contains("branch point") && svg.contains("hopf"), svg);
    }

    @Test
    void a_range_outside_the_domain_is_bad_input() {
        Called.with("branch", "lorenz", "--vary", "rho=-1:30")
                .isRefused("rho must be nonnegative, its range is -1.0 to 30.0");
    }

    @Test
    void the_same_command_gives_the_same_bytes() {
        assertEquals(
                lorenz("--json", "--quiet").out(), lorenz("--json", "--quiet").out());
    }

    @Test
    void bifurcations_are_followed_in_a_second_parameter(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("out");
        lorenz("--follow", "sigma=5:20", "--out", out.toString(), "--quiet").succeeds();
        String[] lines = Files.readString(out.resolve("curves.csv")).split("\r\n");
        assertEquals("curve,kind,rho,sigma,unstable,X,Y,Z", lines[0]);
        double b = 8.0 / 3;
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(",");
            double rho = Double.parseDouble(cells[2]);
            double sigma = Double.parseDouble(cells[3]);
            double expected = cells[1].equals("hopf") ? sigma * (sigma + b + 3) / (sigma - b - 1) : 1;
            assertEquals(expected, rho, 1e-8, lines[i]);
        }
        assertTrue(Files.exists(out.resolve("bifurcation-curves.svg")));
        assertTrue(Files.readString(out.resolve("branch.json")).contains("\"codimension two\": []"));
    }

    @Test
    void the_second_parameter_must_be_another_and_its_range_in_its_domain() {
        Called same = lorenz("--follow", "rho=1:2");
        assertEquals(2, same.status());
        assertTrue(
                same.err()
                        .contains("the parameter to follow in must be another than the one that varies, both were rho"),
                same.err());
        lorenz("--follow", "sigma=2:1").isRefused("range of sigma must rise, was 2.0 to 1.0");
    }

    /** r' = r (b − r²): x runs between ±√b along the cycle, and x² + 2 y² between b and 2 b. */
    @ParameterizedTest
    @CsvSource({"x, -1, 1", "e, 1, 2"})
    void the_figure_shows_limit_cycles_by_their_least_and_largest_values(
            String shown, double least, double most, @TempDir Path folder) throws IOException {
        Path model = Files.writeString(folder.resolve("hopf.yaml"), """
                model: hopf
                parameters: {b: 0.1}
                flow: {x: "b x - y - x (x^2 + y^2)", y: "x + b y - y (x^2 + y^2)"}
                observables: {e: x^2 + 2 y^2}
                """);
        Called.with(
                        "branch",
                        model.toString(),
                        "--vary",
                        "b=-1:1",
                        "--cycles",
                        "--show",
                        shown,
                        "--out",
                        folder.resolve("out").toString(),
                        "--quiet")
                .succeeds();
        List<List<String>> rows = Called.csv(Files.readString(folder.resolve("out/bifurcation-diagram.csv")));
        List<String> pieces =
                rows.stream().skip(1).map(row -> row.get(0)).distinct().toList();
        assertEquals(4, pieces.size(), "stable and unstable fixed points, two curves of cycles: " + pieces);
        for (int i : new int[] {2, 3}) {
            List<List<String>> curve = rows.stream()
                    .filter(row -> row.get(0).equals(pieces.get(i)))
                    .toList();
            assertTrue(curve.size() > 5, curve.toString());
            for (List<String> row : curve) {
                double b = Double.parseDouble(row.get(1));
                double factor = i == 2 ? least : most;
                double expected = factor * (shown.equals("x") ? Math.sqrt(b) : b);
                assertEquals(expected, Double.parseDouble(row.get(2)), 1e-6);
            }
        }
        String svg = Files.readString(folder.resolve("out/bifurcation-diagram.svg"));
        assertTrue(svg.contains("stable limit cycles"));
        List<List<String>> cycles = Called.csv(Files.readString(folder.resolve("out/cycles.csv")));
        assertEquals(List.of("min e", "max e"), cycles.get(0).subList(8, 10));
    }

    /** Types have marks of their own in every form of the figure, and a row each in the table of bifurcations. */
    @Test
    void figures_tell_types_of_bifurcations_by_their_marks(@TempDir Path folder) throws IOException {
        Path model = Files.writeString(folder.resolve("types.yaml"), """
                model: types
                parameters: {mu: 0}
                flow: {x: "mu x - x^3", y: "(mu - 1) y + y^3 - y^5", z: "(mu - 2) z - z^2", w: "3 - mu - w^2"}
                """);
        Path out = folder.resolve("out");
        Called.with(
                "branch", model.toString(), "--vary", "mu=-1:3.5", "--show", "x", "--out", out.toString(), "--quiet");
        String svg = Files.readString(out.resolve("bifurcation-diagram.svg"));
        String tex = Files.readString(out.resolve("bifurcation-diagram.tex"));
        for (String type : List.of(
                "fold",
                "branch point, transcritical",
                "branch point, supercritical pitchfork",
                "branch point, subcritical pitchfork")) {
            assertTrue(svg.contains(">" + type + "<"), type + " is not in the legend");
            assertTrue(tex.contains("\\addlegendentry{" + type + "}"), type);
        }
        for (String mark : List.of("mark=*", "mark=diamond*", "mark=triangle*, mark size", "rotate=180")) {
            assertTrue(tex.contains(mark), mark + " is not in " + tex);
        }
        List<List<String>> rows = Called.csv(Files.readString(out.resolve("bifurcation-diagram-bifurcations.csv")));
        assertEquals(
                List.of("type", "branch", "multiplicity", "coefficient", "frequency", "isotropy", "leaving", "mu"),
                rows.get(0).subList(0, 8));
        List<String> pitchfork = rows.stream()
                .filter(row -> row.get(0).equals("branch point, supercritical pitchfork"))
                .findFirst()
                .orElseThrow();
        assertEquals(0, Double.parseDouble(pitchfork.get(7)), 1e-9);
        assertEquals(-1, Double.parseDouble(pitchfork.get(3)), 1e-6);
        assertTrue(pitchfork.get(5).startsWith("x") && pitchfork.get(5).endsWith("= 0"), pitchfork.toString());
        assertTrue(pitchfork.get(6).endsWith("(2 images)"), pitchfork.toString());
    }

    /**
     * Three students of three teachers: the plateau keeps all exchanges of either, the 3! specialised states only exchanges of
     * pairs (D. Saad and S. A. Solla, Phys. Rev. E 52, 4225 (1995)), and every class of images is followed once, to its end.
     */
    @Tag("slow")
    @Test
    void branches_of_three_students_are_followed_once_a_class_of_images(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("out");
        Called.with(
                        "branch",
                        "soft-committee",
                        "--size",
                        "K=3,M=3",
                        "--vary",
                        "eta=0.1:4",
                        "--out",
                        out.toString(),
                        "--quiet")
                .succeeds();
        String json = Files.readString(out.resolve("branch.json"));
        assertTrue(json.contains("\"notes\": []"), json.substring(Math.max(0, json.length() - 2000)));
        String plateau = "\"isotropy\": \"K: all 3 alike; M: all 3 alike\",\\s+\"images\": 1\\s";
        String specialised =
                "\"isotropy\": \"K: all 3 alike; M: all 3 alike; K and M exchanged together\",\\s+\"images\": 6\\s";
        for (String isotropy : List.of(plateau, specialised)) {
            assertTrue(java.util.regex.Pattern.compile(isotropy).matcher(json).find(), isotropy);
        }
        // closed branches without any symmetry, of 3!² images each
        assertTrue(
                java.util.regex.Pattern.compile(
                                "\"isotropy\": \"K: all 3 different; M: all 3 different\",\\s+\"images\": 36\\s")
                        .matcher(json)
                        .find(),
                "branches without symmetry");
    }
}
