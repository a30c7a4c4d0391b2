package org.macrostate.equations.derive;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Symbol;

/**
 * The mean of a product of functions of Gaussian fields, as one function for all fields: {@code I_3[f,g,h]}. What is
 * particular to it are covariances and means of its fields; parameters of the model may stand in it.
 *
 * <p>What is printed and exported calls it. Kernels do not: common subexpressions of all calls leave 7 to 10 operations a call of
 * the committee of K = M = 2, 4 and 8 (570, 5,084 and 57,916 in all), fewer than the ten numbers that a call of I_4 passes, while
 * its body alone has 65 (2,914, 35,652 and 484,456); loops over indices keep the code of large sizes short, 12 kB at any.
 *
 * @param name {@code I_2}, {@code I_3}, {@code I_4} and {@code J_2} of Saad and Solla, and of Goldt et al., where it is
 *     theirs; otherwise {@code F_1}, {@code F_2} …
 * @param fields its place holders {@code #1}, {@code #2} …
 * @param integrand the product, in them and their means
 * @param value in functions of them: covariances {@code #C}, determinants {@code #D}, means {@code #m}, probabilities
 *     {@code #P}; empty if it is integrated numerically
 * @param width what determinants add to variances; empty if there are none
 * @param parameters the covariances and means that {@code closed} depends on; empty if it is not written as code
 * @param closed the value in these parameters, by the names of {@link #parameter}; empty likewise
 */
public record MomentFunction(
        String name,
        List<Expression> fields,
        Expression integrand,
        Optional<Expression> value,
        Optional<Expression> width,
        List<FieldFunction> parameters,
        Optional<Expression> closed) {
    public MomentFunction {
        fields = List.copyOf(fields);
        parameters = List.copyOf(parameters);
    }

    /** Of steps: in probabilities that fields are positive. */
    static MomentFunction orthant(String name, List<Expression> fields, Expression integrand, Expression value) {
        return new MomentFunction(
                name, fields, integrand, Optional.of(value), Optional.empty(), List.of(), Optional.empty());
    }

    /** Whether its value is in probabilities that fields are positive. */
    boolean isOrthant() {
        return value.stream().flatMap(GeneralFields::functions).anyMatch(OrthantFields::isOne);
    }

    /** Its value, if that is one function of its fields that has a name of its own. */
    Optional<Expression> instead() {
        return value.filter(v -> v instanceof FieldFunction && isOrthant());
    }

    MomentFunction named(String other) {
        return new MomentFunction(other, fields, integrand, value, width, parameters, closed);
    }

    /** {@code c_12} for the covariance of the first two fields, {@code m_1} for the mean of the first. */
    public static Symbol parameter(FieldFunction f) {
        StringBuilder name = new StringBuilder(f.name().equals(GeneralFields.MEAN) ? "m_" : "c_");
        for (Expression field : f.fields()) {
            name.append(((Symbol) field).name().substring(1));
        }
        return Symbol.parameter(name.toString());
    }

    static Expression inParameters(Expression e) {
        return e instanceof FieldFunction f ? parameter(f) : Rebuilt.of(e, MomentFunction::inParameters);
    }
}
