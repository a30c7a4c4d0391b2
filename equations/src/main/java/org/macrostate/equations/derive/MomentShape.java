package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.macrostate.equations.gaussian.AffineForm;
import org.macrostate.equations.gaussian.Covariance;
import org.macrostate.equations.gaussian.OrthantForm;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Constant;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.IndexSum;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Overlap;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Power;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * A product of functions of fields, whichever these are: {@code Exp[-x[k]^2/2] y[a] Erf[x[l]/Sqrt[2]]} is
 * {@code Exp[-f^2/2] g Erf[h/Sqrt[2]]} of x[k], y[a] and x[l]. A linear combination of fields, with a mean or without, is a
 * field here.
 *
 * @param factors in place holders {@code #1}, {@code #2} … and their means, {@code m[#1]}
 * @param fields the centred fields in their places
 * @param means theirs; zero where a field has none
 */
record MomentShape(List<Expression> factors, List<Expression> fields, List<Expression> means) {
    /** The function that gives a field's mean. */
    static final String MEAN = "#m";

    /** More have no name. */
    static final int MOST_FIELDS = 8;

    MomentShape {
        factors = List.copyOf(factors);
        fields = List.copyOf(fields);
        means = List.copyOf(means);
    }

    /** What product it is, in words that are equal for equal ones. */
    String key() {
        return factors.stream().map(ExpressionText::of).collect(Collectors.joining(" "));
    }

    /** Likewise, of fields with means and without. */
    String centredKey() {
        return factors.stream()
                .map(MomentFunctions::withoutMeans)
                .map(ExpressionText::of)
                .collect(Collectors.joining(" "));
    }

    boolean hasMeans() {
        return means.stream().anyMatch(m -> !m.isZero());
    }

    /** Whether fields have means in a product of functions of place holders. */
    static boolean haveMeans(Expression product) {
        return Expansion.contains(product, FieldFunction.class::isInstance);
    }

    static Symbol place(int i) {
        return new Symbol(Kind.FIELD, "#" + (i + 1), List.of());
    }

    static Expression mean(Expression field) {
        return new FieldFunction(MEAN, List.of(field), List.of());
    }

    /** Its places. */
    List<Expression> places() {
        List<Expression> places = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            places.add(place(i));
        }
        return places;
    }

    /** The product itself. */
    List<Expression> product() {
        return factors.stream().map(this::filled).toList();
    }

    private Expression filled(Expression e) {
        if (e instanceof FieldFunction mean) {
            return means.get(places().indexOf(mean.fields().get(0)));
        }
        int place = e instanceof Symbol ? places().indexOf(e) : -1;
        return place >= 0 ? fields.get(place) : Rebuilt.of(e, this::filled);
    }

    /** Whether it has means, and is even or odd in its fields with their means together. */
    boolean hasParity() {
        return hasMeans() && factors.stream().allMatch(f -> FactorParity.isBell(f) || FactorParity.isOdd(f));
    }

    boolean isOdd() {
        return factors.stream().filter(FactorParity::isOdd).count() % 2 == 1;
    }

    /** Of two products that are reflections of each other one. */
    boolean isNegative() {
        Expression first = means.stream().filter(m -> !m.isZero()).findFirst().orElseThrow();
        Expression term = first instanceof Plus p ? p.terms().get(0) : first;
        return Times.number(term).signum() < 0;
    }

    /** With means of the other sign: the same mean, or minus it if it is odd. */
    MomentShape reflected() {
        return new MomentShape(
                factors,
                fields,
                means.stream()
                        .map(m -> m instanceof Plus p
                                ? Plus.of(p.terms().stream()
                                        .map(Expression::negate)
                                        .toList())
                                : m.negate())
                        .toList());
    }

    /** Empty where the functions depend on more than fields and parameters, or on too many fields. */
    static Optional<MomentShape> of(List<Expression> product, Covariance covariance) {
        boolean whole = OrthantForm.Factors.of(product, covariance)
                .filter(f -> !f.signs()
                        || product.stream()
                                .anyMatch(factor -> new Reading(covariance, true, true, false).hasMeans(factor)))
                .isPresent();
        boolean separate = whole || product.stream().allMatch(f -> isSmooth(f, covariance));
        boolean shifted = product.stream().anyMatch(f -> new Reading(covariance, separate, whole, false).hasMeans(f));
        Reading first = new Reading(covariance, separate, whole, shifted);
        record Sorted(Expression factor, int rank, String text) {}
        List<Sorted> sorted = new ArrayList<>();
        for (Expression factor : product) {
            String text = ExpressionText.of(new Reading(covariance, separate, whole, shifted).in(factor))
                    .replaceAll("#\\d+", "#");
            sorted.add(new Sorted(factor, rank(factor, covariance), text));
        }
        sorted.sort(Comparator.comparingInt(Sorted::rank).thenComparing(Sorted::text));
        List<Expression> factors =
                sorted.stream().map(s -> first.in(s.factor())).toList();
        List<Expression> fields = new ArrayList<>();
        List<Expression> means = new ArrayList<>();
        first.found.forEach(affine -> {
            fields.add(affine.field());
            means.add(affine.mean());
        });
        boolean general = !fields.isEmpty()
                && fields.size() <= MOST_FIELDS
                && factors.stream().noneMatch(f -> Expansion.contains(f, e -> isParticular(e, covariance)));
        return general ? Optional.of(new MomentShape(factors, fields, means)) : Optional.empty();
    }

    /** Its fields and steps in place holders alone; of fields and signs only if fields have means. */
    Optional<OrthantForm.Factors> orthant(Covariance general) {
        List<Expression> centred =
                factors.stream().map(MomentFunctions::withoutMeans).toList();
        return OrthantForm.Factors.of(centred, general).filter(f -> !f.signs() || hasMeans());
    }

    /** Bells, fields and error functions: their means hold for fields that coincide, too. */
    private static boolean isSmooth(Expression factor, Covariance covariance) {
        return isField(factor, covariance)
                || (factor instanceof Apply a && (a.function() == Function.ERF || a.function() == Function.EXP));
    }

    /** A field, with its mean or without. */
    private static boolean isField(Expression factor, Covariance covariance) {
        return covariance.isVariable(factor) || factor instanceof Plus;
    }

    /** Bells, fields, functions: the order of Saad and Solla. */
    private static int rank(Expression factor, Covariance covariance) {
        return factor instanceof Apply a && a.function() == Function.EXP ? 0 : isField(factor, covariance) ? 1 : 2;
    }

    /** What belongs to one product and not to all of its shape. */
    private static boolean isParticular(Expression e, Covariance covariance) {
        boolean state =
                e instanceof Symbol s && (s.kind() == Kind.ORDER || s.kind() == Kind.SCALAR || s.kind() == Kind.PIECE);
        return e instanceof Overlap
                || state
                || e instanceof IndexSum
                || covariance.isVariable(e)
                || !Indices.of(e).isEmpty();
    }

    private record Affine(Expression scale, Expression field, Expression mean) {}

    /** Puts place holders for fields, in order of appearance. */
    private static final class Reading {
        private final Covariance covariance;
        /** Whether each occurrence of a field is a place of its own. */
        private final boolean separate;

        /** Whether numbers in front of fields belong to them. */
        private final boolean whole;

        private final boolean shifted;
        private final List<Affine> found = new ArrayList<>();
        private final Map<Expression, Integer> known = new LinkedHashMap<>();

        /** @param shifted whether all places have means, though some may be zero */
        Reading(Covariance covariance, boolean separate, boolean whole, boolean shifted) {
            this.covariance = covariance;
            this.separate = separate;
            this.whole = whole;
            this.shifted = shifted;
        }

        boolean hasMeans(Expression factor) {
            in(factor);
            return found.stream().anyMatch(a -> !a.mean().isZero());
        }

        Expression in(Expression e) {
            if (!Expansion.contains(e, covariance::isVariable)) {
                return e;
            }
            Optional<Affine> affine = affine(e);
            if (affine.isPresent()) {
                Affine form = affine.get();
                Expression key = form.field().plus(form.mean());
                int i = separate ? found.size() : known.getOrDefault(key, found.size());
                if (i == found.size()) {
                    found.add(form);
                    known.put(key, i);
                }
                Symbol place = place(i);
                return form.scale().times(shifted ? place.plus(MomentShape.mean(place)) : place);
            }
            return e.children().isEmpty() || e instanceof IndexSum ? e : Rebuilt.of(e, this::in);
        }

        /** A number times a field: the number of its first term. */
        private Optional<Affine> affine(Expression e) {
            boolean candidate =
                    covariance.isVariable(e) || e instanceof Plus || e instanceof Times || e instanceof IndexSum;
            if (!candidate) {
                return Optional.empty();
            }
            return AffineForm.of(e, covariance).map(this::scaled);
        }

        private Affine scaled(AffineForm form) {
            List<Expansion.Monomial> varying = form.form().terms();
            Expression scale = whole
                    ? Rational.ONE
                    : Times.of(Times.factorsOf(varying.get(0).coefficient()).stream()
                            .filter(Reading::isNumber)
                            .toList());
            List<Expression> field = varying.stream()
                    .map(m -> IndexSum.of(
                            m.sums(),
                            m.coefficient().over(scale).times(m.factors().get(0))))
                    .toList();
            List<Expression> mean = (form.mean() instanceof Plus p ? p.terms() : List.of(form.mean()))
                    .stream().map(c -> c.over(scale)).toList();
            return new Affine(scale, Plus.of(field), Plus.of(mean));
        }

        private static boolean isNumber(Expression e) {
            return e instanceof Rational
                    || e instanceof Constant
                    || (e instanceof Power p && isNumber(p.base()) && isNumber(p.exponent()));
        }
    }
}
