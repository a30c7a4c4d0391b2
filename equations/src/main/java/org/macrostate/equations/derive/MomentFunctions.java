package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.gaussian.Covariance;
import org.macrostate.equations.gaussian.DeterminantForm;
import org.macrostate.equations.gaussian.ExpectationRule;
import org.macrostate.equations.gaussian.LinearCombinations;
import org.macrostate.equations.gaussian.OrthantForm;
import org.macrostate.equations.gaussian.PartNames;
import org.macrostate.equations.tensor.CommonFactor;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.FieldFunction;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/**
 * Finds the means among a system's named parts that are the same function of a covariance, and gives each such function one
 * definition for all fields.
 */
final class MomentFunctions {
    /** The mean of a product of more is an integral, and is shown as that. */
    private static final int MOST_STEPS = 4;

    private final NamedTermTable table;
    private final Covariance covariance;
    private final Function<PartNames, List<ExpectationRule>> rules;
    private final Map<String, MomentFunction> functions = new LinkedHashMap<>();
    private final Map<String, MomentCall> calls = new HashMap<>();

    /** @param rules that give closed forms, with names for what they are built from */
    MomentFunctions(NamedTermTable table, Covariance covariance, Function<PartNames, List<ExpectationRule>> rules) {
        this.table = table;
        this.covariance = covariance;
        this.rules = rules;
    }

    /**
     * Hears that the piece of this name is the mean of a scaled product of this shape. A mean that exists for these fields and
     * not for fields of any variance, as that of {@code Exp[h^2/4]}, is no function of a covariance.
     */
    void note(String piece, MomentShape shape, Expression scale) {
        MomentFunction function;
        try {
            function = function(shape, scale);
        } catch (BadInput diverges) {
            return;
        }
        noteCall(piece, shape, function);
    }

    private void noteCall(String piece, MomentShape shape, MomentFunction function) {
        UnaryOperator<Expression> value =
                place -> shape.fields().get(shape.places().indexOf(place));
        List<Expression> arguments = new ArrayList<>();
        for (FieldFunction parameter : function.parameters()) {
            List<Expression> of = parameter.fields();
            arguments.add(
                    parameter.name().equals(GeneralFields.MEAN)
                            ? shape.means().get(shape.places().indexOf(of.get(0)))
                            : LinearCombinations.covariance(
                                    value.apply(of.get(0)), value.apply(of.get(1)), covariance));
        }
        List<Expression> fields = new ArrayList<>();
        for (int i = 0; i < shape.fields().size(); i++) {
            fields.add(shape.fields().get(i).plus(shape.means().get(i)));
        }
        calls.put(piece, new MomentCall(key(shape), fields, arguments));
    }

    /** The variables in the fields that this piece is a function of. */
    Stream<Expression> variables(String piece) {
        return call(piece).stream().flatMap(c -> c.fields().stream()).flatMap(this::variables);
    }

    private Stream<Expression> variables(Expression e) {
        return covariance.isVariable(e) ? Stream.of(e) : e.children().stream().flatMap(this::variables);
    }

    Optional<MomentCall> call(String piece) {
        return Optional.ofNullable(calls.get(piece));
    }

    /**
     * The functions of these pieces by their keys, under their names: those that several pieces are, those that have a name
     * in the literature, and those written in determinants.
     */
    Map<String, MomentFunction> among(List<NamedTerm> pieces, Set<String> taken) {
        Map<String, Integer> uses = new LinkedHashMap<>();
        pieces.forEach(p -> p.call().ifPresent(c -> uses.merge(c.function(), 1, Integer::sum)));
        Map<String, MomentFunction> named = new LinkedHashMap<>();
        int neutral = 0;
        for (String key : inOrder(uses)) {
            String wanted = KnownMoment.of(key).map(KnownMoment::name).orElse("");
            while (wanted.isEmpty() || taken.contains(wanted)) {
                wanted = "F_" + ++neutral;
            }
            named.put(key, function(key).named(wanted));
        }
        return named;
    }

