package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macrostate.solvers.kernel.CompiledSystem;

/** The page of thresholds of collapse, row by row: the threshold, and growth on both sides of it by the equations and by SGD. */
class CollapsePageTest {
    private static final double SMALL = 1e-6;
    private static final double SEEN = 0.01;
    private static final int DIMENSION = 2000;

    /** Runs, and what one of Student's t with one degree of freedom less exceeds once in a thousand times. */
    private static final int RUNS = 4;

    private static final double RARE = 12.92;

    /** The same where noise keeps the state moving. */
    private static final int MANY_RUNS = 16;

    private static final double RARE_OF_MANY = 4.07;

    static Stream<CollapseRow> rows() throws IOException {
        return CollapseRow.all();
    }

    @Test
    void the_page_has_thirty_methods() throws IOException {
        assertTrue(rows().count() >= 30);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_threshold_is_found_and_deviations_grow_below_it_and_decay_above(CollapseRow row) throws IOException {
        CompiledSystem system = row.system();
        boolean[] grows = new boolean[2];
        for (int side = 0; side < 2; side++) {
            double value = row.at().get(side);
            Map<?, ?> analysis = Called.line("thresholds " + row.thresholds(value) + " --json --quiet")
                    .json();
            assertThreshold(row, system, value, analysis);
            LeadingDirection direction = direction(row, system, value, analysis);
            double expected = row.number(row.growth(), system, value);
            assertEquals(expected, direction.growth(), 1e-6 * Math.abs(expected), row + ", eigenvalue at " + value);
            double until = 2 / Math.abs(expected);
            double measured = integrated(row.run(value), direction, direction.moved(SMALL), until, "1e-20");
            assertEquals(expected, measured, 1e-4 * Math.abs(expected), row + ", growth at " + value);
            grows[side] = expected > 0;
        }
        assertTrue(grows[0] != grows[1], row + " has the threshold between its values");
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("rows")
    void sgd_grows_and_decays_as_the_equations_do(CollapseRow row) throws IOException {
        CompiledSystem system = row.system();
        List<Executable> page = new ArrayList<>();
        for (double value : row.at()) {
            Map<?, ?> analysis = Called.line("thresholds " + row.thresholds(value) + " --json --quiet")
                    .json();
            LeadingDirection direction = direction(row, system, value, analysis);
            double unit = row.option("limit").isEmpty() ? 1 : row.number("tau", system, value);
            double until = 0.7 / Math.abs(unit * direction.growth());
            double[] start = direction.moved(start(row, direction));
            double expected = integrated(row.finite(value), direction, start, until, "1e-14");
            int runs = isMoving(row) ? MANY_RUNS : RUNS;
            double rare = isMoving(row) ? RARE_OF_MANY : RARE;
            Sample seen = simulated(row.finite(value), direction, start, until, runs);
            assertEquals(Math.signum(direction.growth()), Math.signum(seen.mean), row + " at " + value);
            assertTrue(Math.abs(seen.mean) > rare * seen.error, row + " at " + value + ": " + seen);
            double finite = 3 * Math.abs(expected) / DIMENSION;
            assertEquals(expected, seen.mean, rare * seen.error + finite, row + " at " + value + ": " + seen);
            page.add(() -> row.assertMeasured(value, unit * direction.growth(), expected, seen.mean, seen.error));
        }
        assertAll(page);
    }

    /** Beside states that noise keeps moving a run starts further off, to be seen. */
    private static double start(CollapseRow row, LeadingDirection direction) {
        boolean uninformed = row.option("state").equals("uninformed");
        return direction.isNoise() ? SEEN * SEEN : isMoving(row) ? (uninformed ? 20 : 10) * SEEN : SEEN;
    }

    /** Nothing is known, but the vector has a length; or latents are drawn. */
    private static boolean isMoving(CollapseRow row) {
        return row.option("state").equals("uninformed") || !row.option("limit").isEmpty();
    }

    /**
     * Two views, a predictor and an averaged target: the collapsed state is always stable. In the gradient flow p² (ρ + η) − p ρ +
     * decay = 0 at the learned one, of which there is none beyond decay = ρ²/(4 (ρ + η)): a fold, and what was learned collapses.
     */
    @Test
    void what_was_learned_from_two_views_collapses_beyond_a_fold() {
        Map<?, ?> branch = Called.line("branch byol --vary decay=0.02:0.3 --limit small-rate --json --quiet")
                .json();
        double fold = 1 / (4 * 1.5);
        assertTrue(((List<?>) Called.at(branch, "bifurcations"))
                .stream()
                        .anyMatch(point -> Called.at(point, "kind").equals("fold")
                                && Math.abs(Called.number(point, "at", "decay") - fold) < 1e-6));
        for (double decay : new double[] {0.12, 0.22}) {
            double learned = decay < fold ? 1 : 0;
            assertEquals(learned, found("integrate byol --limit small-rate", decay, 400), 0.01);
        }
    }

    @Tag("slow")
    @Test
    void and_so_it_does_in_sgd() {
        assertTrue(found("simulate byol --dimension 2000 --runs 1 --seed 7", 0.12, 1500) > 0.8);
        assertTrue(found("simulate byol --dimension 2000 --runs 1 --seed 7", 0.22, 1500) < 0.05);
    }

    /** How well the encoder knows the signal in the end, m/√Q where it has a length, after a start that knows it. */
    private static double found(String command, double decay, int until) {
        List<List<String>> table = Called.line(command + " --set decay=" + decay + " --until " + until
                        + " --points 2 --quiet --start m=1,s=1,Q=1,A=1,C=1,p=0.6")
                .succeeds()
                .csv();
        List<String> end = table.get(table.size() - 1);
        double m = Double.parseDouble(end.get(table.get(0).indexOf("m")));
        double length = Double.parseDouble(end.get(table.get(0).indexOf("Q")));
        return length < 1e-3 ? 0 : m / Math.sqrt(length);
    }

    private static void assertThreshold(CollapseRow row, CompiledSystem system, double at, Map<?, ?> analysis) {
        List<Double> deciding = new ArrayList<>();
        for (Object block : (List<?>) Called.at(analysis, "blocks")) {
            for (Object boundary : (List<?>) Called.at(block, "boundaries")) {
                if (Called.at(boundary, "decides").equals(true)) {
                    deciding.add(Called.number(boundary, "value"));
                }
            }
        }
        double expected = row.number(row.threshold(), system, at);
        assertTrue(
                deciding.stream().anyMatch(v -> Math.abs(v - expected) <= 1e-7 * Math.abs(expected)),
                row + ": " + expected + " among " + deciding);
    }

    private static LeadingDirection direction(
            CollapseRow row, CompiledSystem system, double value, Map<?, ?> analysis) {
        Map<?, ?> values = (Map<?, ?>) analysis.get("values");
        double[] state = system.bound().state().labels().stream()
                .mapToDouble(label -> row.number((String) Called.at(values, label, "text"), system, value))
                .toArray();
        return new LeadingDirection(system, row.parameters(system, value), state);
    }

    private static double integrated(
            String run, LeadingDirection direction, double[] start, double until, String tolerance) {
        String options = " --until " + until + " --points 2 --rtol 1e-10 --atol " + tolerance + " --quiet --start ";
        List<List<String>> table = Called.line("integrate " + run + options + direction.start(start))
                .succeeds()
                .csv();
        double[] end = direction.state(table.get(0), table.get(2));
        return Math.log(direction.distance(end) / direction.distance(start)) / until;
    }

    private record Sample(double mean, double error) {}

    /** The rate at which the mean of the runs grows. */
    private static Sample simulated(String run, LeadingDirection direction, double[] start, double until, int runs) {
        List<List<String>> table = Called.line("simulate " + run + " --dimension " + DIMENSION + " --runs " + runs
                        + " --seed 7 --points 2 --quiet --until " + until + " --start " + direction.start(start))
                .succeeds()
                .csv();
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < runs; i++) {
            double end = direction.distance(direction.state(table.get(0), table.get(2 * i + 2)));
            sum += end;
            squares += end * end;
        }
        double mean = sum / runs;
        double spread = Math.sqrt((squares / runs - mean * mean) / (runs - 1));
        return new Sample(Math.log(mean / direction.distance(start)) / until, spread / Math.abs(mean) / until);
    }
}
