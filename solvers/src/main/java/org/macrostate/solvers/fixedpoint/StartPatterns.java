package org.macrostate.solvers.fixedpoint;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Random vectors in general position and on symmetric subspaces, by coordinates. */
final class StartPatterns {
    private final List<FamilyVector> vectors;
    private final double[][] fixedFactor;
    private final UniformRandomProvider random;
    private final ZigguratSampler.NormalizedGaussian normal;

    /** @param fixedFactor coordinates of the fixed vectors, a row each */
    StartPatterns(
            List<FamilyVector> vectors,
            double[][] fixedFactor,
            UniformRandomProvider random,
            ZigguratSampler.NormalizedGaussian normal) {
        this.vectors = vectors;
        this.fixedFactor = fixedFactor;
        this.random = random;
        this.normal = normal;
    }

    /** Of very different sizes, 0.1 to 4. */
    double scale() {
        return Math.pow(10, 1.6 * random.nextDouble() - 1);
    }

    /** A row a vector: first along an orthonormal frame of the fixed ones, then shared directions, then its own. */
    double[][] coordinates(int pattern) {
        int fixed = fixedFactor.length;
        int copies = vectors.stream().mapToInt(FamilyVector::copy).max().orElse(0) + 1;
        int width = fixed + 1 + copies + vectors.size();
        double[][] rows = new double[vectors.size()][width];
        double[] roles = new double[copies];
        for (int k = 0; k < copies; k++) {
            roles[k] = random.nextDouble();
        }
        int fixedSeen = 0;
        FamilyDraw draw = new FamilyDraw("", new double[5]);
        for (int i = 0; i < rows.length; i++) {
            FamilyVector vector = vectors.get(i);
            if (!vector.trained()) {
                System.arraycopy(fixedFactor[fixedSeen++], 0, rows[i], 0, fixed);
                continue;
            }
            if (!draw.family().equals(vector.family())) {
                draw = draw(vector.family());
            }
            fill(rows[i], pattern, vector, i, draw, roles[vector.copy()], fixed, copies);
        }
        return rows;
    }

    /** Numbers that the copies of a family share. */
    private record FamilyDraw(String family, double[] numbers) {}

    private FamilyDraw draw(String family) {
        double[] numbers = new double[5];
        double scale = scale();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = scale * normal.sample();
        }
        return new FamilyDraw(family, numbers);
    }

    private void fill(
            double[] row,
            int pattern,
            FamilyVector vector,
            int i,
            FamilyDraw draw,
            double role,
            int fixed,
            int copies) {
        double[] d = draw.numbers();
        int shared = fixed + 1 + vector.copy();
        int own = fixed + 1 + copies + i;
        int partner = fixed == 0 ? 0 : Math.max(0, vector.copy() - 1) % fixed;
        switch (pattern) {
            case 0, 6, 7 -> {
                double scale = pattern == 7 ? 0.03 : 1;
                for (int a = 0; a < (pattern == 6 ? fixed : row.length); a++) {
                    row[a] = scale * scale() * normal.sample();
                }
            }
            case 1 -> {
                row[shared] = d[0];
                row[own] = 0.3 * d[1];
            }
            case 2 -> {
                if (fixed > 0 && vector.copy() <= fixed) {
                    row[partner] = d[0];
                }
                row[shared] = d[1];
                row[own] = 0.3 * d[2];
            }
            case 3 -> {
                Arrays.fill(row, 0, fixed, d[0]);
                row[fixed] = d[1];
                row[shared] = d[2];
                row[own] = 0.3 * d[3];
            }
            case 5 -> {
                if (role > 0.67 && fixed > 0) {
                    row[partner] = d[0];
                }
                if (role > 0.33) {
                    row[shared] = d[1];
                    row[own] = 0.3 * d[2];
                }
            }
            case 4 -> {} // all overlaps zero
            default -> throw new IllegalArgumentException("pattern " + pattern);
        }
    }
}
