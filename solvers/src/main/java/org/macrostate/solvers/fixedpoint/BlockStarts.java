package org.macrostate.solvers.fixedpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Starts of large systems in which a few copies form one block and the others have no overlaps. A block has one or two
 * groups of copies that are alike. The overlaps in it come from what groups share, and from what the copies of a group have
 * apart from their mean: either lies along fixed vectors, along directions that are none, or is missing. These are the
 * states that exchanges of the copies of a group keep, with changes of sign (Golubitsky, Stewart and Schaeffer,
 * "Singularities and Groups in Bifurcation Theory II", section XVIII.1).
 */
final class BlockStarts {
    private final Starts starts;
    private final List<FamilyVector> vectors;
    private final int copies;

    /** Of each fixed vector among all, its place among the fixed ones. */
    private final Map<Integer, Integer> places;

    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian normal;

    /** What a component of the overlaps lies along. */
    private enum Kind {
        NONE,
        FIXED,
        FREE
    }

    /**
     * A block of copies 1 … first + second.
     *
     * @param first copies of the first group
     * @param second copies of the second group, or 0
     * @param shared by all, with a factor for each group
     * @param other the same once more
     * @param within what the copies of the first group have apart from their mean
     * @param beside what those of the second have
     */
    private record Block(int first, int second, Kind shared, Kind other, Kind within, Kind beside) {
        boolean isFirst(int copy) {
            return copy <= first;
        }

        int size() {
            return first + second;
        }
    }

    BlockStarts(Starts starts, PhysicalRegion region, long seed) {
        this.starts = starts;
        this.vectors = region.gram().vectors();
        this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
        this.copies = FamilyVector.copies(vectors);
        this.places = FamilyVector.fixedPlaces(vectors);
    }

    /** How many copies there are: the largest size of a block. */
    int copies() {
        return copies;
    }

    /**
     * One start of each kind of block of so many copies.
     *
     * @param alike whether groups of one size, and what they have apart, differ by signs only
     */
    List<double[]> ofSize(int size, boolean alike) {
        List<double[]> states = new ArrayList<>();
        for (int second = 0; second <= size / 2; second++) {
            int first = size - second;
            for (Kind shared : Kind.values()) {
                for (Kind other : second > 0 ? Kind.values() : new Kind[] {Kind.NONE}) {
                    for (Kind within : first > 1 ? Kind.values() : new Kind[] {Kind.NONE}) {
                        for (Kind beside : second > 1 ? Kind.values() : new Kind[] {Kind.NONE}) {
                            Block block = new Block(first, second, shared, other, within, beside);
                            if (other.compareTo(shared) <= 0 && isOne(block)) {
                                state(block, alike).ifPresent(states::add);
                            }
                        }
                    }
                }
            }
        }
        return states;
    }

    /** Whether groups have anything in common, so that the block is not two. */
    private static boolean isOne(Block block) {
        return block.size() == 1 || block.shared() != Kind.NONE || block.second() == 0 && block.within() != Kind.NONE;
    }

    /** Empty if a block of directions has fewer fixed vectors than it takes. */
    private Optional<double[]> state(Block block, boolean alike) {
        int width = places.size() + 2 + copies;
        double[][] rows = new double[vectors.size()][width];
        Map<String, Double> factors = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            FamilyVector vector = vectors.get(i);
            if (!vector.trained()) {
                starts.addFixed(rows[i], Objects.requireNonNull(places.get(i)), 1);
            } else if (vector.copy() > 0
                    && vector.copy() <= block.size()
                    && !fill(rows[i], vector, block, alike, factors)) {
                return Optional.empty();
            }
        }
        return Optional.of(starts.withOverlaps(rows, copy -> copy > block.size() ? 2 : block.isFirst(copy) ? 0 : 1));
    }

    /** False if there are too few fixed vectors. */
    private boolean fill(double[] row, FamilyVector vector, Block block, boolean alike, Map<String, Double> factors) {
        List<Integer> fixed = places.keySet().stream()
                .filter(i -> vectors.get(i).block() == vector.block())
                .toList();
        boolean isFirst = block.isFirst(vector.copy());
        boolean mirrored = alike && block.first() == block.second();
        String name = vector.family() + ' ' + (isFirst || mirrored);
        int used = 0;
        for (int group = 1; group <= 2; group++) {
            int size = group == 1 ? block.first() : block.second();
            Kind kind = group == 1 ? block.within() : block.beside();
            int needed = kind != Kind.FIXED ? 0 : size == 2 ? 1 : size;
            if (used + needed > fixed.size()) {
                return false;
            }
            if (kind != Kind.NONE && isFirst == (group == 1)) {
                int place = vector.copy() - 1 - (isFirst ? 0 : block.first());
                double factor = factor(factors, name + " apart");
                for (int k = 0; k < size; k++) {
                    double part = factor * ((k == place ? 1 : 0) - 1.0 / size);
                    if (kind == Kind.FREE) {
                        row[places.size() + 2 + (isFirst ? k : block.first() + k)] += part;
                    } else if (size > 2) {
                        starts.addFixed(row, place(fixed, used + k), part);
                    } else if (k == 0) {
                        starts.addFixed(row, place(fixed, used), part);
                    }
                }
            }
            used += needed;
        }
        boolean sums = block.second() == 0 && block.within() == Kind.FIXED && block.first() > 2;
        int shared = 0;
        for (Kind kind : List.of(block.shared(), block.other())) {
            double sign = mirrored && shared == 1 && !isFirst ? -1 : 1;
            double factor = sign * factor(factors, name + " shared " + shared);
            if (kind == Kind.FREE) {
                row[places.size() + shared] += factor;
            } else if (kind == Kind.FIXED && sums) {
                fixed.subList(0, block.first())
                        .forEach(i -> starts.addFixed(row, place(fixed, fixed.indexOf(i)), factor));
            } else if (kind == Kind.FIXED) {
                if (used >= fixed.size()) {
                    return false;
                }
                starts.addFixed(row, place(fixed, used++), factor);
            }
            shared++;
        }
        return true;
    }

    private int place(List<Integer> fixed, int number) {
        return Objects.requireNonNull(places.get(fixed.get(number)));
    }

    private double factor(Map<String, Double> factors, String name) {
        return factors.computeIfAbsent(
                name, any -> Math.pow(10, random.nextDouble() - 0.7) * (1 + 0.3 * normal.sample()));
    }
}
