package org.macrostate.engine.study.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A claim with what was measured, and what became of each of its criteria. */
public record ClaimFinding(Claim claim, Map<String, Measured> measured, List<CriterionFinding> criteria) {
    public ClaimFinding {
        measured = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(measured));
        criteria = List.copyOf(criteria);
    }

    /** Fails if one criterion fails; undecided if none fails but one is undecided. */
    public Verdict verdict() {
        return criteria.stream()
                .map(CriterionFinding::verdict)
                .reduce(Verdict.HOLDS, (a, b) -> a == Verdict.FAILS || b == Verdict.HOLDS ? a : b);
    }

    /** The largest part of its tolerance that a criterion uses. */
    public OptionalDouble used() {
        return criteria.stream()
                .mapToDouble(CriterionFinding::used)
                .filter(Double::isFinite)
                .max();
    }

    public long met() {
        return criteria.stream().filter(c -> c.verdict() == Verdict.HOLDS).count();
    }
}
