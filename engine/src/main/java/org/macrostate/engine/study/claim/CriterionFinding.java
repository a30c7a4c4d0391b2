package org.macrostate.engine.study.claim;

import java.util.Optional;
import org.macrostate.equations.tensor.Expression;

/**
 * What became of a criterion.
 *
 * @param measured NaN where it is not about a number
 * @param low least that meets it; −∞ for none, NaN where it is not about a number
 * @param high largest that meets it; +∞ for none
 * @param claimed the number claimed; NaN if it is an interval that is claimed
 * @param used part of the room that the measured number takes: 0 in the middle, 1 at the edge, NaN where there is no middle
 * @param form closed form that was found
 * @param note what else is to be said: why it is undecided, how it was compared
 */
public record CriterionFinding(
        Criterion criterion,
        Verdict verdict,
        double measured,
        double error,
        double low,
        double high,
        double claimed,
        double used,
        Optional<Expression> form,
        String note) {

    static CriterionFinding undecided(Criterion criterion, String why) {
        return word(criterion, Verdict.UNDECIDED, Optional.empty(), why);
    }

    static CriterionFinding word(Criterion criterion, Verdict verdict, Optional<Expression> form, String note) {
        double none = Double.NaN;
        return new CriterionFinding(criterion, verdict, none, none, none, none, none, none, form, note);
    }
}