    /** Last those that readers know by another name than their number. */
    private List<String> inOrder(Map<String, Integer> uses) {
        List<String> keys = uses.keySet().stream()
                .filter(key ->
                        KnownMoment.of(key).isPresent() || Objects.requireNonNull(uses.get(key)) > 1 || isOfParts(key))
                .toList();
        Map<Boolean, List<String>> parts = keys.stream()
                .collect(
                        Collectors.partitioningBy(key -> function(key).instead().isPresent()));
        return Stream.concat(
                        Objects.requireNonNull(parts.get(false)).stream(),
                        Objects.requireNonNull(parts.get(true)).stream())
                .toList();
    }

    private MomentFunction function(String key) {
        return Objects.requireNonNull(functions.get(key));
    }

    /** Whether it is written in determinants or probabilities, which functions of other fields have, too. */
    private boolean isOfParts(String key) {
        MomentFunction function = function(key);
        return function.width().isPresent() || function.isOrthant();
    }

    /** Of products of steps one for fields with means and without, that with means if there are any. */
    private MomentFunction function(MomentShape shape, Expression scale) {
        String key = key(shape);
        MomentFunction known = functions.get(key);
        boolean more =
                known != null && known.isOrthant() && shape.hasMeans() && !MomentShape.haveMeans(known.integrand());
        MomentFunction function = known == null || more ? derived(shape, scale) : known;
        functions.put(key, function);
        return function;
    }

    private String key(MomentShape shape) {
        return orthant(shape).isPresent() ? shape.centredKey() : shape.key();
    }

    private Optional<OrthantForm.Factors> orthant(MomentShape shape) {
        return shape.orthant(new GeneralFields(false, Optional.of(table)))
                .filter(f -> f.steps().size() <= MOST_STEPS);
    }

    private MomentFunction derived(MomentShape shape, Expression scale) {
        boolean means = shape.hasMeans();
        GeneralFields general = new GeneralFields(means, Optional.of(table));
        Expression integrand = scale.times(Times.of(shape.factors()));
        List<Expression> centred =
                shape.factors().stream().map(MomentFunctions::withoutMeans).toList();
        Optional<OrthantForm.Factors> orthant = orthant(shape);
        if (orthant.isPresent()) {
            Expression mean = OrthantForm.mean(
                    orthant.get(), new OrthantFields(means, orthant.get().signs()));
            return MomentFunction.orthant(shape.key(), shape.places(), integrand, scale.times(mean));
        }
        Optional<DeterminantForm.Value> form = DeterminantForm.of(centred, general, general);
        Optional<Expression> value = form.map(DeterminantForm.Value::mean)
                .or(() -> byRules(shape.factors(), general))
                .map(scale::times);
        if (form.isEmpty()) {
            return new MomentFunction(
                    shape.key(), shape.places(), integrand, value, Optional.empty(), List.of(), Optional.empty());
        }
        Expression width = form.get().width();
        Expression expanded = general.expanded(value.orElseThrow(), width);
        List<FieldFunction> parameters =
                GeneralFields.functions(expanded).distinct().sorted().toList();
        return new MomentFunction(
                shape.key(),
                shape.places(),
                integrand,
                value,
                Optional.of(width),
                parameters,
                Optional.of(MomentFunction.inParameters(expanded)));
    }

    private Optional<Expression> byRules(List<Expression> factors, GeneralFields general) {
        for (ExpectationRule rule : rules.apply(general)) {
            Optional<Expression> mean = rule.apply(factors, general);
            if (mean.isPresent()) {
                return mean.map(new SignTerms(GeneralFields::statistic)::gathered)
                        .map(CommonFactor::pullOut);
            }
        }
        return Optional.empty();
    }

    /** With fields for what are fields and their means: a reader knows them by one name. */
    static Expression withoutMeans(Expression e) {
        boolean mean = e instanceof FieldFunction f && f.name().equals(GeneralFields.MEAN);
        return mean ? Rational.ZERO : e instanceof Symbol ? e : Rebuilt.of(e, MomentFunctions::withoutMeans);
    }
}
