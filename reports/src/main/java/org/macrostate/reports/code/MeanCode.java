package org.macrostate.reports.code;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.macrostate.equations.derive.MomentFunction;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;

/** Means of functions of fields as functions of the code, of the covariances and means of their fields. */
final class MeanCode {
    private final CodeNames names;
    private final CodeSyntax syntax;
    private final Set<String> called = new HashSet<>();

    MeanCode(CodeNames names, CodeSyntax syntax) {
        this.names = names;
        this.syntax = syntax;
    }

    String call(String function, List<String> arguments) {
        called.add(function);
        return syntax.called(names.of(function), arguments);
    }

    /** Of those of these functions that were called so far. */
    List<GuardedCode.Definition> definitions(List<MomentFunction> functions, Function<Expression, String> code) {
        List<GuardedCode.Definition> definitions = new ArrayList<>();
        for (MomentFunction mean : functions) {
            if (called.contains(mean.name())) {
                List<String> parameters = mean.parameters().stream()
                        .map(p -> names.of(MomentFunction.parameter(p).name()))
                        .toList();
                String body = code.apply(mean.closed().orElseThrow());
                definitions.add(new GuardedCode.Definition(names.of(mean.name()), parameters, about(mean), body));
            }
        }
        if (called.contains(TwoSigns.NAME)) {
            List<GuardedCode.Definition> signs =
                    TwoSigns.functions().stream().map(f -> written(f, code)).toList();
            definitions.addAll(0, signs);
        }
        return definitions;
    }

    private GuardedCode.Definition written(TwoSigns.Written f, Function<Expression, String> code) {
        List<String> parameters = f.parameters().stream().map(names::of).toList();
        return new GuardedCode.Definition(names.of(f.name()), parameters, f.about(), code.apply(f.value()));
    }

    private static String about(MomentFunction mean) {
        boolean hasMeans = mean.parameters().stream().anyMatch(p -> p.fields().size() == 1);
        return "mean of "
                + ExpressionText.of(mean.integrand()).replace("#m[#", "m[").replace("#", "f")
                + "; c_12 is the covariance of f1 and f2" + (hasMeans ? ", m_1 the mean of f1" : "");
    }
}
