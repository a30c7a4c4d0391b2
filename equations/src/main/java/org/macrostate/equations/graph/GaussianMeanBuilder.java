package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Switches;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * Turns an expectation that is integrated when it is evaluated into a call of {@link GaussianIntegral}: variables that are the
 * same once sizes are bound are one, and what does not depend on variables is computed outside.
 */
final class GaussianMeanBuilder {
    private final GraphBuilder outside;
    private final Map<String, Integer> places;
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
        List<List<Integer>> chosen = kept.stream()
                .map(i -> kept.stream().map(j -> covariance.get(i).get(j)).toList())
                .toList();
        Expression body = x.get(0);
        int digits = number(x.get(2));
        Optional<Integer> factored = factored(body, chosen, digits);
        return factored.isPresent() ? factored.get() : integral(body, chosen, digits);
    }

    private int integral(Expression body, List<List<Integer>> covariance, int digits) {
        Body whole = new Body(IntStream.range(0, forms).boxed().toList());
        List<Integer> outputs = new ArrayList<>();
        outputs.add(whole.node(body));
        Set<Integer> kinks = new LinkedHashSet<>();
        for (Expression zero : Switches.of(body)) {
            if (Expansion.contains(zero, GaussianMeanBuilder::isPlace)) {
                kinks.add(whole.node(zero));
            }
        }
        outputs.addAll(kinks);
        int others = covariance.size() - forms;
        boolean pairs = Expansion.contains(body, GaussianMeanBuilder::isPair);
        int state = covariance.size() + (pairs ? others * (others + 1) / 2 : 0);
        Program program = whole.program(outputs, state);
        List<Integer> operands = new ArrayList<>(GaussianIntegral.lowerTriangle(covariance));
        operands.addAll(whole.parameters);
        return outside.graph().call(new GaussianIntegral(program, forms, others, digits), operands);
    }

    /** A product of functions of (s, a) and (s, b) where a and b are independent given s. */
    private Optional<Integer> factored(Expression body, List<List<Integer>> covariance, int digits) {
        if (forms != 3 || covariance.size() != 3 || !Switches.of(body).isEmpty()) {
            return Optional.empty();
        }
        for (int s = 0; s < forms; s++) {
            int a = (s + 1) % forms;
            int b = (s + 2) % forms;
            List<Expression> first = new ArrayList<>();
            List<Expression> second = new ArrayList<>();
            for (Expression factor : Times.factorsOf(body)) {
                (dependsOn(factor, b) ? second : first).add(factor);
            }
            boolean apart = second.stream().noneMatch(factor -> dependsOn(factor, a));
            boolean independent = isZero(covariance.get(a).get(b))
                    && (isZero(covariance.get(s).get(a))
                            || isZero(covariance.get(s).get(b)));
            if (apart && independent) {
                Body f = new Body(slots(s, a));
                Body g = new Body(slots(s, b));
                Program ofFirst = f.program(List.of(f.node(Times.of(first))), 2);
                Program ofSecond = g.program(List.of(g.node(Times.of(second))), 2);
                List<Integer> operands = new ArrayList<>();
                operands.add(covariance.get(s).get(s));
                for (int other : new int[] {a, b}) {
                    operands.add(covariance.get(s).get(other));
                    operands.add(covariance.get(other).get(other));
                }
                operands.addAll(f.parameters);
                operands.addAll(g.parameters);
                return Optional.of(outside.graph()
                        .call(new FactoredIntegral(ofFirst, ofSecond, IntegralAccuracy.of(digits)), operands));
            }
        }
        return Optional.empty();
    }

    /** The place in the state of each variable; none is asked for of the one that is not there. */
    private List<Integer> slots(int s, int other) {
        return IntStream.range(0, forms)
                .map(i -> i == s ? 0 : i == other ? 1 : -1)
                .boxed()
                .toList();
    }

    private boolean isZero(int node) {
        return outside.graph().isNumber(node, 0);
    }

    /** What is left of a covariance given the variables is a number, whatever they are. */
    private boolean dependsOn(Expression factor, int form) {
        return Expansion.contains(factor, e -> isPlace(e) && !isPair(e) && representative(e) == form);
    }

    private int representative(Expression place) {
        return representatives.get(Integer.parseInt(((Symbol) place).name().substring(Apply.PLACE.length())) - 1);
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

    /** An integrand as a program: its state are variables, its parameters what does not depend on them. */
    private final class Body implements Binding {
        private final ExpressionGraph inner = new ExpressionGraph();
        private final List<Integer> parameters = new ArrayList<>();
        private final List<Integer> slots;

        /** @param slots where variables of integration are in the state */
        Body(List<Integer> slots) {
            this.slots = slots;
        }

        int node(Expression e) {
            return new GraphBuilder(inner, outside.sizes(), this).node(e, places);
        }

        Program program(List<Integer> outputs, int state) {
            return Program.of(inner, outputs, state, parameters.size());
        }

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
                int place = representatives.get(Integer.parseInt(name) - 1);
                return inner.input(Node.Source.STATE, place < forms ? slots.get(place) : place);
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
