package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Domain;

/** The trained numbers that must stay in a domain, watched step by step. */
final class ScalarDomains {
    private record Bounded(int scalar, String label, Domain domain) {
        /** Quickly; false also for some that are in the domain. */
        boolean surelyContains(double value) {
            return value > 0 && value < (domain == Domain.UNIT ? 1 : Double.MAX_VALUE);
        }
    }

    private final List<Bounded> bounded;

    private ScalarDomains(List<Bounded> bounded) {
        this.bounded = bounded;
    }

    static ScalarDomains of(BoundModel model) {
        List<Bounded> bounded = new ArrayList<>();
        for (OverlapColumns.Column column : model.columns().all()) {
            if (column.isScalar()) {
                Domain domain = model.problem().scalars().stream()
                        .filter(s -> s.name().equals(column.name()))
                        .map(Declaration.Scalar::domain)
                        .findFirst()
                        .orElse(Domain.REAL);
                if (domain != Domain.REAL) {
                    bounded.add(new Bounded(column.right(), column.label(), domain));
                }
            }
        }
        return new ScalarDomains(bounded);
    }

    /** Makes steps up to a number of them, or to the first after which a number is outside; false if one ceased to be finite. */
    boolean advance(OverlapProcess process, long target) {
        if (bounded.isEmpty()) {
            return process.advance(target);
        }
        while (process.steps() < target) {
            if (!process.advance(process.steps() + 1)) {
                return false;
            }
            if (leftBy(process).isPresent()) {
                return true;
            }
        }
        return true;
    }

    /**
     * Whether a number of one of some runs might be outside its domain.
     *
     * @param values a row of {@code length} elements each, of which the first {@code runs} count
     * @param first the row of the first scalar
     */
    boolean mightLeave(double[] values, int first, int length, int runs) {
        for (Bounded each : bounded) {
            int from = (first + each.scalar()) * length;
            for (int k = from; k < from + runs; k++) {
                if (!each.surelyContains(values[k])) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The label of a number that is outside its domain. */
    Optional<String> leftBy(Overlaps process) {
        for (Bounded each : bounded) {
            if (!each.domain().contains(process.scalar(each.scalar()))) {
                return Optional.of(each.label());
            }
        }
        return Optional.empty();
    }
}
