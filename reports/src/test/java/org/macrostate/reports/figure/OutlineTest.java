package org.macrostate.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.macrostate.reports.figure.Axis.Range;
import org.macrostate.reports.figure.Axis.Scale;
import org.macrostate.reports.figure.Layer.Category;
import org.macrostate.reports.figure.Layer.RegionMap;

class OutlineTest {
    private static final List<Category> TWO =
            List.of(new Category(Label.text("a"), Fill.PLAIN, 0), new Category(Label.text("b"), Fill.PLAIN, 1));

    @Test
    void a_point_is_inside_the_outline_by_the_even_odd_rule_exactly_if_its_cell_is_of_the_category() {
        var random = new Random(3);
        int[][] cells = new int[9][13];
        for (int[] row : cells) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextInt(2);
            }
        }
        var map = new RegionMap(TWO, steps(13), steps(9), cells);
        double[] xEdges = Outline.edges(map.x(), new AxisScale(Scale.LINEAR, new Range(0, 12), 0, 1));
        double[] yEdges = Outline.edges(map.y(), new AxisScale(Scale.LINEAR, new Range(0, 8), 0, 1));
        List<double[]> loops = Outline.of(map, 1, xEdges, yEdges);
        for (int j = 0; j < 9; j++) {
            for (int i = 0; i < 13; i++) {
                double x = (xEdges[i] + xEdges[i + 1]) / 2;
                double y = (yEdges[j] + yEdges[j + 1]) / 2;
                long crossings =
                        loops.stream().mapToLong(loop -> crossings(loop, x, y)).sum();
                assertEquals(cells[j][i], crossings % 2, "cell " + i + ", " + j);
            }
        }
    }

    @Test
    void a_map_of_one_category_is_one_rectangle_labelled_in_the_middle() {
        var map = new RegionMap(TWO, steps(41), steps(31), new int[31][41]);
        double[] edges = steps(42);
        assertEquals(1, Outline.of(map, 0, edges, edges).size());
        assertEquals(8, Outline.of(map, 0, edges, edges).get(0).length);
        assertEquals(List.of(), Outline.of(map, 1, edges, edges));
        assertEquals(1, map.labels().size());
        assertTrue(Math.abs(map.labels().get(0).x() - 20) <= 6);
    }

    @Test
    void the_edge_between_two_points_of_a_logarithmic_axis_is_their_geometric_mean() {
        double[] edges = Outline.edges(new double[] {1, 100}, new AxisScale(Scale.LOG, new Range(1, 100), 0, 1));
        assertEquals(10, edges[1], 1e-12);
    }

    @Test
    void stripes_are_inside_the_loops_and_not_in_their_holes() {
        double[] outer = {0, 0, 100, 0, 100, 100, 0, 100};
        double[] hole = {20, 20, 80, 20, 80, 80, 20, 80};
        double length = 0;
        for (double[] s : Hatching.of(List.of(outer, hole), 1)) {
            double x = (s[0] + s[2]) / 2;
            double y = (s[1] + s[3]) / 2;
            assertTrue(x >= 0 && x <= 100 && y >= 0 && y <= 100);
            assertTrue(!(x > 20 && x < 80 && y > 20 && y < 80), x + ", " + y);
            length += Math.hypot(s[2] - s[0], s[3] - s[1]);
        }
        // Stripes one unit apart are as long together as the area is large.
        assertEquals(100 * 100 - 60 * 60, length, 100);
    }

    @Test
    void a_category_that_is_not_listed_is_refused_by_its_number() {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> new RegionMap(TWO, steps(2), steps(2), new int[][] {{0, 1}, {2, 0}}));
        assertTrue(String.valueOf(refused.getMessage()).contains("category 2"));
    }

    private static double[] steps(int n) {
        double[] steps = new double[n];
        for (int i = 0; i < n; i++) {
            steps[i] = i;
        }
        return steps;
    }

    /** How often a ray to the right crosses a loop. */
    private static long crossings(double[] loop, double x, double y) {
        long count = 0;
        for (int i = 0; i < loop.length; i += 2) {
            int k = (i + 2) % loop.length;
            boolean across = (loop[i + 1] > y) != (loop[k + 1] > y);
            count += across && loop[i] > x ? 1 : 0;
        }
        return count;
    }
}
