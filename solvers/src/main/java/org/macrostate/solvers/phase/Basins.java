package org.macrostate.solvers.phase;

import java.util.List;
import org.macrostate.solvers.cycle.LimitCycle;
import org.macrostate.solvers.fixedpoint.FixedPoint;

/**
 * Which stable state each of a family of starts reaches. Start (i, j) stands at {@code j * axes.get(0).count() + i}; with
 * one axis j is 0. Arrays are not to be modified.
 *
 * @param axes one or two elements of the start that vary, by label or name
 * @param attractors the stable states that were reached, symmetric images apart, in the order of the first start that did
 * @param cycles the stable limit cycles that were reached
 * @param reached of each start: a place in {@code attractors}, or {@link #CYCLE} less a place in {@code cycles}, or {@link #DIVERGES}, {@link #UNDECIDED}, {@link
 *     #IMPOSSIBLE}, {@link #LEAVES_DOMAIN}
 * @param times until a start is so near its state that only the slowest decay is left; NaN where none is reached
 * @param notes which attractors stand for continuous families of them
 */
public record Basins(
        List<ParameterAxis> axes,
        List<FixedPoint> attractors,
        List<LimitCycle> cycles,
        int[] reached,
        double[] times,
        List<String> notes) {
    /** The state grows beyond a million, or the rates lose their meaning. */
    public static final int DIVERGES = -1;
    /** No stable state was reached in the time allowed, as from a saddle. */
    public static final int UNDECIDED = -2;
    /** No vectors and scalars have this start. */
    public static final int IMPOSSIBLE = -3;
    /** The state leaves the domains it is declared for, or overlaps cease to be those of vectors. */
    public static final int LEAVES_DOMAIN = -4;
    /** The first limit cycle; the k-th is this less k. */
    public static final int CYCLE = -10;

    public Basins {
        axes = List.copyOf(axes);
        attractors = List.copyOf(attractors);
        cycles = List.copyOf(cycles);
        notes = List.copyOf(notes);
    }
}
