package org.macrostate.equations.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Calls of integrals that have the covariance of the variables they integrate over in common, as one integral with many
 * values: its integrands share nodes, and whatever subexpressions they have in common.
 */
final class IntegralFamily {
    private final int forms;
    private final IntegralAccuracy accuracy;
    private final List<Integer> triangle;
    private final List<Member> members = new ArrayList<>();
    private final List<List<Integer>> others = new ArrayList<>();
    private final List<Pair> pairs = new ArrayList<>();
    private final OperandNodes parameters = new OperandNodes();

    /** The conditional covariance of two further variables; {@code covariance} is the node of the unconditional one. */
    private record Pair(int first, int second, int covariance) {}

    /** @param order of its variables of integration in the family's */
    private record Member(int call, GaussianIntegral integral, List<Integer> operands, List<Integer> order) {
        int covariance(int i, int j) {
            int row = Math.max(i, j);
            return operands.get(row * (row + 1) / 2 + Math.min(i, j));
        }
    }

    private record Key(List<Integer> triangle, IntegralAccuracy accuracy, Smoothness smoothness) {}

    private record Shared(JointFunction whole, List<Integer> operands) {}

    private IntegralFamily(Key key, int forms) {
        this.forms = forms;
        this.accuracy = key.accuracy();
        this.triangle = key.triangle();
    }

    /**
     * Calls as they are evaluated best.
     *
     * @param calls nodes
     */
    static List<JointFunction.Use> of(List<Integer> calls, IntFunction<Node.Call> at) {
        Map<Key, IntegralFamily> families = new LinkedHashMap<>();
        Map<Key, List<Integer>> factored = new LinkedHashMap<>();
        Map<Integer, List<Integer>> sums = new LinkedHashMap<>();
        Map<Shared, List<Integer>> parts = new LinkedHashMap<>();
        List<JointFunction.Use> uses = new ArrayList<>();
        for (int place : calls) {
            Node.Call call = at.apply(place);
            if (call.function() instanceof GaussianIntegral integral) {
                Member member = member(place, integral, call.operands());
                Key key = new Key(triangle(member), integral.accuracy(), Smoothness.of(integral.body()));
                families.computeIfAbsent(key, k -> new IntegralFamily(k, integral.forms()))
                        .members
                        .add(member);
            } else if (call.function() instanceof FactoredIntegral integral) {
                List<Integer> law = call.operands().subList(0, FactoredIntegral.COVARIANCES);
                factored.computeIfAbsent(new Key(law, integral.accuracy(), Smoothness.SMOOTH), k -> new ArrayList<>())
                        .add(place);
            } else if (call.function() instanceof NodeSum sum) {
                sums.computeIfAbsent(sum.length(), k -> new ArrayList<>()).add(place);
            } else if (call.function() instanceof PartOfJoint part) {
                parts.computeIfAbsent(new Shared(part.whole(), call.operands()), k -> new ArrayList<>())
                        .add(place);
            } else {
                uses.add(new JointFunction.Use(
                        new JointFunction.Single(call.function()), call.operands(), List.of(place)));
            }
        }
        families.values().forEach(family -> uses.add(family.use()));
        sums.values()
                .forEach(places -> uses.add(
                        NodeSum.together(places, places.stream().map(at::apply).toList())));
        factored.values()
                .forEach(places -> uses.add(FactoredIntegral.together(
                        places, places.stream().map(at::apply).toList())));
        parts.values()
                .forEach(places -> uses.add(PartOfJoint.together(
                        places, places.stream().map(at::apply).toList())));
        return uses;
    }

    /** One integral by itself, its operands being nodes 0, 1, …. */
    static JointFunction.Use of(GaussianIntegral integral) {
        List<Integer> operands = IntStream.range(0, integral.operands()).boxed().toList();
        return of(List.of(0), place -> new Node.Call(integral, operands)).get(0);
    }

    /** Variables in the order of the nodes of their variances, so that equal laws are told by equal covariances. */
    private static Member member(int call, GaussianIntegral integral, List<Integer> operands) {
        List<Integer> order = IntStream.range(0, integral.forms())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> operands.get(i * (i + 3) / 2)))
                .toList();
        return new Member(call, integral, operands, order);
    }

    private static List<Integer> triangle(Member member) {
        List<Integer> triangle = new ArrayList<>();
        for (int i = 0; i < member.order().size(); i++) {
            for (int j = 0; j <= i; j++) {
                triangle.add(
                        member.covariance(member.order().get(i), member.order().get(j)));
            }
        }
        return triangle;
    }

    private JointFunction.Use use() {
        List<List<Integer>> states = members.stream().map(this::states).toList();
        int length = forms + others.size() + pairs.size();
        ExpressionGraph merged = new ExpressionGraph();
        List<Integer> outputs = new ArrayList<>();
        Set<Integer> kinks = new LinkedHashSet<>();
        for (int m = 0; m < members.size(); m++) {
            Member member = members.get(m);
            List<Integer> state = states.get(m);
            int own = member.integral().triangle();
            List<Integer> placed = member.integral()
                    .body()
                    .into(
                            merged,
                            i -> settled(state.get(i)),
                            i -> parameters.of(member.operands().get(own + i)));
            outputs.add(placed.get(0));
            kinks.addAll(placed.subList(1, placed.size()));
        }
        outputs.addAll(kinks);
        List<Integer> operands = new ArrayList<>(triangle);
        others.forEach(operands::addAll);
        pairs.forEach(pair -> operands.add(pair.covariance()));
        operands.addAll(parameters.nodes());
        Program body = Program.of(merged, outputs, length, parameters.size());
        JointIntegral function = new JointIntegral(
                body,
                forms,
                others.size(),
                pairs.stream().map(pair -> List.of(pair.first(), pair.second())).toList(),
                members.size(),
                accuracy);
        return new JointFunction.Use(
                function, operands, members.stream().map(Member::call).toList());
    }

    /** Where the elements of a member's state are in the family's. */
    private List<Integer> states(Member member) {
        int n = member.integral().forms() + member.integral().others();
        List<Integer> state = new ArrayList<>();
        for (int i = 0; i < forms; i++) {
            state.add(member.order().indexOf(i));
        }
        for (int i = forms; i < n; i++) {
            List<Integer> row = new ArrayList<>();
            for (int form : member.order()) {
                row.add(member.covariance(i, form));
            }
            if (!others.contains(row)) {
                others.add(row);
            }
            state.add(forms + others.indexOf(row));
        }
        // Pairs come after all others, whose number is not known yet: as negative numbers.
        if (member.integral().body().stateLength() > n) {
            for (int i = forms; i < n; i++) {
                for (int j = forms; j <= i; j++) {
                    Pair pair = new Pair(state.get(i) - forms, state.get(j) - forms, member.covariance(i, j));
                    if (!pairs.contains(pair)) {
                        pairs.add(pair);
                    }
                    state.add(-1 - pairs.indexOf(pair));
                }
            }
        }
        return state;
    }

    private int settled(int place) {
        return place < 0 ? forms + others.size() - 1 - place : place;
    }
}
