package org.macrostate.equations.graph;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexBinder;
import org.macrostate.equations.tensor.Rational;

/** How large a system gets when its sums are written out, estimated from the index form before anything is built. */
record SystemSize(double equations, double operations) {
    /** An estimate, judged by the linear VAE at (20, 20) and the erf committee at K = M = 8; what occurs twice is counted twice. */
    private static final double BYTES_AN_OPERATION = 120;

    /** Operations occur this often at most: where four-point functions are pieces, the estimate is some hundreds of times too large. */
    private static final double MOST_REPETITIONS = 1000;

    /** Of a graph, the programs made of it and their kernels. */
    private static final double BYTES_A_NODE = 400;

    private static final double GIGABYTE = 1 << 30;

    /**
     * Operations, as they are estimated, from which loops over indices are taken: of sums and products alone; where there are
     * functions, of which many written out are one; and where there are means of signs, of which even more are. Measured, loops
     * beside what is written out: linear VAE, (8, 8), .02 million operations, 21 and 5.4 µs; (20, 20), .29 million, 50 and 630
     * µs; erf committee, K = M = 8, 2.1 million, 59 and 63 µs, which take ten seconds more to make; ReLU committee, K = M = 2,
     * 1.3 million, 180 and 47 µs.
     */
    private static final double MANY_PRODUCTS = 2.5e5;

    private static final double MANY_OPERATIONS = 2.5e6;
    private static final double MANY_WITH_SIGNS = 1e9;

    static SystemSize of(OrderParameterSystem system, Sizes sizes) {
        return of(system, sizes, extent -> sizes.of(extent));
    }

    /** Whether so many operations come from indices that loops over them are better; sums over nodes are loops in any case. */
    static boolean asksForLoops(OrderParameterSystem system, Sizes sizes) {
        double limit = limit(Stream.concat(
                        system.equations().stream().map(Equation::rate),
                        system.pieces().stream().map(NamedTerm::value))
                .toList());
        return of(system, sizes, extent -> extent instanceof Rational ? 1 : sizes.of(extent)).operations > limit;
    }

    private static double limit(List<Expression> values) {
        boolean functions = values.stream().anyMatch(e -> Expansion.contains(e, Apply.class::isInstance));
        boolean signs = values.stream()
                .anyMatch(e -> Expansion.contains(
                        e, part -> part instanceof Apply a && a.function() == Function.MEAN_OF_SIGNS));
        return signs ? MANY_WITH_SIGNS : functions ? MANY_OPERATIONS : MANY_PRODUCTS;
    }

    /** @param terms how many terms of a sum of this extent count */
    private static SystemSize of(OrderParameterSystem system, Sizes sizes, ToIntFunction<Expression> terms) {
        double equations = 0;
        double operations = 0;
        for (Equation equation : system.equations()) {
            double places = places(equation.variable().indices(), sizes);
            if (equation.variable().symmetric() && places > 1) {
                List<Index> indices = equation.variable().indices();
                double copies = places(indices.subList(equation.variable().firstOfRight(), indices.size()), sizes);
                places = places * (copies + 1) / (2 * copies);
            }
            equations += places;
            operations += places * cost(equation.rate(), terms);
        }
        for (NamedTerm piece : system.pieces()) {
            operations += places(piece.indices(), sizes) * cost(piece.value(), terms);
        }
        return new SystemSize(equations, operations);
    }

    private static double places(List<Index> indices, Sizes sizes) {
        return indices.stream().mapToDouble(index -> sizes.of(index.extent())).reduce(1, (a, b) -> a * b);
    }

    private static double cost(Expression e, ToIntFunction<Expression> terms) {
        if (e instanceof IndexBinder sum) {
            return terms.applyAsInt(sum.index().extent()) * (1 + cost(sum.body(), terms));
        }
        double cost = 0;
        for (Expression child : e.children()) {
            cost += 1 + cost(child, terms);
        }
        return cost;
    }

    double bytes() {
        return operations * BYTES_AN_OPERATION;
    }

    /** @throws BadInput with the estimate if it is more than this even where most operations occur often */
    void requireAtMost(double allowed, Sizes sizes) {
        if (bytes() > MOST_REPETITIONS * allowed) {
            throw refusal("about", operations, bytes(), allowed, sizes);
        }
    }

    /** A graph that refuses to grow beyond the memory that is allowed. */
    ExpressionGraph graphWithin(double allowed, Sizes sizes) {
        int most = (int) Math.min(Integer.MAX_VALUE, allowed / BYTES_A_NODE);
        return new ExpressionGraph(most, () -> refusal("more than", most, most * BYTES_A_NODE, allowed, sizes));
    }

    private BadInput refusal(String about, double count, double bytes, double allowed, Sizes sizes) {
        return new BadInput(String.format(
                Locale.ROOT,
                "sizes %s make %.0f equations with %s %.1e operations, for which %s %.1f GB of memory would be"
                        + " needed; %.1f GB are allowed (java -Xmx sets it)",
                text(sizes.values()),
                equations,
                about,
                count,
                about,
                bytes / GIGABYTE,
                allowed / GIGABYTE));
    }

    private static String text(Map<String, Integer> sizes) {
        return sizes.entrySet().stream()
                .map(size -> size.getKey() + "=" + size.getValue())
                .collect(Collectors.joining(", "));
    }
}
