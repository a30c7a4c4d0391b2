package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Symbol;

/**
 * Definitions of the functions of fields that parts of a system are, and of the determinants and means that these are built
 * from, for any fields.
 *
 * @param names what readers call functions whose names begin with {@code #}
 * @param letters names of fields
 */
record MomentDefinitions(List<MomentFunction> functions, Map<String, String> names, List<String> letters) {
    /** What all determinants add to variances; of a function with another width they are written out. */
    private Optional<Expression> width() {
        return functions.stream().flatMap(f -> f.width().stream()).findFirst();
    }

    private Optional<Expression> value(MomentFunction f) {
        boolean written = f.width().isPresent() && !f.width().equals(width());
        return written ? f.value().map(v -> general(v).expanded(v, f.width().get())) : f.value();
    }

    private static GeneralFields general(Expression e) {
        boolean means = GeneralFields.functions(e)
                .anyMatch(f -> f.name().equals(GeneralFields.MEAN) || f.name().equals(GeneralFields.BELLS));
        return new GeneralFields(means, Optional.empty());
    }

    List<FieldDefinition> all() {
        List<FieldDefinition> all = new ArrayList<>(built());
        all.addAll(orthants());
        for (MomentFunction f : functions) {
            if (f.instead().isPresent()) {
                continue;
            }
            Expression mean = shown(new Apply(Function.MEAN, List.of(MomentFunctions.withoutMeans(f.integrand()))));
            FieldFunction left = new FieldFunction(f.name(), f.fields(), List.of());
            all.add(value(f).map(v -> new FieldDefinition(shown(left), Optional.of(mean), shown(v)))
                    .orElseGet(() -> new FieldDefinition(shown(left), mean)));
        }
        return all;
    }

    /** Determinants, bells and means under bells: each kind once, those of fewer fields first. */
    private List<FieldDefinition> built() {
        Map<String, FieldDefinition> found = new LinkedHashMap<>();
        Map<String, Integer> sizes = new HashMap<>();
        List<Expression> open = new ArrayList<>();
        functions.forEach(f -> value(f).ifPresent(open::add));
        while (!open.isEmpty()) {
            Expression next = open.remove(0);
            for (FieldFunction f : GeneralFields.functions(next).toList()) {
                FieldFunction plain = plain(f);
                Expression one = width().orElse(Rational.ONE);
                general(next).definition(plain, one).ifPresent(definition -> {
                    String key = ExpressionText.of(plain);
                    if (!found.containsKey(key)) {
                        found.put(key, definition(plain, definition));
                        sizes.put(
                                key,
                                10 * (f.fields().size() + f.given().size())
                                        + f.given().size());
                        open.add(definition);
                    }
                });
            }
        }
        return found.keySet().stream()
                .sorted(Comparator.<String>comparingInt(sizes::get).thenComparing(k -> k))
                .map(found::get)
                .toList();
    }

    /** Whether fields with means are among those of the functions. */
    boolean haveMeans() {
        return functions.stream().anyMatch(f -> MomentShape.haveMeans(f.integrand()));
    }

    /** If steps of fields with means are among the functions, all fields have means, though some are zero. */
    private OrthantFields orthantFields() {
        return new OrthantFields(
                functions.stream()
                        .filter(MomentFunction::isOrthant)
                        .anyMatch(f -> MomentShape.haveMeans(f.integrand())),
                false);
    }

    /** Probabilities and what they are of: each kind once, for the number of fields that it is needed for. */
    private List<FieldDefinition> orthants() {
        OrthantFields fields = orthantFields();
        Map<FieldFunction, FieldDefinition> found = new HashMap<>();
        List<Expression> open = new ArrayList<>();
        functions.stream().filter(MomentFunction::isOrthant).forEach(f -> f.value()
                .ifPresent(open::add));
        while (!open.isEmpty()) {
            GeneralFields.functions(open.remove(0)).flatMap(fields::needed).forEach(f -> fields.definition(f)
                    .filter(d -> found.putIfAbsent((FieldFunction) d.left(), d) == null)
                    .ifPresent(d -> open.add(d.right())));
        }
        return found.keySet().stream()
                .sorted(Comparator.comparingInt(OrthantFields::rank))
                .map(found::get)
                .map(d -> new FieldDefinition(
                        shown(d.left()), d.mean().map(this::shown), shown(d.right()), d.where(), d.formulas()))
                .toList();
    }

