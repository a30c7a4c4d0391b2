package org.macrostate.solvers.fixedpoint;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.model.Domain;
import org.macrostate.solvers.nonlinear.Cholesky;
import org.macrostate.solvers.nonlinear.Vector;

/**
 * Deterministic starts in the physical region: Gram matrices of vectors drawn at random, in general position and on the
 * symmetric subspaces that general starts miss (no overlap with fixed vectors, equal units, paired units, units off).
 */
final class Starts {
    private static final int PATTERNS = 8;

    /** Either way, over which the sizes of scalars vary in one pattern. */
    private static final double DECADES = 4;

    private final SystemAt system;
    private final PhysicalRegion region;
    private final long seed;
    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian normal;
    private final List<FamilyVector> vectors;
    private final double[][] fixedFactor;
    private final StartPatterns patterns;

    Starts(SystemAt system, PhysicalRegion region, long seed) {
        this.system = system;
        this.region = region;
        this.seed = seed;
        this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        this.normal = ZigguratSampler.NormalizedGaussian.of(random);
        this.vectors = region.gram().vectors();
        this.fixedFactor = factor(region.fixedOverlaps());
        this.patterns = new StartPatterns(vectors, fixedFactor, random, normal);
    }

    /** A start of the pattern {@code index} mod 8; patterns with random numbers differ from call to call. */
    double[] next(int index) {
        int pattern = index % PATTERNS;
        double[] state = new double[system.length()];
        overlaps(state, patterns.coordinates(pattern));
        scalars(state, pattern);
        return state;
    }

    /** All overlaps zero, scalars where a run starts (1 if they must be positive and nothing is said). */
    double[] rest() {
        double[] state = new double[system.length()];
        List<StateLayout.Element> elements = system.system().bound().state().elements();
        for (int i = 0; i < state.length; i++) {
            state[i] = centre(elements.get(i), i);
        }
        return state;
    }

    /** Every trained vector equal to a fixed one, copy by copy: what is to be learned. Without fixed vectors, at rest. */
    double[] learned() {
        double[] state = rest();
        int fixed = fixedFactor.length;
        double[][] rows = new double[vectors.size()][Math.max(1, fixed)];
        int seen = 0;
        for (int i = 0; i < rows.length && fixed > 0; i++) {
            boolean trained = vectors.get(i).trained();
            int partner = trained ? Math.max(0, vectors.get(i).copy() - 1) % fixed : seen++;
            rows[i] = fixedFactor[partner];
        }
        overlaps(state, rows);
        return state;
    }

    /** A state in general position, also as to size: scalars vary by factors about where a run starts. */
    double[] generic() {
        double[] state = next(0);
        List<StateLayout.Element> elements = system.system().bound().state().elements();
        for (int i = 0; i < state.length; i++) {
            double centre = centre(elements.get(i), i);
            if (!elements.get(i).variable().isOverlap() && region.domain(i) == Domain.REAL) {
                state[i] = centre == 0 ? normal.sample() : centre * Math.exp(0.7 * normal.sample());
            }
        }
        return state;
    }

    /** Starts in small invariant subspaces. */
    SymmetricStarts symmetric() {
        return new SymmetricStarts(this, region, seed);
    }

    /** Starts in which few copies have overlaps. */
    BlockStarts blocks() {
        return new BlockStarts(this, region, seed);
    }

    /** Coordinates of the fixed vectors, in their own order, a row each. */
    double[][] fixedVectors() {
        return fixedFactor;
    }

    /**
     * Adds a part of a fixed vector to a vector.
     *
     * @param row coordinates, overwritten
     * @param place of the fixed vector, in their own order
     */
    void addFixed(double[] row, int place, double factor) {
        for (int a = 0; a < fixedFactor[place].length; a++) {
            row[a] += factor * fixedFactor[place][a];
        }
    }

