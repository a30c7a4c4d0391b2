package org.macrostate.engine.analysis.thresholds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.symbolic.Symbols;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.NumericValue;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.threshold.StabilityBlock;
import org.macrostate.equations.threshold.StabilityBoundary;
import org.macrostate.equations.threshold.ThresholdAnalysis;
import org.macrostate.reports.table.NumberText;

/**
 * The answer of a stability analysis in one statement, {@code collapsed: stable iff beta > rho + eta}. The boundaries
 * at which the state changes its stability cut the parameter's line into pieces; on which of them the state is stable is
 * read off its conditions at a point of each, at the values of the other parameters.
 */
final class StabilityStatement {
    private static final int DIGITS = 8;

    private final ThresholdAnalysis analysis;
    private final List<StabilityBoundary> ends;

    private StabilityStatement(ThresholdAnalysis analysis) {
        this.analysis = analysis;
        this.ends = analysis.blocks().stream()
                .flatMap(block -> block.boundaries().stream())
                .filter(boundary -> boundary.decides() && Double.isFinite(boundary.value()))
                .sorted(Comparator.comparingDouble(StabilityBoundary::value))
                .toList();
    }

    static String of(ThresholdAnalysis analysis) {
        return analysis.state() + ": " + new StabilityStatement(analysis).text();
    }

    private String text() {
        try {
            return statement();
        } catch (IllegalArgumentException noValue) {
            // a condition without a value here (an integral, or a state without a closed form), or one at odds with a
            // boundary
            return ends.isEmpty()
                    ? "no " + analysis.solve() + " was found at which its stability changes"
                    : "its stability changes at "
                            + String.join(
                                    ", ",
                                    ends.stream()
                                            .map(e -> analysis.solve() + " = " + end(e))
                                            .toList());
        }
    }

    private String statement() {
        if (ends.isEmpty()) {
            double here = analysis.parameters().getOrDefault(analysis.solve(), 1.0);
            return (isStable(here) ? "stable" : "unstable") + ", and no " + analysis.solve()
                    + " was found at which that changes";
        }
        List<String> pieces = new ArrayList<>();
        boolean before = false;
        for (int i = 0; i <= ends.size(); i++) {
            boolean stable = isStable(inside(i));
            if (i > 0 && stable == before) {
                throw new IllegalArgumentException("conditions and boundaries disagree about " + end(ends.get(i - 1)));
            }
            before = stable;
            if (stable) {
                pieces.add(piece(i));
            }
        }
        return "stable iff " + String.join(" or ", pieces);
    }

    /** A point of the piece before boundary {@code i}, or behind the last one. */
    private double inside(int i) {
        if (i == 0) {
            double first = ends.get(0).value();
            return first > 0 ? first / 2 : 2 * first - 1;
        }
        double low = ends.get(i - 1).value();
        return i < ends.size() ? (low + ends.get(i).value()) / 2 : low > 0 ? 2 * low : low / 2 + 1;
    }

    private String piece(int i) {
        String name = analysis.solve();
        if (i == 0) {
            return name + " < " + end(ends.get(0));
        }
        String low = end(ends.get(i - 1));
        return i == ends.size() ? name + " > " + low : low + " < " + name + " < " + end(ends.get(i));
    }

    private static String end(StabilityBoundary boundary) {
        return boundary.closedForm().map(ExpressionText::of).orElseGet(() -> NumberText.of(boundary.value(), DIGITS));
    }

    private boolean isStable(double value) {
        for (StabilityBlock block : analysis.blocks()) {
            if (!block.isInSymbols()
                    || (block.stableWhen().isEmpty() && !block.boundaries().isEmpty())) {
                throw new IllegalArgumentException("a block with a boundary whose condition has no formula");
            }
            for (Expression positive : block.stableWhen()) {
                if (positive.isZero()) {
                    // an eigenvalue that is zero throughout decides nothing
                    continue;
                }
                Map<Symbol, Double> values = new HashMap<>();
                for (Symbol symbol : Symbols.of(positive)) {
                    boolean solved = symbol.name().equals(analysis.solve());
                    Double known = solved
                            ? Double.valueOf(value)
                            : analysis.parameters().get(symbol.name());
                    if (known != null && symbol.indices().isEmpty()) {
                        values.put(symbol, known);
                    }
                }
                if (!(NumericValue.of(positive, values) > 0)) {
                    return false;
                }
            }
        }
        return true;
    }
}
