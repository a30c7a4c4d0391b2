package org.macrostate.solvers.integrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What happens at the surfaces where rates jump: which side a run takes, when it slides, and that it ends where it chatters. */
final class SwitchLog {
    private static final int MOST_EVENTS = 100_000;
    private static final int MOST_EVENTS_AT_ONCE = 50;

    private final SwitchState sides;
    private final StepWatch watch;
    private final double smallestStep;
    private final List<String> notes = new ArrayList<>();
    private int events;
    private int eventsAtOnce;
    private String told = "";
    private double lastEvent = Double.NaN;

    SwitchLog(SwitchState sides, StepWatch watch, double smallestStep) {
        this.sides = sides;
        this.watch = watch;
        this.smallestStep = smallestStep;
    }

    /** Notes of where the run slides. */
    List<String> notes() {
        return notes;
    }

    /** Finds the sides of a state after a break in time; why it cannot, if so. */
    Optional<String> begin(double time, double[] state) {
        return settled(sides.begin(time, state, watch.kernelWork()), time);
    }

    /** Crosses a surface, slides along it or leaves it; why it cannot, if so. */
    Optional<String> take(StepEvent event, double time, double[] state) {
        boolean stands = time - lastEvent <= 4 * smallestStep;
        eventsAtOnce = stands ? eventsAtOnce + 1 : 0;
        lastEvent = time;
        events++;
        if (event.kind() == StepEvent.Kind.LEFT_SURFACE) {
            String surface = sides.surfaces();
            sides.leave(event.constraint(), event.upwards());
            notes.add("leaves " + surface + " at t = " + (float) time);
            noteSliding(time);
            return Optional.empty();
        }
        if (events > MOST_EVENTS || eventsAtOnce > MOST_EVENTS_AT_ONCE) {
            return Optional.of(
                    "the rates switch again and again at " + sides.surface(event.constraint()) + " near t = " + time);
        }
        return settled(sides.resolve(event.constraint(), time, state, watch.kernelWork()), time);
    }

    private Optional<String> settled(Optional<String> open, double time) {
        if (open.isEmpty()) {
            noteSliding(time);
        }
        return open.map(why -> "at t = " + time + " " + why);
    }

    private void noteSliding(double time) {
        String along = sides.slides() ? sides.surfaces() : "";
        if (!along.isEmpty() && !along.equals(told)) {
            notes.add("slides along " + along + " from t = " + (float) time);
        }
        told = along;
    }
}
