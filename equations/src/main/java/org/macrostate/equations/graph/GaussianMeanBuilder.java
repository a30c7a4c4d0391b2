package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Switches;
import org.macrostate.equations.tensor.Symbol;

/**
 * Turns an expectation that is integrated when it is evaluated into a call of {@link GaussianIntegral}: variables that are the
 * same once sizes are bound are one, and what does not depend on variables is computed outside.
 */
final class GaussianMeanBuilder {
    private final GraphBuilder outside;
    private final Map<String, Integer> places;
    private final ExpressionGraph inner = new ExpressionGraph();
    private final List<Integer> parameters = new ArrayList<>();
    private final List<Integer> representatives = new ArrayList<>();
    private int own;
    private int forms;

    GaussianMeanBuilder(GraphBuilder outside, Map<String, Integer> places) {
        this.outside = outside;
        this.places = places;
    }

    int node(Apply mean) {
        List<Expression> x = mean.arguments();
        own = number(x.get(1));
        List<List<Integer>> covariance = covariance(x.subList(3, x.size()));
        List<Integer> kept = distinct(covariance);
        forms = (int) kept.stream().filter(i -> i < own).count();
        GraphBuilder builder = new GraphBuilder(inner, outside.sizes(), new PlaceBinding());
        Expression body = x.get(0);
        List<Integer> outputs = new ArrayList<>();
        outputs.add(builder.node(body, places));
        Set<Integer> kinks = new LinkedHashSet<>();
        for (Expression zero : Switches.of(body)) {
            if (Expansion.contains(zero, GaussianMeanBuilder::isPlace)) {
                kinks.add(builder.node(zero, places));
            }
        }
        outputs.addAll(kinks);
        int others = kept.size() - forms;
        boolean pairs = Expansion.contains(body, GaussianMeanBuilder::isPair);
        int state = kept.size() + (pairs ? others * (others + 1) / 2 : 0);
        Program program = Program.of(inner, outputs, state, parameters.size());
        List<List<Integer>> chosen = kept.stream()
                .map(i -> kept.stream().map(j -> covariance.get(i).get(j)).toList())
                .toList();
        List<Integer> operands = new ArrayList<>(GaussianIntegral.lowerTriangle(chosen));
        operands.addAll(parameters);
        return outside.graph().call(new GaussianIntegral(program, forms, others, number(x.get(2))), operands);
    }

    private static int number(Expression e) {
        return ((Rational) e).value().getNumeratorAsInt();
    }

    private List<List<Integer>> covariance(List<Expression> triangle) {
        List<Integer> nodes =
                triangle.stream().map(e -> outside.node(e, places)).toList();
        int n = 0;
        while (n * (n + 1) / 2 < nodes.size()) {
            n++;
        }
        return SignsMeanDerivative.symmetric(nodes, n);
    }

    /** One of each variable, by its number; the others get theirs in {@link #representatives}. */
    private List<Integer> distinct(List<List<Integer>> c) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < c.size(); i++) {
            int same = kept.size();
            for (int k = 0; k < kept.size(); k++) {
                int j = kept.get(k);
                boolean equal = c.get(i).get(i).equals(c.get(i).get(j))
                        && c.get(j).get(j).equals(c.get(i).get(j));
                same = equal && j < own ? Math.min(same, k) : same;
            }
            if (same == kept.size()) {
                kept.add(i);
            }
            representatives.add(same);
        }
        return kept;
    }

    private static boolean isPlace(Expression e) {
        return e instanceof Symbol s && s.kind() == Kind.FIELD && s.name().startsWith(Apply.PLACE);
    }

    private static boolean isPair(Expression e) {
        return isPlace(e) && ((Symbol) e).name().indexOf('_', Apply.PLACE.length()) > 0;
    }

    private final class PlaceBinding implements Binding {
        @Override
        public OptionalInt whole(Expression e, Map<String, Integer> bound) {
            boolean constant = e instanceof Rational || e instanceof Constant;
            if (constant || Expansion.contains(e, GaussianMeanBuilder::isPlace)) {
                return OptionalInt.empty();
            }
            int node = outside.node(e, bound);
            if (outside.graph().node(node) instanceof Node.Number n) {
                return OptionalInt.of(inner.number(n.value()));
            }
            if (!parameters.contains(node)) {
                parameters.add(node);
            }
            return OptionalInt.of(inner.input(Node.Source.PARAMETER, parameters.indexOf(node)));
        }

        @Override
        public int node(Expression atom, List<Integer> values, GraphBuilder builder) {
            String name = ((Symbol) atom).name().substring(Apply.PLACE.length());
            int between = name.indexOf('_');
            if (between < 0) {
                return inner.input(Node.Source.STATE, representatives.get(Integer.parseInt(name) - 1));
            }
            int i = representatives.get(Integer.parseInt(name.substring(0, between)) - 1) - forms;
            int j = representatives.get(Integer.parseInt(name.substring(between + 1)) - 1) - forms;
            if (i < 0 || j < 0) {
                return inner.number(0);
            }
            int high = Math.max(i, j);
            int kept = (int) representatives.stream().distinct().count();
            return inner.input(Node.Source.STATE, kept + high * (high + 1) / 2 + Math.min(i, j));
        }
    }
}
