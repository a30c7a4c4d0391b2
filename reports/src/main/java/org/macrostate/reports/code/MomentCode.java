package org.macrostate.reports.code;

import java.util.List;
import java.util.function.Function;
import org.macrostate.equations.derive.MomentFunction;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;

/** Means that are named functions of a covariance, as functions of a programming language. */
final class MomentCode {
    private MomentCode() {}

    /** @param code of an expression */
    static GuardedCode.Definition definition(MomentFunction mean, CodeNames names, Function<Expression, String> code) {
        List<String> parameters = mean.parameters().stream()
                .map(p -> names.of(MomentFunction.parameter(p).name()))
                .toList();
        return new GuardedCode.Definition(
                names.of(mean.name()),
                parameters,
                about(mean),
                code.apply(mean.closed().orElseThrow()));
    }

    private static String about(MomentFunction mean) {
        return "mean of "
                + ExpressionText.of(mean.integrand()).replace("#m[#", "m[").replace("#", "f")
                + "; c_12 is the covariance of f1 and f2"
                + (mean.parameters().stream().anyMatch(p -> p.fields().size() == 1) ? ", m_1 the mean of f1" : "");
    }
}
