package org.macrostate.solvers.sgd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;

/**
 * Where everything that a step depends on stands in the state array of its kernels: S·r fields, r(r+1)/2 overlaps,
 * their shares in B blocks where the spectra have blocks, trained scalars, random factors and, in update rules only, S
 * sample and r vector symbols, which are differentiated by and never read.
 */
final class StepInputs {
    private final VectorSet vectors;
    /** B, or none where all noise is isotropic. */
    private final int shares;

    private final Map<String, Integer> samples = new LinkedHashMap<>();
    private final Map<String, Integer> scalars = new LinkedHashMap<>();
    private final Map<String, Integer> randoms = new LinkedHashMap<>();

    StepInputs(LearningProblem problem, Sizes sizes, VectorSet vectors) {
        this.vectors = vectors;
        this.shares = problem.blocks().map(sizes::of).orElse(0);
        for (Declaration.Sample sample : problem.samples()) {
            samples.put(sample.name(), samples.size());
        }
        for (Declaration.Scalar scalar : problem.scalars()) {
            List<Index> indices = scalar.copies().stream().map(Fresh::index).toList();
            for (List<Integer> place : Places.all(indices, sizes)) {
                scalars.put(Places.label(scalar.name(), place), scalars.size());
            }
        }
        for (Declaration.Random random : problem.randoms()) {
            number(randoms, random.name(), random.copies(), sizes);
        }
    }

    private static void number(Map<String, Integer> into, String name, Optional<Expression> copies, Sizes sizes) {
        if (copies.isEmpty()) {
            into.put(name, into.size());
            return;
        }
        for (int i = 1; i <= sizes.of(copies.get()); i++) {
            into.put(Places.label(name, List.of(i)), into.size());
        }
    }

    int length() {
        return firstVector() + vectors.count();
    }

    int sampleCount() {
        return samples.size();
    }

    int scalarCount() {
        return scalars.size();
    }

    /** Labels of the trained scalars, in order. */
    List<String> scalarLabels() {
        return List.copyOf(scalars.keySet());
    }

    int field(int sample, int vector) {
        return sample * vectors.count() + vector;
    }

    int firstOverlap() {
        return samples.size() * vectors.count();
    }

    /** The one variable of the unordered pair. */
    int overlap(int i, int j) {
        int low = Math.min(i, j);
        int high = Math.max(i, j);
        return firstOverlap() + low * vectors.count() - low * (low - 1) / 2 + (high - low);
    }

    /** The share of an overlap in a block, from 0. */
    int overlap(int block, int i, int j) {
        return overlap(i, j) + (block + 1) * pairs();
    }

    private int pairs() {
        return vectors.count() * (vectors.count() + 1) / 2;
    }

    int firstScalar() {
        return firstOverlap() + (1 + shares) * pairs();
    }

    int firstRandom() {
        return firstScalar() + scalars.size();
    }

    int sampleSymbol(int sample) {
        return firstRandom() + randoms.size() + sample;
    }

    int firstVector() {
        return firstRandom() + randoms.size() + samples.size();
    }

    int sample(String name) {
        return find(samples, name, "sample");
    }

    int scalar(String name, List<Integer> place) {
        return firstScalar() + find(scalars, Places.label(name, place), "scalar");
    }

    int random(String name, List<Integer> place) {
        return firstRandom() + find(randoms, Places.label(name, place), "random factor");
    }

    private static int find(Map<String, Integer> known, String label, String role) {
        Integer position = known.get(label);
        if (position == null) {
            throw BadInput.unknownName(role, label, known.keySet());
        }
        return position;
    }
}
