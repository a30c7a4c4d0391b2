package org.macrostate.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalFigureTest {
    private static Figure line(Axis x, Axis y, double[] xs, double[] ys) {
        Layer curve = new Layer.Curve(Label.text("f"), new Csv("a.csv", "x", "y"), xs, ys, Dash.SOLID, 0);
        return Figure.of(x, y, List.of(curve), "");
    }

    private static Figure diagonal() {
        double[] at = IntStream.range(0, 50).mapToDouble(i -> i / 49.0).toArray();
        return line(
                Axis.linear(Label.text("x")).from(0, 1),
                Axis.linear(Label.text("y")).from(0, 1),
                at,
                at);
    }

    /** Rows of the plot from the top, without their margin. */
    private static List<String> rows(String drawn) {
        return drawn.lines()
                .filter(l -> l.matches(".*[┤│|+].*"))
                .map(l -> l.replaceFirst("^[^┤│|+]*[┤│|+]", ""))
                .toList();
    }

    @Test
    void a_rising_line_goes_from_the_lower_left_to_the_upper_right() {
        List<String> rows = rows(TerminalFigure.render(diagonal(), 60, false, false));
        int before = Integer.MAX_VALUE;
        for (String row : rows.subList(0, rows.size() - 1)) {
            int at = row.indexOf('*');
            assertTrue(at >= 0 && at < before, "no rising line: " + rows);
            before = at;
        }
        assertEquals(0, before);
    }

    @Test
    void a_power_law_is_straight_between_logarithmic_axes() {
        double[] xs =
                IntStream.range(0, 60).mapToDouble(i -> Math.pow(10, i / 20.0)).toArray();
        double[] ys = java.util.Arrays.stream(xs).map(x -> 1 / (x * x)).toArray();
        Figure figure = line(Axis.log(Label.text("N")), Axis.log(Label.text("y")), xs, ys);
        List<String> rows = rows(TerminalFigure.render(figure, 70, false, false));
        List<Integer> starts = rows.subList(0, rows.size() - 1).stream()
                .map(r -> r.indexOf('*'))
                .toList();
        int steps = starts.size() - 3;
        double slope = (starts.get(steps + 1) - starts.get(1)) / (double) steps;
        for (int i = 0; i <= steps; i++) {
            assertEquals(starts.get(1) + slope * i, starts.get(1 + i), 1, starts.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 47, 80, 110, 5000})
    void no_line_is_wider_than_the_terminal(int width) {
        String drawn = TerminalFigure.render(diagonal(), width, true, false);
        int most = Math.max(30, Math.min(110, width));
        assertTrue(drawn.lines().allMatch(l -> l.length() <= most), drawn);
    }

    @Test
    void without_Unicode_everything_is_ASCII_and_Greek_goes_by_name() {
        Figure figure = line(
                Axis.linear(Label.symbol("β", "\\beta")).from(0, 1e-5),
                Axis.log(Label.symbol("ε_g", "\\varepsilon_g")),
                new double[] {0, 1e-5},
                new double[] {1e-7, 1});
        String drawn = TerminalFigure.render(figure, 60, false, false);
        assertTrue(drawn.chars().allMatch(c -> c < 128), drawn);
        assertTrue(drawn.contains("beta") && drawn.contains("10-6") && !drawn.contains("?"), drawn);
    }

    @Test
    void labels_cannot_steer_the_terminal() {
        Figure figure = line(
                Axis.linear(Label.text("\u001b[31mred")),
                Axis.linear(Label.text("a\u202Eb\nc")),
                new double[] {0, 1},
                new double[] {0, 1});
        String drawn = TerminalFigure.render(figure, 60, true, false);
        assertFalse(drawn.contains("\u001b") || drawn.contains("\u202E"), drawn);
        assertTrue(drawn.contains("[U+001B]"), drawn);
    }

    @Test
    void a_figure_without_a_point_is_drawn_empty() {
        String drawn = TerminalFigure.render(
                line(Axis.linear(Label.text("x")), Axis.log(Label.text("y")), new double[] {Double.NaN}, new double[] {
                    -1
                }),
                60,
                true,
                true);
        assertTrue(drawn.lines().count() > 8);
    }
}
