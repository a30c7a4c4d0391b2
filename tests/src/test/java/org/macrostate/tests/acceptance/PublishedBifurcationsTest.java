package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of published bifurcations, row by row: none missed, none false. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedBifurcationsTest {
    private static final Path DOCS = Path.of(System.getProperty("macrostate.root", ".."), "engine", "docs");
    private final Map<String, Object> answers = new HashMap<>();

    private record Row(String command, String kind, String parameter, String value, int points) {
        @Override
        public String toString() {
            return command + ": " + kind + " " + value;
        }
    }

    static Stream<Row> rows() throws IOException {
        return Files.readAllLines(DOCS.resolve("bifurcations.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .map(cells -> new Row(
                        cells[1].strip().replace("`", ""),
                        cells[2].strip(),
                        cells[3].strip(),
                        cells[4].strip(),
                        Integer.parseInt(cells[6].strip())));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_value_is_found_and_nothing_else_of_its_kind(Row row) {
        Object json = answers.computeIfAbsent(row.command(), command -> Called.line(
                        command.replace("problems/", DOCS.resolve("problems") + "/") + " --json --quiet")
                .json());
        List<Double> found = found(json, row);
        assertEquals(row.points(), found.size(), row + " among " + found);
        if (row.points() == 0) {
            return;
        }
        BigDecimal value = new BigDecimal(row.value());
        double digit = value.ulp().doubleValue();
        double tolerance = value.scale() == 0 ? 1e-9 : Math.max(1e-9, digit);
        assertTrue(
                found.stream().anyMatch(f -> Math.abs(f - value.doubleValue()) <= tolerance), row + " among " + found);
    }

    private static List<Double> found(Object json, Row row) {
        List<Double> found = new ArrayList<>();
        Map<?, ?> answer = (Map<?, ?>) json;
        for (String list : List.of("bifurcations", "codimension two")) {
            collect(answer.get(list), row, found);
        }
        if (answer.get("cycles") instanceof List<?> cycles) {
            for (Object cycle : cycles) {
                Map<?, ?> one = (Map<?, ?>) cycle;
                collect(one.get("bifurcations"), row, found);
                if (row.kind().equals(one.get("ends"))) {
                    found.add(((Number) ((Map<?, ?>) one.get("end")).get(row.parameter())).doubleValue());
                }
            }
        }
        return found;
    }

    private static void collect(Object points, Row row, List<Double> found) {
        if (points instanceof List<?> list) {
            for (Object point : list) {
                Map<?, ?> one = (Map<?, ?>) point;
                if (row.kind().equals(one.get("kind"))) {
                    found.add(((Number) ((Map<?, ?>) one.get("at")).get(row.parameter())).doubleValue());
                }
            }
        }
    }
}
