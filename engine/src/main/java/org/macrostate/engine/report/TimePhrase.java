package org.macrostate.engine.report;

import org.macrostate.equations.model.Dynamics;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.typeset.Layout;

/** What a report says the time of a problem is: steps over N, but for a stated flow, which has its own. */
public final class TimePhrase {
    private TimePhrase() {}

    /** {@code t is a number of steps divided by N}, without a full stop. */
    public static Prose sentence(LearningProblem problem) {
        Prose time = Prose.EMPTY.andMath(Layout.italic("t"));
        return isFlow(problem)
                ? time.and(" is the flow's own time")
                : time.and(" is a number of steps divided by ").andMath(Layout.italic("N"));
    }

    /** {@code t, the number of steps divided by N}. */
    public static Prose apposition(LearningProblem problem) {
        Prose time = Prose.EMPTY.andMath(Layout.italic("t"));
        return isFlow(problem)
                ? time
                : time.and(", the number of steps divided by ").andMath(Layout.italic("N"));
    }

    private static boolean isFlow(LearningProblem problem) {
        return problem.dynamics() instanceof Dynamics.Flow;
    }
}
