package org.macrostate.solvers.sgd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.model.Declaration;
import org.macrostate.equations.model.Domain;

/** The trained numbers that must stay in a domain, watched step by step. */
final class ScalarDomains {
    private record Bounded(int scalar, String label, Domain domain) {}

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

    /** The label of a number that is outside its domain. */
    Optional<String> leftBy(OverlapProcess process) {
        for (Bounded each : bounded) {
            if (!each.domain().contains(process.scalar(each.scalar()))) {
                return Optional.of(each.label());
            }
        }
        return Optional.empty();
    }
}
