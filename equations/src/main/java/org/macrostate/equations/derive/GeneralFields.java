package org.macrostate.equations.derive;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.macrostate.equations.gaussian.Covariance;
import org.macrostate.equations.gaussian.DeterminantForm;
import org.macrostate.equations.gaussian.PartNames;
import org.macrostate.equations.gaussian.Statistic;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Symbol;

/**
 * Any jointly Gaussian fields, {@code #1}, {@code #2} …: their covariances, means and determinants stay functions of fields.
 * The names of these functions begin with {@code #}; who shows them chooses others.
 *
 * @param means whether fields have means
 * @param tables numbers that formulas sum over
 */
record GeneralFields(boolean means, Optional<NamedTermTable> tables)
        implements Covariance, DeterminantForm.Names, PartNames {
    static final String COVARIANCE = "#C";
    static final String DETERMINANT = "#D";
    static final String BELLS = "#B";
    static final String MEAN = MomentShape.MEAN;

    @Override
    public boolean isVariable(Expression atom) {
        return atom instanceof Symbol s && s.kind() == Kind.FIELD;
    }

    @Override
    public Expression of(Expression a, Expression b) {
        return function(COVARIANCE, sorted(a, b), List.of());
    }

    @Override
    public Expression determinant(List<Expression> over) {
        return function(DETERMINANT, over, List.of());
    }

    @Override
    public Expression bordered(Expression a, Expression b, List<Expression> over) {
        return over.isEmpty() ? of(a, b) : function(DETERMINANT, sorted(a, b), over);
    }

    @Override
    public Expression mean(Expression a, List<Expression> under) {
        return means ? function(MEAN, List.of(a), under) : Rational.ZERO;
    }

    @Override
    public Expression bells(List<Expression> of) {
        return means ? function(BELLS, of, List.of()) : Power.of(Power.sqrt(determinant(of)), -1);
    }

    @Override
    public Expression part(String wanted, Expression value, String meaning) {
        return value;
    }

    @Override
    public Expression statistic(Statistic statistic, Statistic.Definition definition) {
        return function(
                name(statistic.kind()),
                statistic.fields().stream().sorted().toList(),
                statistic.given().stream().sorted().toList());
    }

    @Override
    public Table table(String wanted, List<Double> values, String meaning) {
        return tables.orElseThrow().table(wanted, values, meaning);
    }

    static String name(Statistic.Kind kind) {
        return kind == Statistic.Kind.COVARIANCE ? COVARIANCE : "#" + kind.name();
    }

    /** What a function of fields is; covariances of which nothing is given are none, like overlaps. */
    static Optional<Statistic> statistic(Expression e) {
        if (!(e instanceof FieldFunction f)
                || (f.name().equals(COVARIANCE) && f.given().isEmpty())) {
            return Optional.empty();
        }
        return Stream.of(Statistic.Kind.values())
                .filter(kind -> name(kind).equals(f.name()))
                .map(kind -> new Statistic(kind, f.fields(), f.given()))
                .findFirst();
    }

    /** A determinant, bells or a mean under bells in simpler ones; empty of what has no definition. */
    Optional<Expression> definition(FieldFunction f, Expression width) {
        return switch (f.name()) {
            case DETERMINANT ->
                Optional.of(
                        f.given().isEmpty()
                                ? DeterminantForm.written(f.fields(), width, this, this)
                                : DeterminantForm.written(
                                        f.fields().get(0), f.fields().get(1), f.given(), width, this, this));
            case BELLS -> Optional.of(DeterminantForm.writtenBells(f.fields(), this));
            case MEAN ->
                f.given().isEmpty()
                        ? Optional.empty()
                        : Optional.of(DeterminantForm.writtenMean(f.fields().get(0), f.given(), this));
            default -> Optional.empty();
        };
    }

    /** In covariances and means only. */
    Expression expanded(Expression e, Expression width) {
        if (e instanceof FieldFunction f) {
            return definition(f, width).map(simpler -> expanded(simpler, width)).orElse(f);
        }
        return Rebuilt.of(e, inner -> expanded(inner, width));
    }

    /** The functions of fields in an expression, in order of appearance. */
    static Stream<FieldFunction> functions(Expression e) {
        return e instanceof FieldFunction f
                ? Stream.of(f)
                : e.children().stream().flatMap(GeneralFields::functions);
    }

    private static FieldFunction function(String name, List<Expression> fields, List<Expression> given) {
        return new FieldFunction(name, fields, given);
    }

    private static List<Expression> sorted(Expression a, Expression b) {
        return a.compareTo(b) <= 0 ? List.of(a, b) : List.of(b, a);
    }
}
