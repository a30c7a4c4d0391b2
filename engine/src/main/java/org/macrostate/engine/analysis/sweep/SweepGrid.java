package org.macrostate.engine.analysis.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.macrostate.engine.analysis.PointBlock;
import org.macrostate.engine.model.ModelInstance;
import org.macrostate.equations.BadInput;
import org.macrostate.solvers.phase.ParameterAxis;

/**
 * The points of a sweep: every combination of the axes, those of Sobol's sequence being one. The first axis varies slowest.
 */
final class SweepGrid {
    private static final int CHUNK = 256;
    private static final long MOST_POINTS = 10_000_000;

    private final List<SweepAxis> axes;
    /** Axes that vary together, by factor. */
    private final List<List<Integer>> factors = new ArrayList<>();

    private final int count;
    private final int x;
    private final int y;

    /** @throws BadInput if there are more than ten million points */
    SweepGrid(SweepAxes stated) {
        this.axes = stated.axes();
        List<Integer> sobol = new ArrayList<>();
        for (int a = 0; a < axes.size(); a++) {
            if (axes.get(a) instanceof SweepAxis.Sobol) {
                if (sobol.isEmpty()) {
                    factors.add(sobol);
                }
                sobol.add(a);
            } else {
                factors.add(List.of(a));
            }
        }
        long points = 1;
        for (int f = 0; f < factors.size(); f++) {
            points *= length(f);
            if (points > MOST_POINTS) {
                throw new BadInput("a sweep may have at most " + MOST_POINTS + " points");
            }
        }
        this.count = (int) points;
        List<Integer> grids = IntStream.range(0, factors.size())
                .filter(f -> axes.get(factors.get(f).get(0)) instanceof SweepAxis.Grid)
                .boxed()
                .sorted((a, b) -> length(b) - length(a))
                .limit(2)
                .sorted()
                .toList();
        this.y = grids.size() < 2 ? -1 : grids.get(0);
        this.x = grids.size() < 2 ? -1 : grids.get(1);
    }

    /** How many values a factor has. */
    int length(int factor) {
        return axes.get(factors.get(factor).get(0)).count();
    }

    int count() {
        return count;
    }

    List<String> names() {
        return axes.stream().map(SweepAxis::parameter).toList();
    }

    /** Whether two axes are grids, so that points come in planes. */
    boolean hasPlanes() {
        return x >= 0;
    }

    /** The values at a point, one an axis. */
    double[] values(int row) {
        int[] indices = indices(row);
        double[] values = new double[axes.size()];
        for (int f = 0; f < factors.size(); f++) {
            for (int axis : factors.get(f)) {
                values[axis] = axes.get(axis).value(indices[f]);
            }
        }
        return values;
    }

    private int[] indices(int row) {
        int[] indices = new int[factors.size()];
        int rest = row;
        for (int f = factors.size() - 1; f >= 0; f--) {
            indices[f] = rest % length(f);
            rest /= length(f);
        }
        return indices;
    }

    /** The row of the table of these indices, one a factor. */
    int row(int[] indices) {
        int row = 0;
        for (int f = 0; f < factors.size(); f++) {
            row = row * length(f) + indices[f];
        }
        return row;
    }

    /** The factor that an axis varies with: of a Sobol set the same for all its axes. */
    int factorOf(int axis) {
        return IntStream.range(0, factors.size())
                .filter(factor -> factors.get(factor).contains(axis))
                .findFirst()
                .orElseThrow();
    }

    /** The first axis of a factor. */
    int axisOf(int factor) {
        return factors.get(factor).get(0);
    }

    boolean isSobol(int axis) {
        return axes.get(axis) instanceof SweepAxis.Sobol;
    }

    boolean isLogarithmic(int axis) {
        SweepAxis of = axes.get(axis);
        return of instanceof SweepAxis.Grid grid && grid.axis().isLogarithmic()
                || of instanceof SweepAxis.Sobol sobol && sobol.isLogarithmic();
    }

    /** The middle of every factor; the first point of a Sobol set is the middle of its box. */
    int[] middle() {
        return IntStream.range(0, factors.size())
                .map(factor -> isSobol(axisOf(factor)) ? 0 : length(factor) / 2)
                .toArray();
    }

    /** The next factor that is no Sobol set; the factor itself if there is no other. */
    int next(int factor) {
        for (int step = 1; step < factors.size(); step++) {
            int other = (factor + step) % factors.size();
            if (!isSobol(axisOf(other))) {
                return other;
            }
        }
        return factor;
    }

    /** The first, the middle and the last index of the next factor; one index if it has fewer, or is none. */
    int[] otherGrid(int factor) {
        int other = next(factor);
        int count = length(other);
        return other == factor || count < 3 ? new int[] {0} : new int[] {0, count / 2, count - 1};
    }

    /** Indices of an axis in the order of its values, each value once. */
    int[] rising(int axis) {
        SweepAxis of = axes.get(axis);
        List<Integer> order = new ArrayList<>();
        IntStream.range(0, of.count())
                .boxed()
                .sorted(java.util.Comparator.comparingDouble(of::value))
                .filter(i -> order.isEmpty() || of.value(i) > of.value(order.get(order.size() - 1)))
                .forEachOrdered(order::add);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** How many blocks there are, of planes or of neighbours in the order of rows. */
    int blocks(boolean planes) {
        return planes ? count / (length(x) * length(y)) : (count + CHUNK - 1) / CHUNK;
    }

    /** The block that a row is in. */
    int blockOf(int row, boolean planes) {
        if (!planes) {
            return row / CHUNK;
        }
        int[] indices = indices(row);
        int block = 0;
        for (int f = 0; f < factors.size(); f++) {
            block = f == x || f == y ? block : block * length(f) + indices[f];
        }
        return block;
    }

    /** The place of a row in its block. */
    int placeOf(int row, boolean planes) {
        if (!planes) {
            return row % CHUNK;
        }
        int[] indices = indices(row);
        return indices[y] * length(x) + indices[x];
    }

    /** The points of a block. */
    PointBlock block(ModelInstance subject, int block, boolean planes, int threads) {
        double[][] values = planes
                ? IntStream.range(0, length(x) * length(y))
                        .mapToObj(place -> values(rowOf(block, place)))
                        .toArray(double[][]::new)
                : IntStream.range(block * CHUNK, Math.min(count, (block + 1) * CHUNK))
                        .mapToObj(this::values)
                        .toArray(double[][]::new);
        Optional<PointBlock.Plane> plane =
                planes ? Optional.of(new PointBlock.Plane(grid(x), grid(y))) : Optional.empty();
        return new PointBlock(subject, names(), values, plane, threads);
    }

    private ParameterAxis grid(int factor) {
        return ((SweepAxis.Grid) axes.get(factors.get(factor).get(0))).axis();
    }

    private int rowOf(int block, int place) {
        int[] indices = new int[factors.size()];
        int rest = block;
        for (int f = factors.size() - 1; f >= 0; f--) {
            if (f != x && f != y) {
                indices[f] = rest % length(f);
                rest /= length(f);
            }
        }
        indices[x] = place % length(x);
        indices[y] = place / length(x);
        return row(indices);
    }
}
