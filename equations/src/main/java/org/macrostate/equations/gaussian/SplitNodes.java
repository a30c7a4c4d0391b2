package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Symbol;

/**
 * A formula for E[f(ζ)], ζ standard normal and f smooth between breakpoints that are expressions: Gauss–Legendre on every
 * piece of [−8, 8], beyond which the normal law has 1e-15 of its weight. Nodes and lengths of the pieces are linear in the
 * breakpoints, with tables of coefficients, so that one sum runs over all pieces.
 */
final class SplitNodes {
    /** More breakpoints are not worth their nodes. */
    static final int MOST = 3;

    /** What a named breakpoint is. */
    static final String PLACE = "where an integral is split";

    private static final int FAR = 8;

    private final PartNames names;
    private final List<Expression> breakpoints;
    private final int nodes;

    /**
     * @param breakpoints inside of [−8, 8], in any order
     * @param nodes on every piece
     */
    SplitNodes(PartNames names, List<Expression> breakpoints, int nodes) {
        this.names = names;
        this.breakpoints = sorted(breakpoints);
        this.nodes = nodes;
    }

    /** A sum over the formula. */
    record Sum(Index index, Expression point, Expression weight) {}

    /** The formula, in an index of its own. */
    Sum sum() {
        Index index = Fresh.index(Expression.of((long) nodes * (breakpoints.size() + 1)));
        Expression point = combined(index, "z_", this::pointCoefficient, "node on a piece");
        Expression length = combined(index, "w_", this::weightCoefficient, "its weight");
        Expression density = Apply.of(Function.EXP, Power.of(point, 2).over(Expression.of(-2)))
                .over(Power.sqrt(Expression.of(2).times(Constant.PI)));
        return new Sum(index, point, length.times(density));
    }

    /** A coefficient of the {@code j}-th end (−8, the breakpoints, 8) at relative node t and weight w of a piece. */
    private interface Coefficient {
        double at(int piece, int end, double t, double w);
    }

    private double pointCoefficient(int piece, int end, double t, double w) {
        return end == piece ? (1 - t) / 2 : end == piece + 1 ? (1 + t) / 2 : 0;
    }

    private double weightCoefficient(int piece, int end, double t, double w) {
        return end == piece ? -w / 2 : end == piece + 1 ? w / 2 : 0;
    }

    private Expression combined(Index index, String name, Coefficient coefficient, String meaning) {
        int pieces = breakpoints.size() + 1;
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(nodes);
        List<Expression> terms = new ArrayList<>();
        for (int end = 0; end <= pieces; end++) {
            List<Double> values = new ArrayList<>();
            for (int piece = 0; piece < pieces; piece++) {
                for (int k = 0; k < nodes; k++) {
                    values.add(coefficient.at(piece, end, rule.getPoint(k), rule.getWeight(k)));
                }
            }
            Table table = names.table(name + pieces + "_" + end, values, meaning + ", coefficient of end " + end);
            terms.add(new Symbol(Kind.TABLE, table.name(), List.of(index)).times(end(end, pieces)));
        }
        return Plus.of(terms);
    }

    private Expression end(int end, int pieces) {
        if (end == 0) {
            return Expression.of(-FAR);
        }
        return end == pieces ? Expression.of(FAR) : breakpoints.get(end - 1);
    }

    /** A breakpoint that may be anywhere, moved to an end where it is beyond. */
    static Expression inside(Expression breakpoint) {
        return Apply.of(Function.MAX, Expression.of(-FAR), Apply.of(Function.MIN, Expression.of(FAR), breakpoint));
    }

    private List<Expression> sorted(List<Expression> unordered) {
        if (unordered.size() < 2) {
            return unordered;
        }
        List<Expression> all =
                unordered.stream().sorted(Comparator.naturalOrder()).toList();
        if (all.size() > 3) {
            return ranked(all);
        }
        Expression first = Apply.of(Function.MIN, all);
        Expression last = Apply.of(Function.MAX, all);
        return all.size() == 2
                ? List.of(first, last)
                : List.of(first, Plus.of(all).minus(first).minus(last), last);
    }

    /** The k-th smallest is the least of the largest of any k of them. */
    private List<Expression> ranked(List<Expression> all) {
        List<Expression> ranked = new ArrayList<>();
        for (int k = 1; k <= all.size(); k++) {
            List<Expression> largest = new ArrayList<>();
            for (int subset = 1; subset < 1 << all.size(); subset++) {
                if (Integer.bitCount(subset) == k) {
                    largest.add(k == 1 ? members(all, subset).get(0) : Apply.of(Function.MAX, members(all, subset)));
                }
            }
            ranked.add(names.part("s", Apply.of(Function.MIN, largest), PLACE));
        }
        return ranked;
    }

    private static List<Expression> members(List<Expression> all, int subset) {
        return IntStream.range(0, all.size())
                .filter(i -> (subset >> i & 1) == 1)
                .mapToObj(all::get)
                .toList();
    }
}
