package org.macrostate.equations.derive;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/** Named parts that formulas depend on: a rule that does not apply after all leaves others behind. */
final class UsedTerms {
    private UsedTerms() {}

    /** Those of the pieces that occur in formulas, or in pieces that do; in their order. */
    static List<NamedTerm> of(List<NamedTerm> pieces, List<Expression> formulas) {
        Map<String, NamedTerm> byName = pieces.stream().collect(Collectors.toMap(NamedTerm::name, Function.identity()));
        Set<String> used = new HashSet<>();
        Deque<Expression> open = new ArrayDeque<>(formulas);
        while (!open.isEmpty()) {
            Expression e = open.pop();
            boolean named = e instanceof Symbol s && (s.kind() == Kind.PIECE || s.kind() == Kind.COMBINATION);
            if (named && byName.containsKey(((Symbol) e).name()) && used.add(((Symbol) e).name())) {
                open.push(byName.get(((Symbol) e).name()).value());
            }
            e.children().forEach(open::push);
        }
        return pieces.stream().filter(p -> used.contains(p.name())).toList();
    }
}
