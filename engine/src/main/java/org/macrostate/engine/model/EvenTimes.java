package org.macrostate.engine.model;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Equally spaced times from 0 to an end, both among them, none of them stored. */
final class EvenTimes extends AbstractList<Double> implements RandomAccess {
    private final double until;
    private final int points;

    EvenTimes(double until, int points) {
        this.until = until;
        this.points = points;
    }

    double at(int i) {
        return i == points - 1 ? until : until * i / (points - 1);
    }

    @Override
    public Double get(int i) {
        return at(java.util.Objects.checkIndex(i, points));
    }

    @Override
    public int size() {
        return points;
    }

    @Override
    public String toString() {
        return points + " times from 0 to " + until;
    }
}
