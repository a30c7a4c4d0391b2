package org.macrostate.reports.figure;

import java.util.Arrays;

/** Character cells with 2 by 4 dots each (Unicode's braille patterns), shades below them and letters above. */
final class TerminalGrid {
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
    private static final int BRAILLE = 0x2800;
    private static final int NONE = -1;

    private final int columns;
    private final int rows;
    private final int[][] dots;
    private final int[][] series;
    private final int[][] shade;
    private final int[][] letters;

    TerminalGrid(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.dots = new int[rows][columns];
        this.series = filled(NONE);
        this.shade = filled(' ');
        this.letters = filled(NONE);
    }

    private int[][] filled(int value) {
        int[][] cells = new int[rows][columns];
        Arrays.stream(cells).forEach(row -> Arrays.fill(row, value));
        return cells;
    }

    int columns() {
        return columns;
    }

    int rows() {
        return rows;
    }

    double dotsAcross() {
        return 2.0 * columns - 1;
    }

    double dotsDown() {
        return 4.0 * rows - 1;
    }

    void dot(double x, double y, int which) {
        int column = (int) Math.round(x);
        int row = (int) Math.round(y);
        if (column >= 0 && column < 2 * columns && row >= 0 && row < 4 * rows) {
            dots[row / 4][column / 2] |= BITS[row % 4][column % 2];
            series[row / 4][column / 2] = which;
        }
    }

    void shade(int row, int column, int character) {
        shade[row][column] = character;
    }

    /** Letters over everything else, cut at the edges. */
    void letters(int row, int column, String text, int which) {
        int at = column;
        for (int c : text.codePoints().toArray()) {
            if (row >= 0 && row < rows && at >= 0 && at < columns) {
                letters[row][at] = c;
                series[row][at] = which;
            }
            at++;
        }
    }

    /**
     * One line of cells.
     *
     * @param plain marks of the series for a terminal without Unicode; empty for dots
     */
    String line(int row, String plain, TerminalColours colours) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            int which = series[row][column];
            if (letters[row][column] != NONE) {
                line.append(colours.of(which, Character.toString(letters[row][column])));
            } else if (dots[row][column] != 0) {
                String shown = plain.isEmpty()
                        ? Character.toString(BRAILLE + dots[row][column])
                        : String.valueOf(plain.charAt(Math.floorMod(which, plain.length())));
                line.append(colours.of(which, shown));
            } else {
                line.appendCodePoint(shade[row][column]);
            }
        }
        return line.toString();
    }
}
