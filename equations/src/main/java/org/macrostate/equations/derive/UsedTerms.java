package org.macrostate.equations.derive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Symbol;

/** Named parts that formulas depend on: a rule that does not apply after all leaves others behind. */
final class UsedTerms {
    private UsedTerms() {}

    /** Those of the pieces that occur in formulas, or in pieces that do; in their order. */
    static List<NamedTerm> of(List<NamedTerm> pieces, List<Expression> formulas) {
        return of(pieces, formulas, NamedTerm::value);
    }

    /** Likewise, where readers see means in place of how they are integrated. */
    static List<NamedTerm> shown(List<NamedTerm> pieces, List<Expression> formulas) {
        return of(pieces, formulas, NamedTerm::shown);
    }

    /** Those that a system's formulas depend on, but for what is in parts that are functions of fields. */
    static Stream<NamedTerm> uncalled(OrderParameterSystem system) {
        List<NamedTerm> called = system.pieces().stream()
                .map(p -> p.call().isEmpty() ? p : NamedTerm.of(p.name(), p.indices(), Rational.ZERO, ""))
                .toList();
        List<Expression> formulas = Stream.of(
                        system.equations().stream().map(Equation::rate),
                        system.observables().stream().map(Formula::value),
                        system.phases().stream().map(Formula::value))
                .flatMap(s -> s)
                .toList();
        return shown(called, formulas).stream();
    }

    private static List<NamedTerm> of(
            List<NamedTerm> pieces, List<Expression> formulas, Function<NamedTerm, Expression> right) {
        Map<String, NamedTerm> byName = pieces.stream().collect(Collectors.toMap(NamedTerm::name, Function.identity()));
        Set<String> used = new HashSet<>();
        Deque<Expression> open = new ArrayDeque<>(formulas);
        while (!open.isEmpty()) {
            Expression e = open.pop();
            boolean named = e instanceof Symbol s && (s.kind() == Kind.PIECE || s.kind() == Kind.COMBINATION);
            if (named && byName.containsKey(((Symbol) e).name()) && used.add(((Symbol) e).name())) {
                NamedTerm piece = byName.get(((Symbol) e).name());
                open.push(right.apply(piece));
                piece.call().ifPresent(call -> call.arguments().forEach(open::push));
            }
            e.children().forEach(open::push);
        }
        return pieces.stream().filter(p -> used.contains(p.name())).toList();
    }
}
