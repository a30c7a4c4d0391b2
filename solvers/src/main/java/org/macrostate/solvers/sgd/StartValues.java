package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Declaration;

/** Reads a start: which value each column gets. */
final class StartValues {
    private final BoundModel model;
    private final Start start;

    /**
     * @throws BadInput if a name is no column's, or no norm's or scalar's where the start is random
     */
    StartValues(BoundModel model, Start start) {
        this.model = model;
        this.start = start;
        List<String> known = new ArrayList<>();
        for (OverlapColumns.Column column : model.columns().all()) {
            if (start instanceof Start.Prescribed || column.isScalar() || column.isNorm()) {
                known.add(column.label());
                known.add(column.name());
            }
        }
        start.values().forEach((name, value) -> {
            if (!known.contains(name)) {
                String role = start instanceof Start.Random ? "norm or scalar of a random start" : "order parameter";
                throw BadInput.unknownName(role, name, known);
            }
            if (!Double.isFinite(value)) {
                throw new BadInput("the start of " + name + " must be a finite number, was " + value);
            }
        });
    }

    /** One value a trained scalar. */
    double[] scalars() {
        return model.columns().all().stream()
                .filter(OverlapColumns.Column::isScalar)
                .mapToDouble(this::scalar)
                .toArray();
    }

    private double scalar(OverlapColumns.Column column) {
        Declaration.Scalar declaration = model.problem().scalars().stream()
                .filter(s -> s.name().equals(column.name()))
                .findFirst()
                .orElseThrow();
        double value = given(column)
                .or(declaration::start)
                .orElseThrow(() -> new BadInput("the scalar " + column.label() + " needs a start"));
        if (!declaration.domain().contains(value)) {
            throw new BadInput("the start of " + column.label() + " must be "
                    + declaration.domain().text() + ", was " + value);
        }
        return value;
    }

    /**
     * One variance a trained vector and block, block by block. A norm's value is the variance in all blocks, the value of
     * its share in one block {@code f_b} times the variance there.
     *
     * @param weights f_b
     */
    double[] variances(double[] weights) {
        int trained = model.vectors().trained();
        double[] variances = new double[weights.length * trained];
        java.util.Arrays.fill(variances, 1);
        for (Declaration.Vectors family : model.vectors().families()) {
            for (int b = 0; b < weights.length; b++) {
                if (family.isTrained() && model.problem().hasNoPart(family.name(), b + 1)) {
                    for (List<Integer> place : model.vectors().places(family.name())) {
                        int vector = model.vectors().number(family.name(), place);
                        variances[b * trained + vector - model.vectors().fixed()] = 0;
                    }
                }
            }
        }
        for (OverlapColumns.Column column : model.columns().all()) {
            if (!column.isScalar() && column.isNorm()) {
                boolean own =
                        model.problem().blocks().isPresent() && start.values().containsKey(column.label());
                double variance = given(column).orElse(1.0) / (own ? weights[column.block()] : 1);
                if (!(variance >= 0)) {
                    throw new BadInput("the variance " + column.label() + " of a random start must be nonnegative, was "
                            + variance);
                }
                variances[
                        column.block() * trained
                                + column.left()
                                - model.vectors().fixed()] = variance;
            }
        }
        return variances;
    }

    /**
     * B·r·r overlaps.
     *
     * @param gram with the fixed vectors' overlaps; the others are overwritten
     */
    void overlaps(double[] gram) {
        for (OverlapColumns.Column column : model.columns().all()) {
            if (!column.isScalar()) {
                double value = given(column).orElse(0.0);
                gram[model.columns().place(column)] = value;
                gram[model.columns().mirror(column)] = value;
            }
        }
    }

    private Optional<Double> given(OverlapColumns.Column column) {
        Map<String, Double> values = start.values();
        return Optional.ofNullable(values.get(column.label())).or(() -> Optional.ofNullable(values.get(column.name())));
    }
}
