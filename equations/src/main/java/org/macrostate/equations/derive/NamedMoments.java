package org.macrostate.equations.derive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.gaussian.Evaluation;
import org.macrostate.equations.gaussian.GaussianIntegrals;
import org.macrostate.equations.gaussian.MomentNames;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/** Names expectations of products of functions, once for all values of their indices: {@code I_1[i,j]}. */
final class NamedMoments implements MomentNames {
    private final NamedTermTable table;
    private final LearningProblem problem;
    private final NamedCovariance covariance;
    private final MomentFunctions functions;
    private final Map<String, NamedTerm> notes = new LinkedHashMap<>();

    NamedMoments(LearningProblem problem, NamedTermTable table, NamedCovariance covariance, MomentFunctions functions) {
        this.problem = problem;
        this.covariance = covariance;
        this.functions = functions;
        this.table = table;
    }

    /** Expectations that are written out where they stand, as pieces without a name; each once. */
    List<NamedTerm> notes() {
        return List.copyOf(notes.values());
    }

    @Override
    public void noted(List<Expression> factors, Evaluation evaluation) {
        OrderedFactors ordered = OrderedFactors.of(factors);
        NamedTerm note = NamedTerm.of(
                        "", ordered.generic(), ordered.rename().in(evaluation.value()), meaning(ordered.renamed()))
                .by(evaluation.rule(), evaluation.numerical());
        notes.putIfAbsent(ordered.key(), note);
    }

    @Override
    public Expression named(List<Expression> factors, Mean mean) {
        Optional<MomentShape> noncentral = MomentShape.of(factors, covariance).filter(MomentShape::hasParity);
        if (noncentral.isEmpty()) {
            Reflection reflection = Reflection.of(factors, covariance::isVariable);
            if (reflection.vanishes()) {
                mean.apply(OrderedFactors.of(factors).renamed()); // refuses a mean that does not exist
                return Rational.ZERO;
            }
            Expression value;
            try {
                value = one(reflection.factors(), mean);
            } catch (BadInput refused) {
                one(factors, mean); // is refused in the words of what was written
                throw refused;
            }
            return reflection.odd() ? value.negate() : value;
        }
        MomentShape shape = noncentral.get();
        boolean negative = shape.isNegative();
        Expression value = one((negative ? shape.reflected() : shape).product(), mean);
        return negative && shape.isOdd() ? value.negate() : value;
    }

    private Expression one(List<Expression> factors, Mean mean) {
        OrderedFactors ordered = OrderedFactors.of(factors);
        String key = "moment " + ordered.key();
        Optional<MomentShape> shape = MomentShape.of(ordered.renamed(), covariance);
        Optional<KnownMoment> known = shape.flatMap(s -> KnownMoment.of(s.key()));
        Expression scale = known.map(KnownMoment::scale).orElse(Rational.ONE);
        if (!table.knows(key)) {
            String wanted = known.map(k -> name(k, shape.orElseThrow())).orElse("I_" + (table.count("I_") + 1));
            Evaluation evaluation = gathered(mean.apply(ordered.renamed()), scale);
            Optional<String> name = table.name(
                    key,
                    wanted,
                    ordered.generic(),
                    evaluation,
                    meaning(ordered.renamed(), scale),
                    GaussianIntegrals.shown(product(ordered.renamed())));
            name.ifPresent(piece -> shape.ifPresent(s -> functions.note(piece, s, scale)));
        }
        return table.at(key, ordered.own()).over(scale);
    }

    /** {@code I3_xyx}: which function, of which fields. */
    private String name(KnownMoment known, MomentShape shape) {
        String name = known.name().replace("_", "");
        if (!shape.fields().stream().allMatch(covariance::isVariable)) {
            return name + "_" + (table.count(name + "_") + 1);
        }
        List<String> fields = shape.fields().stream().map(covariance::shortName).toList();
        boolean letters = fields.stream().allMatch(f -> f.length() == 1);
        return name + "_" + String.join(letters ? "" : "_", fields);
    }

    private Evaluation gathered(Evaluation evaluation, Expression scale) {
        Expression value = scale.times(new SignTerms(table::statistic).gathered(evaluation.value()));
        return new Evaluation(value, evaluation.rule(), evaluation.numerical());
    }

    private String meaning(List<Expression> factors, Expression scale) {
        return "Mean[" + ExpressionText.of(scale.times(product(factors))) + "]";
    }

    private String meaning(List<Expression> factors) {
        return "Mean[" + ExpressionText.of(product(factors)) + "]";
    }

    private Expression product(List<Expression> factors) {
        Substitution names = Substitution.atoms(atom -> atom instanceof Field f ? named(f) : atom);
        return Times.of(factors.stream().map(names::in).toList());
    }

    private Expression named(Field f) {
        return problem.field(f.vector().family(), f.sample())
                .<Expression>map(d -> new Symbol(Kind.FIELD, d.name(), Indices.of(f)))
                .orElse(f);
    }
}
