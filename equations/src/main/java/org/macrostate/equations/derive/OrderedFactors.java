package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Substitution;

/**
 * Factors of a product in an order that does not depend on what their indices are called, with indices of their own in
 * place of the callers'.
 *
 * @param key the same for products that differ in the names of their indices only
 * @param own the callers' indices, in order of appearance
 * @param generic one fresh index for each of them
 * @param renamed the factors with fresh indices
 * @param rename puts fresh indices for the callers'
 */
record OrderedFactors(
        String key, List<IndexTerm> own, List<Index> generic, List<Expression> renamed, Substitution rename) {

    /** So many orders of alike factors are tried; (4!)² is the most that four fields need. */
    private static final int MOST_ORDERS = 600;

    static OrderedFactors of(List<Expression> factors) {
        Map<String, List<Expression>> alike = new TreeMap<>();
        factors.stream().sorted().forEach(f -> alike.computeIfAbsent(shape(f), s -> new ArrayList<>())
                .add(f));
        List<List<Expression>> orders = List.of(List.of());
        for (List<Expression> group : alike.values()) {
            orders =
                    longer(orders, orders.size() * factorial(group.size()) > MOST_ORDERS ? List.of(group) : all(group));
        }
        OrderedFactors best = inOrder(orders.get(0));
        for (List<Expression> order : orders.subList(1, orders.size())) {
            OrderedFactors other = inOrder(order);
            best = other.key.compareTo(best.key) < 0 ? other : best;
        }
        return best;
    }

    private static long factorial(int n) {
        return n < 2 ? 1 : n * factorial(n - 1);
    }

    private static List<List<Expression>> longer(List<List<Expression>> begun, List<List<Expression>> groups) {
        List<List<Expression>> longer = new ArrayList<>();
        for (List<Expression> beginning : begun) {
            for (List<Expression> group : groups) {
                List<Expression> order = new ArrayList<>(beginning);
                order.addAll(group);
                longer.add(order);
            }
        }
        return longer;
    }

    private static List<List<Expression>> all(List<Expression> group) {
        if (group.size() < 2) {
            return List.of(group);
        }
        List<List<Expression>> orders = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            if (group.indexOf(group.get(i)) == i) {
                List<Expression> rest = new ArrayList<>(group);
                Expression first = rest.remove(i);
                orders.addAll(longer(List.of(List.of(first)), all(rest)));
            }
        }
        return orders;
    }

    private static OrderedFactors inOrder(List<Expression> ordered) {
        Map<String, IndexTerm> own = new LinkedHashMap<>();
        ordered.forEach(factor -> FreeIndices.collect(factor, own));
        List<Index> generic = new ArrayList<>();
        Map<String, IndexTerm> replacements = new LinkedHashMap<>();
        own.forEach((name, index) -> {
            Index fresh = Fresh.index(((Index) index).extent());
            generic.add(fresh);
            replacements.put(name, fresh);
        });
        Substitution rename = Substitution.indices(replacements);
        List<Expression> renamed = ordered.stream().map(rename::in).toList();
        return new OrderedFactors(key(ordered, own), List.copyOf(own.values()), generic, renamed, rename);
    }

    /** The factors with their indices numbered in order of appearance. */
    private static String key(List<Expression> factors, Map<String, IndexTerm> own) {
        Map<String, IndexTerm> numbered = new LinkedHashMap<>();
        own.forEach((name, index) -> numbered.put(name, ((Index) index).renamed("$" + numbered.size())));
        Substitution rename = Substitution.indices(numbered);
        return factors.stream().map(f -> ExpressionText.of(rename.in(f))).collect(Collectors.joining(" "))
                + numbered.values();
    }

    /** What a factor looks like whatever its indices are called. */
    private static String shape(Expression factor) {
        Map<String, IndexTerm> numbered = new LinkedHashMap<>();
        FreeIndices.collect(factor, numbered);
        numbered.replaceAll((name, index) -> ((Index) index).renamed("$"));
        return ExpressionText.of(Substitution.indices(numbered).in(factor));
    }
}