    /**
     * The state of vectors with given coordinates, its scalars drawn: one number for all copies of a cluster.
     *
     * @param rows one a vector
     * @param cluster of a copy, which is counted from 1
     */
    double[] withOverlaps(double[][] rows, IntUnaryOperator cluster) {
        double[] state = new double[system.length()];
        overlaps(state, rows);
        List<StateLayout.Element> elements = system.system().bound().state().elements();
        Map<String, Double> drawn = new HashMap<>();
        for (int i = 0; i < state.length; i++) {
            StateLayout.Element element = elements.get(i);
            if (!element.variable().isOverlap()) {
                int place = i;
                String name = element.variable().name()
                        + ' '
                        + (element.places().size() == 1
                                ? cluster.applyAsInt(element.places().get(0))
                                : element.places());
                state[i] = drawn.computeIfAbsent(name, any -> scalar(element, place, 0));
            }
        }
        return state;
    }

    private double centre(StateLayout.Element element, int i) {
        double unit = system.system().units().of()[i];
        return element.variable()
                .start()
                .map(start -> start / unit)
                .orElse(
                        switch (region.domain(i)) {
                            case REAL, NONNEGATIVE -> 0.0;
                            case POSITIVE -> 1.0;
                            case UNIT -> 0.5;
                        });
    }

    /** Rows of vectors whose norm is kept get that length; a row of zeros gets it along its last direction. */
    private void keepNorms(double[][] rows) {
        for (int i = 0; i < rows.length; i++) {
            if (vectors.get(i).trained() && region.gram().place(i, i) == OverlapPositions.CONSTANT) {
                double[] row = rows[i].clone();
                double square = java.util.Arrays.stream(row).map(x -> x * x).sum();
                if (square == 0) {
                    row[row.length - 1] = 1;
                    square = 1;
                }
                double factor = Math.sqrt(region.constant(i, i) / square);
                rows[i] = java.util.Arrays.stream(row).map(x -> factor * x).toArray();
            }
        }
    }

    /** Where one element stands for many overlaps, their mean: that of realisable overlaps is realisable. */
    private void overlaps(double[] state, double[][] rows) {
        keepNorms(rows);
        int[] count = new int[state.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j <= i; j++) {
                int place = region.gram().place(i, j);
                if (place >= 0) {
                    count[place]++;
                    state[place] += (Vector.dot(rows[i], rows[j]) - state[place]) / count[place];
                }
            }
        }
    }

    private void scalars(double[] state, int pattern) {
        List<StateLayout.Element> elements = system.system().bound().state().elements();
        String name = "";
        double kept = 0;
        for (int i = 0; i < state.length; i++) {
            StateLayout.Element element = elements.get(i);
            if (element.variable().isOverlap()) {
                continue;
            }
            boolean same = element.variable().name().equals(name) && (pattern == 2 || pattern == 3);
            if (!same) {
                kept = scalar(element, i, pattern);
            }
            name = element.variable().name();
            state[i] = kept;
        }
    }

    private double scalar(StateLayout.Element element, int i, int pattern) {
        double centre = centre(element, i);
        if (pattern == 5 && region.domain(i) != Domain.UNIT) {
            boolean turned = region.domain(i) == Domain.REAL && random.nextBoolean();
            double size = Math.max(1, Math.abs(centre)) * Math.pow(10, DECADES * (2 * random.nextDouble() - 1));
            return turned ? -size : size;
        }
        return switch (region.domain(i)) {
            case UNIT -> random.nextDouble();
            case POSITIVE, NONNEGATIVE -> (centre > 0 ? centre : 1) * Math.exp(normal.sample());
            case REAL ->
                pattern == 1 && random.nextBoolean() || pattern == 4
                        ? 0
                        : centre + 3 * patterns.scale() * normal.sample();
        };
    }

    /** A lower triangular L with L Lᵀ = G; zero columns where G is singular. */
    private static double[][] factor(double[] gram) {
        int n = (int) Math.round(Math.sqrt(gram.length));
        double[] lower = new double[n * n];
        Cholesky.lower(gram, n, lower);
        double[][] factor = new double[n][];
        for (int i = 0; i < n; i++) {
            factor[i] = Arrays.copyOfRange(lower, i * n, (i + 1) * n);
        }
        return factor;
    }
}
