package org.macrostate.solvers.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.integrate.Integration;
import org.macrostate.solvers.integrate.Tolerances;
import org.macrostate.solvers.kernel.Kernel;

/** Goals of courses that are known in closed form. */
class ObservedTrajectoryTest {
    private static final double[] RATE = {0.25};

    /** A kernel of two states and one parameter from a Java function. */
    private record Formula(int outputLength, Body body) implements Kernel {
        interface Body {
            double[] at(double t, double[] x, double c);
        }

        @Override
        public void eval(double t, double[] state, double[] parameters, double[] out, double[] work) {
            System.arraycopy(body.at(t, state, parameters[0]), 0, out, 0, outputLength);
        }

        @Override
        public int workLength() {
            return 0;
        }

        @Override
        public int stateLength() {
            return 2;
        }

        @Override
        public int parameterLength() {
            return 1;
        }
    }

    private static ObservedTrajectory course(Formula.Body rates) {
        return new ObservedTrajectory(
                new Formula(2, rates),
                new Formula(1, (t, x, c) -> new double[] {x[0]}),
                new double[] {1, 0},
                Integration.with(Tolerances.DEFAULT));
    }

    /** exp(-c t). */
    private static final ObservedTrajectory DECAY = course((t, x, c) -> new double[] {-c * x[0], 0});

    /** cos(c t). */
    private static final ObservedTrajectory ROTATION = course((t, x, c) -> new double[] {c * x[1], -c * x[0]});

    @Test
    void the_time_to_fall_below_a_level_is_that_of_the_closed_form() {
        assertEquals(Math.log(2) / 0.25, DECAY.goal(new Goal.TimeToReach(0.5, true, 100), RATE), 1e-6);
        assertEquals(Math.acos(-0.5) / 0.25, ROTATION.goal(new Goal.TimeToReach(-0.5, true, 100), RATE), 1e-6);
    }

    @Test
    void a_level_that_holds_at_the_start_takes_no_time() {
        assertEquals(0, DECAY.goal(new Goal.TimeToReach(2, true, 100), RATE));
        assertEquals(0, DECAY.goal(new Goal.TimeToReach(0.5, false, 100), RATE));
    }

    @Test
    void what_is_not_reached_before_the_end_takes_for_ever() {
        assertEquals(Double.POSITIVE_INFINITY, DECAY.goal(new Goal.TimeToReach(0.5, true, 2), RATE));
        assertEquals(Double.POSITIVE_INFINITY, DECAY.goal(new Goal.TimeToReach(1.5, false, 100), RATE));
    }

    @Test
    void a_course_that_breaks_off_reaches_no_end() {
        ObservedTrajectory explosion = course((t, x, c) -> new double[] {x[0] * x[0], 0});
        assertEquals(Double.POSITIVE_INFINITY, explosion.goal(new Goal.ValueAt(2), RATE));
        assertEquals(2, explosion.goal(new Goal.ValueAt(0.5), RATE), 1e-6);
    }

    @Test
    void the_value_at_a_time_is_that_of_the_closed_form() {
        assertEquals(Math.exp(-1), DECAY.goal(new Goal.ValueAt(4), RATE), 1e-7);
    }

    @Test
    void the_minimum_is_found_between_the_times_looked_at_first() {
        assertEquals(-1, ROTATION.goal(new Goal.Minimum(23.456), RATE), 1e-7);
        assertEquals(Math.cos(0.25), ROTATION.goal(new Goal.Minimum(1), RATE), 1e-7);
    }

    @Test
    void an_end_that_is_not_positive_is_bad_input() {
        assertThrows(BadInput.class, () -> new Goal.ValueAt(0));
        assertThrows(BadInput.class, () -> new Goal.Minimum(Double.NaN));
    }
}
