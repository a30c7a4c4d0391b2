package org.macrostate.solvers.tune;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;

/** Searches whose optimum is known. */
class ConstantSearchTest {
    private static final ScheduleConstant DECADES = new ScheduleConstant("gamma", 1e-5, 1);

    private static Landscape search(List<ScheduleConstant> constants, ToDoubleFunction<double[]> goal) {
        return ConstantSearch.search(constants, goal, 7, () -> {});
    }

    private static double square(double x) {
        return x * x;
    }

    @Test
    void the_optimum_of_one_constant_is_found_over_decades() {
        Landscape found = search(List.of(DECADES), c -> square(Math.log(c[0] / 0.003)) + 5);
        assertEquals(0.003, found.best().orElseThrow().constants()[0], 1e-6);
        assertEquals(5, found.best().orElseThrow().goal(), 1e-9);
    }

    @Test
    void a_range_of_few_decades_or_with_zero_in_it_is_searched_evenly() {
        assertTrue(DECADES.logarithmic());
        for (ScheduleConstant even : List.of(
                new ScheduleConstant("a", 1, 20), new ScheduleConstant("b", -2, 3), new ScheduleConstant("c", 0, 1))) {
            assertTrue(!even.logarithmic(), even.name());
        }
        Landscape found = search(List.of(new ScheduleConstant("b", -2, 3)), c -> square(c[0] - 0.1234));
        assertEquals(0.1234, found.best().orElseThrow().constants()[0], 1e-5);
    }

    @Test
    void the_global_optimum_is_taken_of_two_that_the_grid_sees() {
        Landscape found = search(List.of(new ScheduleConstant("b", -2, 2)), c -> square(square(c[0]) - 1) + 0.1 * c[0]);
        double best = found.best().orElseThrow().constants()[0];
        assertEquals(0, 4 * best * (best * best - 1) + 0.1, 1e-4);
        assertTrue(best < 0, () -> "found " + best);
    }

    @Test
    void an_optimum_beside_what_is_not_reached_is_found() {
        Landscape found = search(
                List.of(new ScheduleConstant("b", 0, 1)), c -> c[0] < 0.51 ? Double.POSITIVE_INFINITY : 3 + c[0]);
        assertEquals(0.51, found.best().orElseThrow().constants()[0], 1e-4);
    }

    @Test
    void where_nothing_is_reached_there_is_no_best() {
        assertTrue(
                search(List.of(DECADES), c -> Double.POSITIVE_INFINITY).best().isEmpty());
        assertTrue(search(List.of(DECADES, new ScheduleConstant("b", 0, 1)), c -> Double.POSITIVE_INFINITY)
                .best()
                .isEmpty());
    }

    @Test
    void the_optimum_of_several_constants_is_found_in_a_narrow_oblique_valley() {
        List<ScheduleConstant> constants = List.of(new ScheduleConstant("a", -2, 2), new ScheduleConstant("b", -1, 3));
        Landscape found = search(constants, c -> square(1 - c[0]) + 100 * square(c[1] - square(c[0])));
        assertArrayEquals(new double[] {1, 1}, found.best().orElseThrow().constants(), 1e-2);
    }

    @Test
    void several_constants_stay_in_their_ranges() {
        List<ScheduleConstant> constants =
                List.of(DECADES, new ScheduleConstant("b", 0.2, 1), new ScheduleConstant("c", -1, 0));
        Landscape found = search(constants, c -> square(Math.log(c[0] / 0.003)) + c[1] + square(c[2] - 1));
        for (Trial trial : found.trials()) {
            for (int i = 0; i < 3; i++) {
                ScheduleConstant constant = constants.get(i);
                double value = trial.constants()[i];
                assertTrue(value >= constant.from() && value <= constant.to(), constant.name() + " = " + value);
            }
        }
        assertEquals(1.2, found.best().orElseThrow().goal(), 1e-2);
    }

    @Test
    void the_optimum_of_many_constants_is_found_to_where_a_parabola_leads() {
        List<ScheduleConstant> constants = java.util.stream.IntStream.range(0, 9)
                .mapToObj(i -> new ScheduleConstant("b" + i, 0, 2))
                .toList();
        Landscape found = search(constants, c -> {
            double sum = 3;
            for (int i = 0; i < 9; i++) {
                sum += square(c[i] - 0.1 * (i + 1)) + (i == 0 ? 0 : square(c[i] - c[i - 1] - 0.1));
            }
            return sum;
        });
        assertEquals(3, found.best().orElseThrow().goal(), 1e-6);
        assertTrue(found.trials().size() <= ConstantSearch.mostEvaluations(9), "more than announced");
    }

