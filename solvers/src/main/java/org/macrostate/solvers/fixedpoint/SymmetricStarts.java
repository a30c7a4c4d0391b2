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
 * Starts of large systems in small invariant subspaces: copies form clusters, the copies of one are alike, and vectors of
 * different clusters have no overlaps. Each cluster lies along a fixed vector of its own, along none, or has no overlaps
 * at all. States are drawn up to exchanges of copies: clusters are ordered.
 */
final class SymmetricStarts {
    private static final double JOINS = 0.4;
    private static final double ALONG = 0.5;
    private static final double FREE = 0.8;
    private static final double SPREAD = 0.5;

    private final Starts starts;
    private final List<FamilyVector> vectors;
    private final int copies;

    /** Of each fixed vector among all, its place among the fixed ones. */
    private final Map<Integer, Integer> places;

    /** Fixed vectors, or their projections on the block that has most of them. */
    private final int fixed;

    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian normal;

    /** What the copies of a cluster do. */
    private enum Role {
        ALONG,
        FREE,
        ZERO
    }

    /**
     * Copies that are alike.
     *
     * @param number from 0
     */
    private record Cluster(int number, Role role) {}

    SymmetricStarts(Starts starts, PhysicalRegion region, long seed) {
        this.starts = starts;
        this.vectors = region.gram().vectors();
        this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
        this.copies = FamilyVector.copies(vectors);
        this.places = FamilyVector.fixedPlaces(vectors);
        this.fixed = places.keySet().stream()
                .mapToInt(i -> inBlock(vectors.get(i).block()).size())
                .max()
                .orElse(0);
    }

    /** Clusters and what they do at random. */
    double[] next() {
        List<Cluster> clusters = new ArrayList<>();
        int number = -1;
        for (int k = 0; k < copies; k++) {
            if (k > 0 && random.nextDouble() < JOINS) {
                clusters.add(clusters.get(k - 1));
            } else {
                number++;
                double what = random.nextDouble();
                boolean along = what < ALONG && number < fixed;
                clusters.add(new Cluster(number, along ? Role.ALONG : what < FREE ? Role.FREE : Role.ZERO));
            }
        }
        return state(clusters);
    }

    private double[] state(List<Cluster> clusters) {
        Map<String, double[]> numbers = new HashMap<>();
        double[][] rows = new double[vectors.size()][places.size() + copies + vectors.size()];
        for (int i = 0; i < rows.length; i++) {
            FamilyVector vector = vectors.get(i);
            if (!vector.trained()) {
                starts.addFixed(rows[i], Objects.requireNonNull(places.get(i)), 1);
            } else if (vector.copy() > 0) {
                Cluster cluster = clusters.get(vector.copy() - 1);
                String shared = vector.family() + ' ' + cluster.role() + ' ' + cluster.number();
                double[] d = numbers.computeIfAbsent(shared, name -> draw());
                if (cluster.role() == Role.ALONG) {
                    double[] row = rows[i];
                    partner(cluster.number(), vector.block()).ifPresent(place -> starts.addFixed(row, place, d[0]));
                }
                if (cluster.role() != Role.ZERO) {
                    rows[i][places.size() + cluster.number()] = d[1];
                    rows[i][places.size() + copies + i] = d[2];
                }
            }
        }
        return starts.withOverlaps(
                rows,
                copy -> copy > 0 && copy <= copies ? clusters.get(copy - 1).number() : -1);
    }

    /** The place among fixed vectors of the one with this number in a block; empty where the block has none. */
    private Optional<Integer> partner(int number, int block) {
        List<Integer> own = inBlock(block);
        return own.isEmpty() ? Optional.empty() : Optional.ofNullable(places.get(own.get(number % own.size())));
    }

    private List<Integer> inBlock(int block) {
        return places.keySet().stream()
                .filter(i -> vectors.get(i).block() == block)
                .toList();
    }

    /** Along a fixed vector, along what a cluster shares, and of its own: the last may be missing. */
    private double[] draw() {
        double scale = Math.pow(10, 1.6 * random.nextDouble() - 1);
        double own = random.nextBoolean() ? SPREAD : 0;
        return new double[] {scale * normal.sample(), scale * normal.sample(), own * scale * normal.sample()};
    }
}
