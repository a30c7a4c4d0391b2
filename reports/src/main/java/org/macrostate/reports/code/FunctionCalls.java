package org.macrostate.reports.code;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.Formula;
import org.macrostate.equations.derive.MomentFunction;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.IndexBinder;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Rebuilt;
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
                system.equations().stream()
                        .map(e -> new Equation(e.variable(), signs(e.rate())))
                        .toList(),
                pieces,
                system.covariances(),
                system.functions().stream().map(FunctionCalls::signs).toList(),
                system.tables(),
                system.observables().stream()
                        .map(o -> new Formula(o.name(), signs(o.value())))
                        .toList(),
                system.phases(),
                system.steps());
    }

    private static NamedTerm called(NamedTerm piece, OrderParameterSystem system) {
        Optional<FieldFunction> call = piece.call().flatMap(c -> system.function(c.function())
                .filter(FunctionCalls::isWritten)
                .map(f -> new FieldFunction(f.name(), c.arguments(), List.of())));
        return call.map(value -> NamedTerm.of(piece.name(), piece.indices(), value, piece.meaning())
                        .by(piece.rule(), piece.numerical()))
                .orElseGet(() -> NamedTerm.of(piece.name(), piece.indices(), signs(piece.value()), piece.meaning())
                        .by(piece.rule(), piece.numerical())
                        .of(piece.statistic())
                        .integrating(piece.integrand()));
    }

    private static MomentFunction signs(MomentFunction f) {
        return new MomentFunction(
                f.name(),
                f.fields(),
                f.integrand(),
                f.value(),
                f.width(),
                f.parameters(),
                f.closed().map(FunctionCalls::signs));
    }

    /** With means of two signs as calls of a function that the code has. */
    private static Expression signs(Expression e) {
        if (!Expansion.contains(e, TwoSigns::is)) {
            return e;
        }
        if (e instanceof IndexBinder b) {
            return b.shown(b.index(), signs(b.body()));
        }
        Expression inner = Rebuilt.of(e, FunctionCalls::signs);
        return inner instanceof Apply a && TwoSigns.is(a) ? TwoSigns.call(a) : inner;
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
                || (e instanceof Apply a && a.function() == Function.MEAN_OF_SIGNS && !TwoSigns.is(a));
        return !foreign && e.children().stream().allMatch(child -> isElementary(child, own));
    }
}
