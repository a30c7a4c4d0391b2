package org.macrostate.reports.code;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Guarded;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/**
 * Functions of variances that may vanish, as functions of the code with all their arguments; a scale that is left out is
 * zero.
 */
final class GuardedCode {
    private static final List<String> OF_VARIANCE = List.of("v", "s");
    private static final List<String> OF_COVARIANCE = List.of("c", "v", "w", "b", "s", "r");

    private final CodeNames names;
    private final CodeSyntax syntax;
    private final Map<Function, String> used = new EnumMap<>(Function.class);

    GuardedCode(CodeNames names, CodeSyntax syntax) {
        this.names = names;
        this.syntax = syntax;
    }

    /**
     * One definition.
     *
     * @param about what it is, for a comment
     * @param body an expression in the parameters
     */
    record Definition(String name, List<String> parameters, String about, String body) {
        Definition {
            parameters = List.copyOf(parameters);
        }

        /** The parameters, each between what the language puts around it. */
        String listed(String before, String after) {
            List<String> all = parameters.stream().map(p -> before + p + after).toList();
            return String.join(", ", all);
        }
    }

    /** @param arguments their code */
    String call(Apply apply, List<String> arguments) {
        String name =
                used.computeIfAbsent(apply.function(), f -> names.fresh(f.name().toLowerCase(Locale.ROOT)));
        List<String> all = new ArrayList<>(arguments);
        while (all.size() < apply.function().mostArguments()) {
            all.add(syntax.whole("0"));
        }
        return syntax.called(name, all);
    }

    /** Of all functions called so far. */
    List<Definition> definitions(java.util.function.Function<Expression, String> code) {
        List<Definition> definitions = new ArrayList<>();
        used.forEach((function, name) -> {
            List<String> letters = function.mostArguments() == 2 ? OF_VARIANCE : OF_COVARIANCE;
            List<Expression> symbols = letters.stream()
                    .<Expression>map(l -> new Symbol(Kind.PARAMETER, l, List.of()))
                    .toList();
            Expression value = Guarded.definition(new Apply(function, symbols)).orElseThrow();
            List<String> parameters = letters.stream().map(names::of).toList();
            definitions.add(new Definition(name, parameters, about(function), code.apply(value)));
        });
        return definitions;
    }

    private static String about(Function function) {
        String zero = ", 0 where v is at most 1e-13 s, what it was before anything was known of the field";
        return switch (function) {
            case VARIANCE_INVERSE -> "1/v" + zero;
            case VARIANCE_ROOT -> "sqrt(v)" + zero;
            case VARIANCE_INVERSE_ROOT -> "1/sqrt(v)" + zero;
            case DENSITY_AT_ZERO -> "density at zero of a field of variance v" + zero;
            case SIGN_MEAN ->
                "mean of a product of two signs, by the arcsine law: c covariance, v and w variances; b, s and r the same"
                        + " before anything was known";
            default -> throw new IllegalArgumentException("no function of variances: " + function);
        };
    }
}