    /** What is defined of any fields, where means of steps or signs are among the functions. */
    Optional<String> opening() {
        List<FieldFunction> parts = functions.stream()
                .filter(MomentFunction::isOrthant)
                .flatMap(f -> f.value().stream())
                .flatMap(GeneralFields::functions)
                .filter(OrthantFields::isOne)
                .toList();
        boolean signs = parts.stream().anyMatch(OrthantFields::isOfSigns);
        boolean steps = !parts.stream().allMatch(OrthantFields::isOfSigns);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(OrthantFields.opening(orthantFields().means(), steps, signs));
    }

    /** What is to be said of the mean of two signs, whose arguments are numbers and no fields; empty if there is none. */
    String ofSigns() {
        boolean signs = functions.stream()
                .flatMap(f -> f.value().stream())
                .anyMatch(v ->
                        Expansion.contains(v, e -> e instanceof Apply a && a.function() == Function.MEAN_OF_SIGNS));
        return signs
                ? "the mean of signs of five arguments is that of the product of two signs, of normal variables with the first two"
                        + " as means, the third and fifth as variances and the fourth as covariance"
                : "";
    }

    /** What readers see of a function at these fields: one of a kind that all share, or the function itself. */
    FieldFunction at(MomentCall call) {
        MomentFunction function = functions.stream()
                .filter(f -> f.name().equals(call.function()))
                .findFirst()
                .orElseThrow();
        UnaryOperator<Expression> fields =
                place -> call.fields().get(function.fields().indexOf(place));
        return function.instead()
                .map(FieldFunction.class::cast)
                .map(f -> new FieldFunction(
                        name(f.name()),
                        f.fields().stream().map(fields).toList(),
                        f.given().stream().map(fields).toList()))
                .orElseGet(() -> new FieldFunction(call.function(), call.fields(), List.of()));
    }

    private FieldDefinition definition(FieldFunction left, Expression right) {
        List<Expression> fields = left.fields().stream().map(this::shown).toList();
        boolean determinant = left.name().equals(GeneralFields.DETERMINANT);
        String where = "";
        List<Expression> formulas = List.of();
        if (determinant && left.given().size() == 1) {
            where = "the determinant is bordered by the row of {} and the column of {}";
            formulas = fields;
        } else if (determinant && left.given().isEmpty() && fields.size() == 2) {
            where = "and alike for more fields, this is the determinant of {} over them";
            Expression c = new FieldFunction(name(GeneralFields.COVARIANCE), List.of(), List.of());
            formulas = List.of(width().orElseThrow().plus(c));
        } else if (left.name().equals(GeneralFields.MEAN) && left.given().size() == 1) {
            where = "{} is the mean of the field, this is its mean under the bell of {}";
            formulas = List.of(
                    new FieldFunction(name(GeneralFields.MEAN), fields, List.of()),
                    shown(left.given().get(0)));
        } else if (left.name().equals(GeneralFields.BELLS) && fields.size() == 1) {
            where = "and alike for more fields, this is the mean of the product of their bells";
        }
        return new FieldDefinition(shown(left), Optional.empty(), shown(right), where, formulas);
    }

    /** The same function of the first place holders, what is given first. */
    private static FieldFunction plain(FieldFunction f) {
        List<Expression> given = places(0, f.given().size());
        return new FieldFunction(f.name(), places(given.size(), f.fields().size()), given);
    }

    private static List<Expression> places(int from, int count) {
        List<Expression> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add(MomentShape.place(from + i));
        }
        return places;
    }

    private String name(String internal) {
        return names.getOrDefault(internal, internal);
    }

    private Expression shown(Expression e) {
        if (e instanceof FieldFunction f) {
            UnaryOperator<Expression> inner = this::shown;
            return new FieldFunction(
                    name(f.name()),
                    f.fields().stream().map(inner).toList(),
                    f.given().stream().map(inner).toList());
        }
        if (e instanceof Symbol s && s.kind() == Kind.FIELD) {
            return new Symbol(Kind.FIELD, letters.get(Integer.parseInt(s.name().substring(1)) - 1), List.of());
        }
        return Rebuilt.of(e, this::shown);
    }
}
