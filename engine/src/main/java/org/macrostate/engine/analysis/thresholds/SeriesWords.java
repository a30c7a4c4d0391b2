package org.macrostate.engine.analysis.thresholds;

import java.util.List;
import java.util.stream.Collectors;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;
import org.macrostate.equations.threshold.BoundarySeries;
import org.macrostate.reports.table.ExpressionUnicode;
import org.macrostate.reports.table.NumberText;

/** A series term by term, by rising powers of the small parameter, with the order of what is left out. */
final class SeriesWords {
    private SeriesWords() {}

    static String of(BoundarySeries series, ExpressionUnicode formula) {
        List<Expression> terms = series.sum() instanceof Plus p ? p.terms() : List.of(series.sum());
        return terms.stream()
                        .sorted(java.util.Comparator.comparingDouble(term -> exponent(term, series.parameter())))
                        .map(formula::of)
                        .collect(Collectors.joining(" + "))
                        .replace("+ −", "− ")
                + " + O(" + series.parameter() + "^" + NumberText.of(series.omitted(), 4) + ")";
    }

    private static double exponent(Expression term, String small) {
        for (Expression factor : Times.factorsOf(term)) {
            Expression base = factor instanceof Power p ? p.base() : factor;
            if (base instanceof Symbol s && s.name().equals(small)) {
                return factor instanceof Power p ? NumericValue.of(p.exponent(), java.util.Map.of()) : 1;
            }
        }
        return 0;
    }
}
