package org.macrostate.equations.threshold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.graph.StateLayout;
import org.macrostate.equations.symbolic.Polynomial;
import org.macrostate.equations.symbolic.PolynomialEquation;
import org.macrostate.equations.symbolic.RationalFunction;
import org.macrostate.equations.symbolic.Symbols;
import org.macrostate.equations.tensor.Symbol;

/**
 * Solves the fixed-point equations for elements of a state, one after another: factors of an equation are tried in turn,
 * each solved for an unknown it contains linearly, or alone and with a square root. Solutions inside the domains at the
 * current parameters count; unknowns other than zero are tried first (who wants zero says so), positive ones before
 * negative ones.
 */
final class StateSolver {
    private static final int MOST_BRANCHES = 400;
    private static final int MOST_TERMS = 400;
    private static final int MOST_SOLUTIONS = 12;

    /** What is spent on further solutions once there is one. */
    private static final int BRANCHES_AFTER_FIRST = 60;

    private final Map<Symbol, StateLayout.Element> unknowns;
    private final ParameterPoints parameters;
    private final List<Map<Symbol, RationalFunction>> found = new ArrayList<>();
    private int branches;

    StateSolver(Map<Symbol, StateLayout.Element> unknowns, ParameterPoints parameters) {
        this.unknowns = new LinkedHashMap<>(unknowns);
        this.parameters = parameters;
    }

    /**
     * Values of all unknowns for which all equations vanish, one map a solution, in the order in which they are found; none
     * if this way of solving finds none.
     */
    List<Map<Symbol, RationalFunction>> solutions(List<RationalFunction> equations) {
        collect(equations, Map.of());
        return List.copyOf(found);
    }

    private void collect(List<RationalFunction> equations, Map<Symbol, RationalFunction> known) {
        List<Polynomial> open = new ArrayList<>();
        for (RationalFunction equation : equations) {
            if (!equation.isZero()) {
                open.add(equation.numerator());
            }
        }
        if (open.isEmpty()) {
            if (known.size() == unknowns.size() && isPhysical(known) && !found.contains(known)) {
                found.add(known);
                branches = Math.max(branches, MOST_BRANCHES - BRANCHES_AFTER_FIRST);
            }
            return;
        }
        if (++branches > MOST_BRANCHES || open.stream().anyMatch(p -> present(p).isEmpty())) {
            return;
        }
        open.sort(Comparator.comparingInt((Polynomial p) -> present(p).size()).thenComparingInt(Polynomial::size));
        Polynomial simplest = open.get(0);
        if (simplest.size() > MOST_TERMS) {
            return;
        }
        for (Solution solution : solutions(simplest)) {
            if (found.size() < MOST_SOLUTIONS) {
                descend(equations, known, solution);
            }
        }
    }

    private record Solution(Symbol unknown, RationalFunction value) {}

    private void descend(List<RationalFunction> equations, Map<Symbol, RationalFunction> known, Solution solution) {
        Map<Symbol, RationalFunction> more = new LinkedHashMap<>();
        List<RationalFunction> next;
        try {
            next = equations.stream()
                    .map(e -> e.substitute(solution.unknown(), solution.value()))
                    .toList();
            known.forEach((s, value) -> more.put(s, value.substitute(solution.unknown(), solution.value())));
        } catch (ArithmeticException poleOfAnEquation) {
            return;
        }
        more.put(solution.unknown(), solution.value());
        collect(next, more);
    }

    private List<Solution> solutions(Polynomial equation) {
        List<Solution> zeros = new ArrayList<>();
        List<Solution> others = new ArrayList<>();
        for (Polynomial.Factor factor : equation.factored().factors()) {
            List<Symbol> present = present(factor.base());
            for (Symbol unknown : present) {
                boolean linear = factor.base().degree(unknown) == 1;
                if (isRational(factor.base(), unknown) && (linear || present.size() == 1)) {
                    for (RationalFunction root : new PolynomialEquation(factor.base(), unknown).roots(factor.base())) {
                        (root.isZero() ? zeros : others).add(new Solution(unknown, root));
                    }
                }
            }
        }
        others.addAll(zeros);
        return others;
    }

    /** Unknowns that it contains, inside functions too. */
    private List<Symbol> present(Polynomial polynomial) {
        return polynomial.generators().stream()
                .flatMap(g -> Symbols.of(g).stream())
                .filter(unknowns::containsKey)
                .distinct()
                .toList();
    }

    /** Whether an unknown stands in no function of an equation, as in z - Cos[z], which is no equation of first degree in z. */
    private static boolean isRational(Polynomial equation, Symbol unknown) {
        return equation.generators().stream()
                .allMatch(g -> g.equals(unknown) || !Symbols.of(g).contains(unknown));
    }

    /** Whether all values are known, and in the domains. */
    private boolean isPhysical(Map<Symbol, RationalFunction> solution) {
        return solution.entrySet().stream().allMatch(entry -> {
            if (Symbols.of(entry.getValue().toExpression()).stream().anyMatch(unknowns::containsKey)) {
                return false;
            }
            double value = entry.getValue().at(parameters.current());
            StateLayout.Element element = unknowns.get(entry.getKey());
            return element != null
                    && element.variable().domain().contains(value)
                    && (!isSquaredLength(element) || value >= 0);
        });
    }

    private static boolean isSquaredLength(StateLayout.Element element) {
        return element.variable().symmetric()
                && element.places().equals(element.variable().exchanged(element.places()));
    }
}