    @Test
    void the_same_seed_tries_the_same() {
        List<ScheduleConstant> constants = List.of(DECADES, new ScheduleConstant("b", 0, 1));
        ToDoubleFunction<double[]> goal = c -> square(Math.log(c[0] / 0.003)) + square(c[1] - 0.3);
        List<Trial> first = search(constants, goal).trials();
        List<Trial> second = search(constants, goal).trials();
        assertEquals(first.size(), second.size());
        for (int i = 0; i < first.size(); i++) {
            assertArrayEquals(first.get(i).constants(), second.get(i).constants());
        }
    }

    @Test
    void no_more_is_evaluated_than_announced() {
        for (List<ScheduleConstant> constants : List.of(
                List.of(DECADES), List.of(DECADES, new ScheduleConstant("b", 0, 1), new ScheduleConstant("c", 0, 1)))) {
            int tried = search(constants, c -> square(Math.log(c[0] / 0.003)))
                    .trials()
                    .size();
            int most = ConstantSearch.mostEvaluations(constants.size());
            assertTrue(tried <= most, tried + " of " + most);
        }
    }

    @Test
    void a_range_that_does_not_rise_is_bad_input() {
        assertThrows(BadInput.class, () -> new ScheduleConstant("a", 1, 1));
        assertThrows(BadInput.class, () -> new ScheduleConstant("a", 0, Double.POSITIVE_INFINITY));
        assertThrows(BadInput.class, () -> search(List.of(), c -> 0));
    }

    @Test
    void of_several_constants_the_optimum_is_called_local_where_another_search_ends_elsewhere() {
        List<ScheduleConstant> constants = List.of(new ScheduleConstant("a", -2, 2), new ScheduleConstant("b", -1, 1));
        // minima near (1, 0) and (-1, 0), at 0.3 and -0.3 beside the double well
        Landscape two = search(constants, c -> square(square(c[0]) - 1) + 0.3 * c[0] + square(c[1]));
        assertTrue(two.best().orElseThrow().constants()[0] < -0.9);
        assertEquals(1, two.elsewhere().size());
        assertTrue(two.elsewhere().get(0).constants()[0] > 0.9);
        String note = String.join("; ", OptimumNotes.of(two));
        assertTrue(note.startsWith("local optimum among several: 1 of "), note);
        Landscape one = search(constants, c -> square(c[0] - 0.5) + square(c[1] - 0.1 * c[0]));
        assertTrue(one.elsewhere().isEmpty() && one.searches() > 1);
        note = String.join("; ", OptimumNotes.of(one));
        assertTrue(note.contains("no proof of a global optimum") && note.contains("found no other"), note);
    }

    @Test
    void a_goal_that_no_constant_changes_but_by_rounding_has_no_optimum() {
        ScheduleConstant a = new ScheduleConstant("a", 0.1, 1);
        for (List<ScheduleConstant> constants : List.of(List.of(a), List.of(a, new ScheduleConstant("b", 0, 1)))) {
            Landscape flat = search(constants, c -> 0.1875 + 1e-16 * Math.sin(1e3 * c[0]));
            assertTrue(flat.isFlat());
            List<String> notes = OptimumNotes.of(flat);
            assertTrue(
                    notes.size() == 1 && notes.get(0).startsWith("no optimum: the goal is the same"), notes.toString());
        }
        assertTrue(!search(List.of(a), c -> 0.1875 + 1e-6 * c[0]).isFlat(), "a weak dependence is one");
    }

    @Test
    void a_search_that_is_interrupted_has_the_trials_until_then() {
        for (List<ScheduleConstant> constants :
                List.of(List.of(DECADES), List.of(DECADES, new ScheduleConstant("b", 0, 1)))) {
            java.util.concurrent.atomic.AtomicInteger tried = new java.util.concurrent.atomic.AtomicInteger();
            Landscape found = search(constants, c -> {
                if (tried.incrementAndGet() == 8) {
                    Thread.currentThread().interrupt();
                }
                return square(Math.log(c[0] / 0.003));
            });
            assertTrue(Thread.interrupted(), "who called is to stop, too");
            assertEquals(7, found.trials().size(), "the trial that was cut is none");
            assertTrue(!found.whole());
            assertTrue(
                    OptimumNotes.of(found).get(0).contains("after 7 trials"),
                    OptimumNotes.of(found).get(0));
        }
    }
}
