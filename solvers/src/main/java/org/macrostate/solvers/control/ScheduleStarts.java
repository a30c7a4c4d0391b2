package org.macrostate.solvers.control;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Schedules to start from: constants, pulses, values at random, and warped copies of what was found. Each has a seed of its own. */
record ScheduleStarts(ControlGrid grid, int controls, long seed) {
    private static final int KINDS = 8;
    private static final int CONSTANTS = 5;
    private static final int MOST_PULSES = 3;
    private static final double LOW = 0.1;
    private static final int WARPS = 3;
    private static final double[] WARP = {0.03, 0.12, 0.06};
    private static final int WITH_PULSE = 4;

    /** A start and what it is. */
    record Named(String kind, Schedule schedule) {}

    /** The start of this number, from 0. */
    Named initial(int index) {
        UniformRandomProvider random = random(index);
        double[] coordinates = new double[controls * grid.values()];
        if (index < CONSTANTS) {
            Arrays.fill(coordinates, (index + 0.5) / CONSTANTS);
            return new Named("constant", new Schedule(grid, coordinates));
        }
        boolean noise = index % KINDS >= KINDS / 2;
        for (int c = 0; c < controls; c++) {
            int from = c * grid.values();
            if (noise) {
                double top = index % 2 == 0 ? 1 : 0.3;
                for (int k = 0; k < grid.values(); k++) {
                    coordinates[from + k] = top * random.nextDouble();
                }
            } else {
                pulses(coordinates, from, random);
            }
        }
        return new Named(noise ? "random" : "pulses", new Schedule(grid, coordinates));
    }

    private void pulses(double[] coordinates, int from, UniformRandomProvider random) {
        Arrays.fill(coordinates, from, from + grid.values(), LOW * random.nextDouble());
        int pulses = 1 + random.nextInt(MOST_PULSES);
        for (int p = 0; p < pulses; p++) {
            int a = random.nextInt(grid.values());
            int b = random.nextInt(grid.values());
            double height = random.nextDouble();
            Arrays.fill(coordinates, from + Math.min(a, b), from + Math.max(a, b) + 1, height);
        }
    }

    /** A copy with its time warped at random, so that pulses come somewhat earlier or later; every fourth with a pulse more. */
    Named warped(Schedule found, int index) {
        UniformRandomProvider random = random(index);
        double[] moved = new double[WARPS + 2];
        for (int i = 1; i <= WARPS; i++) {
            moved[i] = (double) i / (WARPS + 1) + WARP[index % WARP.length] * (2 * random.nextDouble() - 1);
        }
        moved[WARPS + 1] = 1;
        Arrays.sort(moved);
        double[] coordinates = new double[controls * grid.values()];
        for (int i = 0; i < coordinates.length; i++) {
            double part = Schedule.moment(grid, i % grid.values()) / grid.end() * (WARPS + 1);
            int segment = Math.min(WARPS, (int) part);
            double warped = moved[segment] + (moved[segment + 1] - moved[segment]) * (part - segment);
            double time = Math.max(0, Math.min(1, warped)) * found.grid().end();
            coordinates[i] = found.at(i / grid.values(), time);
        }
        if (index % WITH_PULSE == 0) {
            int from = random.nextInt(controls) * grid.values();
            int width = 1 + random.nextInt(Math.max(1, grid.values() / 8));
            int at = random.nextInt(grid.values());
            double height = random.nextBoolean() ? 1 : 0;
            Arrays.fill(coordinates, from + at, from + Math.min(grid.values(), at + width), height);
        }
        return new Named("warped", new Schedule(grid, coordinates));
    }

    private UniformRandomProvider random(int index) {
        return RandomSource.SPLIT_MIX_64.create(seed * 0x9E3779B97F4A7C15L + index);
    }
}
