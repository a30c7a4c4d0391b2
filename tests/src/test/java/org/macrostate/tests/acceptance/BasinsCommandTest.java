package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code basins} on a double well whose basins are known: x' = x − x³ goes to the sign of x. */
class BasinsCommandTest {
    private static Path model(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("wells.yaml"),
                "model: wells\nparameters: {k: {value: 1}}\nflow: {x: x - x^3, y: -k y}\n");
    }

    @Test
    void every_start_reaches_the_well_on_its_side(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("out");
        Called.with(
                        "basins",
                        model(folder).toString(),
                        "--start",
                        "x=-2:2:9,y=-1:1:3",
                        "--out",
                        out.toString(),
                        "--quiet")
                .succeeds();
        String[] lines = Files.readString(out.resolve("basins.csv")).split("\r\n");
        assertEquals("x,y,attractor,phase,time", lines[0]);
        assertEquals(1 + 27, lines.length);
        for (int i = 1; i < lines.length; i++) {
            String[] cells = lines[i].split(",");
            double x = Double.parseDouble(cells[0]);
            String expected = x == 0 ? "0" : x < 0 ? "1" : "2";
            assertEquals(expected, cells[2], lines[i]);
            assertEquals(x == 0 ? "undecided" : "broken", cells[3], "x = 0 leads to the saddle");
        }
        String attractors = Files.readString(out.resolve("attractors.csv"));
        assertTrue(attractors.startsWith("attractor,phase,starts,x,y\r\n1,broken,12,"), attractors);
        assertTrue(Files.exists(out.resolve("basins.svg")));
        assertTrue(Files.readString(out.resolve("basins.json")).contains("\"undecided\": 3"));
    }

    @Test
    void starts_without_a_range_or_with_too_many_are_refused(@TempDir Path folder) throws IOException {
        String model = model(folder).toString();
        Called none = Called.with("basins", model, "--start", "x=1,y=1");
        assertEquals(2, none.status());
        assertTrue(
                none.err().contains("basins need one or two ranges of starts, as in m=-1:1:41, found 0"), none.err());
        Called half = Called.with("basins", model, "--start", "x=0:1,y=1");
        half.isRefused("expected x=VALUE or x=FROM:TO:POINTS, found '0:1'");
        Called unknown = Called.with("basins", model, "--start", "z=0:1:5,y=1");
        unknown.isRefused("z");
        Called.with("basins", model, "--start", "x=1:0:5,y=1").isRefused("range of x must rise, was 1.0 to 0.0");
    }
}
