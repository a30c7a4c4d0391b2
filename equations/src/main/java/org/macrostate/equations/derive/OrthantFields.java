package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.macrostate.equations.gaussian.OrthantForm;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Times;

/**
 * Probabilities that any jointly Gaussian fields are positive, and what means of steps and ramps are made of besides, as
 * functions of fields. A definition is given with nothing, or one field, behind its bars; it holds with further ones there.
 *
 * @param means whether fields have means
 * @param signs whether means of signs take the place of probabilities
 */
record OrthantFields(boolean means, boolean signs) implements OrthantForm.Names {
    /** The probability that fields are positive. */
    static final String POSITIVE = "#P";
    /** The mean of a first field where the others are positive. */
    static final String TRUNCATED = "#T";
    /** The mean of the product of the signs of fields. */
    static final String SIGNED = "#SIGNED";
    /** The mean of a first field times the signs of the others. */
    static final String WITH_SIGNS = "#U";
    /** The mean of a field given that others are zero. */
    static final String CONDITIONAL = "#M";

    /** What is defined of any fields besides their covariances, in words. */
    static String opening(boolean means, boolean steps, boolean signs) {
        List<String> parts = new ArrayList<>();
        if (means) {
            parts.add("means");
        }
        parts.add("densities at zero");
        if (steps) {
            parts.add("probabilities that all fields are positive");
        }
        if (signs) {
            parts.add("means of products of signs");
        }
        String last = parts.remove(parts.size() - 1);
        return ", " + String.join(", ", parts) + " and " + last
                + ", given that the fields behind the bar are zero; each definition holds given further fields as well, behind"
                + " the bar of every function in it";
    }

    /** What the compiled equations do with fields that coincide, see {@link org.macrostate.equations.gaussian}. */
    static final String CONVENTION =
            "where fields coincide, or one has no variance, the limit of small independent noise in"
                    + " each of them is meant: quotients by a variance of zero, and densities, are 0";

    private static final String DENSITY = GeneralFields.name(org.macrostate.equations.gaussian.Statistic.Kind.DENSITY);
    private static final Expression TWO = Expression.of(2);

    @Override
    public Expression covariance(Expression a, Expression b, List<Expression> given) {
        List<Expression> pair = a.compareTo(b) <= 0 ? List.of(a, b) : List.of(b, a);
        return new FieldFunction(GeneralFields.COVARIANCE, pair, ordered(given));
    }

    @Override
    public Expression mean(Expression a, List<Expression> given) {
        if (!means) {
            return Rational.ZERO;
        }
        String name = given.isEmpty() ? GeneralFields.MEAN : CONDITIONAL;
        return new FieldFunction(name, List.of(a), ordered(given));
    }

    @Override
    public Expression density(Expression a, List<Expression> given) {
        return new FieldFunction(DENSITY, List.of(a), ordered(given));
    }

    @Override
    public Expression positive(List<Expression> fields, List<Expression> given) {
        return !means && fields.size() == 1
                ? signs ? Rational.ZERO : Rational.HALF
                : new FieldFunction(signs ? SIGNED : POSITIVE, ordered(fields), ordered(given));
    }

    @Override
    public Expression truncated(Expression u, List<Expression> fields, List<Expression> given) {
        List<Expression> all = new ArrayList<>(List.of(u));
        all.addAll(ordered(fields));
        return new FieldFunction(signs ? WITH_SIGNS : TRUNCATED, all, ordered(given));
    }

    private static List<Expression> ordered(List<Expression> fields) {
        return fields.stream().sorted().toList();
    }

    static boolean isOfSigns(FieldFunction f) {
        return f.name().equals(SIGNED) || f.name().equals(WITH_SIGNS);
    }

    /** Whether only means of steps, and of signs of fields with means, are made of it. */
    static boolean isOne(FieldFunction f) {
        return List.of(POSITIVE, TRUNCATED, SIGNED, WITH_SIGNS, CONDITIONAL).contains(f.name());
    }

    /** A function and, where something is known, what is known of covariances and means. */
    Stream<FieldFunction> needed(FieldFunction f) {
        if (f.given().isEmpty()) {
            return Stream.of(f);
        }
        List<Expression> known = places(2, 1);
        Stream<Expression> conditional = Stream.of(
                covariance(MomentShape.place(0), MomentShape.place(1), known), mean(MomentShape.place(0), known));
        return Stream.concat(
                Stream.of(f),
                conditional.filter(FieldFunction.class::isInstance).map(FieldFunction.class::cast));
    }

    /** The place of its definition: of covariances, means, densities, probabilities and truncated means, in this order. */
    static int rank(FieldFunction f) {
        List<String> kinds =
                List.of(GeneralFields.COVARIANCE, CONDITIONAL, DENSITY, POSITIVE, TRUNCATED, SIGNED, WITH_SIGNS);
        return 100 * kinds.indexOf(f.name()) + f.fields().size();
    }

