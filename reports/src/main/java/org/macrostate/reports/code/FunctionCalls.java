package org.macrostate.reports.code;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.derive.MomentFunction;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/** A system whose named parts call the functions of covariances that they are, so that code has each function once. */
final class FunctionCalls {
    private FunctionCalls() {}

    static OrderParameterSystem in(OrderParameterSystem system) {
        List<NamedTerm> pieces =
                system.pieces().stream().map(p -> called(p, system)).toList();
        return new OrderParameterSystem(
                system.problem(),
                system.limit(),
                system.equations(),
                pieces,
                system.covariances(),
                system.functions(),
                system.tables(),
                system.observables(),
                system.phases(),
                system.steps());
    }

    private static NamedTerm called(NamedTerm piece, OrderParameterSystem system) {
        Optional<FieldFunction> call = piece.call().flatMap(c -> system.function(c.function())
                .filter(FunctionCalls::isWritten)
                .map(f -> new FieldFunction(f.name(), c.arguments(), List.of())));
        return call.map(value -> NamedTerm.of(piece.name(), piece.indices(), value, piece.meaning())
                        .by(piece.rule(), piece.numerical()))
                .orElse(piece);
    }

    /** In its own parameters and elementary functions. */
    private static boolean isWritten(MomentFunction f) {
        List<String> own = f.parameters().stream()
                .map(p -> MomentFunction.parameter(p).name())
                .toList();
        return f.closed().filter(value -> isElementary(value, own)).isPresent();
    }

    private static boolean isElementary(Expression e, List<String> own) {
        boolean foreign = (e instanceof Symbol s && !(s.kind() == Kind.PARAMETER && own.contains(s.name())))
                || (e instanceof Apply a && a.function() == Function.MEAN_OF_SIGNS);
        return !foreign && e.children().stream().allMatch(child -> isElementary(child, own));
    }
}
