package org.macrostate.engine.analysis.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.macrostate.engine.report.FormulaPhrases;
import org.macrostate.engine.report.NoteProse;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.typeset.Layout;
import org.macrostate.reports.typeset.Typesetter;
import org.macrostate.solvers.finitesize.CheckResult;
import org.macrostate.solvers.finitesize.Extrapolation;

/** A check's verdict in words: how much was judged, and the largest deviation. */
final class CheckVerdict {
    private CheckVerdict() {}

    static Prose of(CheckAnswer answer, Typesetter typesetter) {
        CheckResult result = answer.result();
        List<Extrapolation> judged = result.extrapolations();
        long names = result.quantities().stream().map(q -> q.name()).distinct().count();
        long points = names * answer.asked().times().afterStart().times().size();
        Prose prose = Prose.text(judged.size() + " of " + points
                + " deviations, of every order parameter and observable at every time, could be judged. ");
        Optional<Extrapolation> worst = judged.stream()
                .min(Comparator.comparingDouble(Extrapolation::adjusted)
                        .thenComparing(Comparator.comparingDouble((Extrapolation e) -> Math.abs(e.score()))
                                .reversed()));
        if (worst.isPresent()) {
            Extrapolation e = worst.get();
            prose = prose.and("The largest in units of its error is that of ")
                    .andMath(FormulaPhrases.symbol(typesetter, e.name()))
                    .and(" at ")
                    .andMath(FormulaPhrases.assignment(typesetter, "t", e.t()))
                    .and(": ")
                    .and(Prose.number(e.deviation(), 2))
                    .and(" with standard error ")
                    .and(Prose.number(e.standardError(), 2))
                    .and(", Student's t ")
                    .and(Prose.number(e.score(), 2))
                    .and("; a right theory deviates as much or more somewhere with probability ")
                    .and(Prose.number(e.adjusted(), 2))
                    .and(".");
        }
        if (judged.size() < points) {
            prose = prose.and(
                    " Where a deviation could not be judged, fluctuations do not yet scale as they do for large N.");
        }
        if (Double.isFinite(result.scalingExponent())) {
            prose = prose.and(" The spread of the runs falls with ")
                    .andMath(Layout.italic("N"))
                    .and(" as a power whose exponent is ")
                    .and(Prose.number(result.scalingExponent(), 3))
                    .and(" with standard error ")
                    .and(Prose.number(result.scalingExponentError(), 2))
                    .and("; where fluctuations are small it is −1/2.");
        }
        if (answer.reach().isPresent()) {
            String told = answer.reach().get().told();
            String sentence = Character.toUpperCase(told.charAt(0)) + told.substring(1);
            prose = prose.and(" ").and(NoteProse.of(typesetter, sentence)).and(".");
        }
        return prose;
    }
}
