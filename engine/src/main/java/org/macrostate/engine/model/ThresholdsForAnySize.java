package org.macrostate.engine.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.TimeLimit;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.symmetry.SizesAsParameters;
import org.macrostate.equations.symmetry.SymmetricAnsatz;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.threshold.StabilityBoundary;
import org.macrostate.equations.threshold.ThresholdAnalysis;
import org.macrostate.equations.threshold.ThresholdRequest;
import org.macrostate.equations.threshold.Thresholds;

/**
 * Thresholds in closed form in the sizes, {@code 2/(M + 2)} and not {@code 2/5}: where copies are alike, sizes are nothing but
 * numbers in the equations and stay symbols.
 */
record ThresholdsForAnySize(OrderParameterSystem whole, Sizes sizes, double[] parameters, ThresholdRequest request) {
    /** Of numbers that are equal but for rounding. */
    private static final double ROUNDING = 1e-9;

    /** A note beside an answer must not cost the answer. */
    private static final TimeLimit BESIDE = new TimeLimit(Duration.ofSeconds(10));

    /** Of the subspace, for all sizes; empty if not all of it is in closed form. */
    Optional<ThresholdAnalysis> on(SymmetricAnsatz alike) {
        return SizesAsParameters.in(whole, sizes, alike, parameters)
                .map(any -> Thresholds.of(any, sizes, request))
                .filter(a -> !a.boundaries().isEmpty()
                        && a.boundaries().stream().allMatch(b -> b.kind() == StabilityBoundary.Kind.EXACT));
    }

    /** Of the whole system, with a note of what it is for other sizes. */
    ThresholdAnalysis of() {
        ThresholdAnalysis own = Thresholds.of(whole, sizes, request);
        List<String> notes = new ArrayList<>(own.notes());
        alike(own, notes)
                .forEach(form -> notes.add(request.solve() + " = " + form
                        + " for any " + copies() + ": so it is on the subspace of states whose copies are alike"
                        + " (--subspace symmetric)"));
        return new ThresholdAnalysis(
                own.state(),
                own.solve(),
                own.values(),
                own.parameters(),
                own.blocks(),
                own.steps(),
                notes,
                own.others());
    }

    /** Closed forms in sizes of boundaries that are among the exact ones of the whole system. */
    private Set<String> alike(ThresholdAnalysis own, List<String> notes) {
        Set<String> forms = new LinkedHashSet<>();
        List<StabilityBoundary> known = own.boundaries().stream()
                .filter(b -> b.closedForm().isPresent())
                .toList();
        if (known.isEmpty() || own.isPart()) {
            return forms;
        }
        Optional<Optional<ThresholdAnalysis>> any;
        try {
            any = BESIDE.attempt("the threshold for any sizes", () -> on(SymmetricAnsatz.SYMMETRIC));
        } catch (BadInput notAlike) {
            return forms;
        }
        if (any.isEmpty()) {
            notes.add(
                    "whether the threshold has a closed form for any " + copies() + " is not known: it takes more than "
                            + BESIDE.words() + " of processor time (--subspace symmetric gives it longer)");
        }
        any.flatMap(a -> a).stream().flatMap(a -> a.boundaries().stream()).forEach(b -> {
            Expression form = b.closedForm().orElseThrow();
            boolean equal =
                    known.stream().anyMatch(k -> Math.abs(k.value() - b.value()) <= ROUNDING * Math.abs(k.value()));
            if (equal && Expansion.contains(form, this::isSize)) {
                forms.add(ExpressionText.of(form));
            }
        });
        return forms;
    }

    /** Sizes that stay symbols, from two on, and those of one copy, which do not. */
    private String copies() {
        List<String> symbols = new ArrayList<>();
        List<String> single = new ArrayList<>();
        new TreeMap<>(sizes.values()).forEach((name, value) -> {
            if (value > 1) {
                symbols.add(name + " >= 2");
            } else {
                single.add(name + " = " + value);
            }
        });
        return String.join(", ", symbols) + (single.isEmpty() ? "" : " (at " + String.join(", ", single) + ")");
    }

    private boolean isSize(Expression e) {
        return e instanceof Symbol s && sizes.values().containsKey(s.name());
    }
}
