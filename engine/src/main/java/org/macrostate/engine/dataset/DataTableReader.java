package org.macrostate.engine.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;

/**
 * Reads a table of numbers: columns between commas, semicolons or tabs, perhaps with names in the first line and with
 * cells in quotes (RFC 4180, but for line breaks within cells).
 */
final class DataTableReader {
    private static final int MOST_COLUMNS = 5000;
    private static final long MOST_NUMBERS = 40_000_000;

    private final ColumnChoice choice;
    private final List<double[]> rows = new ArrayList<>();
    private List<String> names = List.of();
    private int[] kept = {};
    private char separator;

    DataTableReader(ColumnChoice choice) {
        this.choice = choice;
    }

    /**
     * Reads a file in UTF-8.
     *
     * @throws BadInput if it cannot be read, or a cell of a chosen column is no finite number
     */
    DataMatrix read(Path file) {
        if (!Files.exists(file)) {
            throw new BadInput("there is no such file").at(Place.ofOption(file.toString()));
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInput("expected a file, found a folder or device").at(Place.ofOption(file.toString()));
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(lines);
        } catch (CharacterCodingException e) {
            throw new BadInput("expected a text in UTF-8, found other bytes").at(Place.ofOption(file.toString()));
        } catch (IOException e) {
            throw new BadInput("the file cannot be read: " + e.getMessage()).at(Place.ofOption(file.toString()));
        } catch (BadInput e) {
            throw e.at(Place.ofOption(file.toString()));
        }
    }

    private DataMatrix read(BufferedReader lines) throws IOException {
        int number = 0;
        boolean begun = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (text.isBlank()) {
                continue;
            }
            if (!begun) {
                begun = true;
                separator = separator(text);
                if (heading(cells(text))) {
                    continue;
                }
            }
            rows.add(row(cells(text), number));
            if ((long) rows.size() * kept.length > MOST_NUMBERS) {
                throw new BadInput("a data matrix may have at most " + MOST_NUMBERS + " numbers, " + kept.length
                        + " columns of them reach that at row " + rows.size());
            }
        }
        if (rows.size() < 2) {
            throw new BadInput("a covariance takes at least 2 rows of numbers, found " + rows.size());
        }
        return new DataMatrix(IntStream.of(kept).mapToObj(names::get).toList(), rows);
    }

    private static char separator(String line) {
        for (char c : new char[] {'\t', ';', ','}) {
            if (line.indexOf(c) >= 0) {
                return c;
            }
        }
        return ',';
    }

    /** Takes names from the first line if none of its cells is a number; chooses the columns. */
    private boolean heading(List<String> cells) {
        boolean named = cells.stream().allMatch(c -> Double.isNaN(number(c)));
        if (cells.size() > MOST_COLUMNS) {
            throw new BadInput("a data matrix may have at most " + MOST_COLUMNS + " columns, found " + cells.size());
        }
        names = named
                ? cells
                : IntStream.rangeClosed(1, cells.size())
                        .mapToObj(Integer::toString)
                        .toList();
        kept = choice.among(names);
        return named;
    }

    private double[] row(List<String> cells, int line) {
        if (cells.size() != names.size()) {
            throw new BadInput("line " + line + " has " + cells.size() + " cells, and the first line " + names.size());
        }
        double[] row = new double[kept.length];
        for (int i = 0; i < kept.length; i++) {
            String cell = cells.get(kept[i]);
            row[i] = number(cell);
            if (!Double.isFinite(row[i])) {
                throw new BadInput("line " + line + " must have a finite number in column '" + names.get(kept[i])
                        + "', found '" + cell + "'; --without \"" + names.get(kept[i])
                        + "\" leaves a column out");
            }
        }
        return row;
    }

    private static double number(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }

    private List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
