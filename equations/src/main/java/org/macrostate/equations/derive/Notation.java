package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Guarded;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * What a reader must know before the formulas of a system.
 *
 * @param opening words before the definitions
 * @param closing words after them
 * @param own how many definitions, the first ones, are of the model's own fields; the others are for any fields
 * @param centred whether the own fields are without their means
 */
public record Notation(String opening, List<FieldDefinition> definitions, String closing, int own, boolean centred) {
    private static final Expression TWO = Expression.of(2);

    public Notation {
        definitions = List.copyOf(definitions);
    }

    /** Of the functions of variances in a system's formulas, if there are any. */
    public static Optional<Notation> of(OrderParameterSystem system) {
        Set<Function> used = functions(system);
        if (used.isEmpty()) {
            return Optional.empty();
        }
        List<FieldDefinition> definitions = new ArrayList<>();
        used.forEach(function -> definitions.add(definition(function)));
        String means = used.contains(Function.SIGN_MEAN)
                ? "; of two fields that coincide and have no variance left, the mean of signs is 1/3 or, if they are opposite,"
                        + " -1/3"
                : "";
        return Optional.of(new Notation(
                "functions of a field's variance, or of two fields' covariance and variances",
                definitions,
                "each is 0 where a variance is at most 1e-13 of what it was before anything was known of the field"
                        + means,
                0,
                false));
    }

    /** The functions of variances in a system's formulas. */
    public static Set<Function> functions(OrderParameterSystem system) {
        Set<Function> used = EnumSet.noneOf(Function.class);
        Stream.of(
                        system.pieces().stream().map(NamedTerm::value),
                        system.equations().stream().map(Equation::rate),
                        system.observables().stream().map(Formula::value))
                .flatMap(s -> s)
                .flatMap(Guarded::in)
                .forEach(a -> used.add(a.function()));
        return used;
    }

    private static FieldDefinition definition(Function function) {
        Expression v = symbol("v");
        Expression s = symbol("s");
        Expression c = symbol("c");
        Expression w = symbol("w");
        return switch (function) {
            case VARIANCE_INVERSE -> new FieldDefinition(Apply.of(function, v, s), Power.of(v, -1));
            case VARIANCE_ROOT -> new FieldDefinition(Apply.of(function, v, s), Power.sqrt(v));
            case VARIANCE_INVERSE_ROOT -> new FieldDefinition(Apply.of(function, v, s), Power.of(Power.sqrt(v), -1));
            case DENSITY_AT_ZERO ->
                new FieldDefinition(Apply.of(function, v, s), Power.of(Power.sqrt(Times.of(TWO, Constant.PI, v)), -1));
            case SIGN_MEAN ->
                new FieldDefinition(
                        Apply.of(function, c, v, w, symbol("b"), s, symbol("r")),
                        TWO.times(Apply.of(Function.ARC_SIN, c.over(Power.sqrt(v.times(w)))))
                                .over(Constant.PI));
            default -> throw new IllegalArgumentException("no function of variances: " + function);
        };
    }

    private static Expression symbol(String name) {
        return new Symbol(Kind.PARAMETER, name, List.of());
    }
}