    /**
     * The definition that covers a function: of the first place holders, with no more behind the bar than it needs. One of a
     * few fields that is written as what it is covers that of more.
     *
     * @return empty of what has none: plain covariances and means
     */
    Optional<FieldDefinition> definition(FieldFunction f) {
        if (isOfSigns(f) && !signs) {
            return new OrthantFields(means, true).definition(f);
        }
        boolean alone = f.name().equals(POSITIVE) || f.name().equals(SIGNED);
        if (alone && f.fields().size() > (means ? 2 : 4)) {
            return definition(new FieldFunction(f.name(), places(0, means ? 2 : 4), List.of()));
        }
        boolean schur = f.name().equals(CONDITIONAL)
                || (f.name().equals(GeneralFields.COVARIANCE) && !f.given().isEmpty());
        int n = f.fields().size();
        List<Expression> fields = places(0, n);
        FieldFunction left = new FieldFunction(f.name(), fields, schur ? places(n, 1) : List.of());
        if (schur) {
            return Optional.of(
                    new FieldDefinition(left, schur(fields, left.given().get(0))));
        }
        if (f.name().equals(DENSITY)) {
            return Optional.of(new FieldDefinition(left, density(fields.get(0))));
        }
        if (f.name().equals(TRUNCATED) || f.name().equals(WITH_SIGNS)) {
            List<Expression> product = new ArrayList<>(List.of(fields.get(0)));
            fields.subList(1, n).forEach(p -> product.add(Apply.of(step(), p)));
            Expression mean = new Apply(Function.MEAN, List.of(Times.of(product)));
            return Optional.of(new FieldDefinition(
                    left, Optional.of(mean), OrthantForm.written(fields.get(0), fields.subList(1, n), signs, this)));
        }
        return alone ? Optional.of(probability(left)) : Optional.empty();
    }

    /** {@code C[f,g|h] = C[f,g] - C[f,h] C[g,h]/C[h,h]}, and means likewise. */
    private Expression schur(List<Expression> fields, Expression known) {
        Expression variance = covariance(known, known, List.of());
        Expression with = covariance(fields.get(0), known, List.of());
        if (fields.size() == 1) {
            Expression mean = mean(fields.get(0), List.of());
            return mean.minus(with.times(mean(known, List.of())).over(variance));
        }
        Expression other = covariance(fields.get(1), known, List.of());
        return covariance(fields.get(0), fields.get(1), List.of())
                .minus(with.times(other).over(variance));
    }

    private Expression density(Expression f) {
        Expression variance = covariance(f, f, List.of());
        Expression norm = Power.sqrt(Times.of(TWO, Constant.PI, variance));
        Expression square = Power.of(mean(f, List.of()), 2);
        return Apply.of(Function.EXP, square.negate().over(TWO.times(variance))).over(norm);
    }

    /** In closed form of one field, and of two or three without means; otherwise as what it is. */
    private FieldDefinition probability(FieldFunction left) {
        List<Expression> fields = left.fields();
        Expression product =
                Times.of(fields.stream().map(p -> Apply.of(step(), p)).toList());
        Expression mean = new Apply(Function.MEAN, List.of(product));
        Expression f = fields.get(0);
        if (fields.size() == 1) {
            Expression width = Power.sqrt(TWO.times(covariance(f, f, List.of())));
            Expression erf = Apply.of(Function.ERF, mean(f, List.of()).over(width));
            Expression value = signs ? erf : Rational.HALF.times(Rational.ONE.plus(erf));
            return new FieldDefinition(left, Optional.of(mean), value);
        }
        Expression g = fields.get(1);
        if (!means && !signs && fields.size() == 2) {
            Expression widths = Power.sqrt(covariance(f, f, List.of()).times(covariance(g, g, List.of())));
            Expression angle =
                    Apply.of(Function.ARC_SIN, covariance(f, g, List.of()).over(widths));
            Expression value = Rational.HALF.times(Rational.HALF).plus(angle.over(TWO.times(Constant.PI)));
            return new FieldDefinition(left, Optional.of(mean), value);
        }
        if (!means && !signs && fields.size() == 3) {
            Expression h = fields.get(2);
            Expression pairs = Plus.of(
                    positive(List.of(f, g), List.of()),
                    positive(List.of(f, h), List.of()),
                    positive(List.of(g, h), List.of()));
            Expression value = Rational.HALF.times(pairs).minus(Rational.HALF.times(Rational.HALF));
            return new FieldDefinition(left, Optional.of(mean), value);
        }
        return new FieldDefinition(
                left,
                mean,
                "and alike for more fields, this is the "
                        + (signs ? "mean of the product of their signs" : "probability that all are positive"),
                List.of());
    }

    private Function step() {
        return signs ? Function.SIGN : Function.UNIT_STEP;
    }

    private static List<Expression> places(int from, int count) {
        List<Expression> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add(MomentShape.place(from + i));
        }
        return places;
    }
}
