package org.macrostate.equations.derive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.gaussian.Evaluation;
import org.macrostate.equations.gaussian.GaussianIntegrals;
import org.macrostate.equations.gaussian.MomentNames;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;
import org.macrostate.equations.tensor.Times;

/** Names expectations of products of functions, once for all values of their indices: {@code I_1[i,j]}. */
final class NamedMoments implements MomentNames {
    private final NamedTermTable table;
    private final LearningProblem problem;
    private final Map<String, NamedTerm> notes = new LinkedHashMap<>();

    NamedMoments(LearningProblem problem, NamedTermTable table) {
        this.problem = problem;
        this.table = table;
    }

    /** Expectations that are written out where they stand, as pieces without a name; each once. */
    List<NamedTerm> notes() {
        return List.copyOf(notes.values());
    }

    @Override
    public void noted(List<Expression> factors, Evaluation evaluation) {
        OrderedFactors ordered = OrderedFactors.of(factors);
        NamedTerm note = new NamedTerm(
                "",
                ordered.generic(),
                ordered.rename().in(evaluation.value()),
                meaning(ordered.renamed()),
                evaluation.rule(),
                evaluation.numerical());
        notes.putIfAbsent(ordered.key(), note);
    }

    @Override
    public Expression named(List<Expression> factors, Mean mean) {
        OrderedFactors ordered = OrderedFactors.of(factors);
        String key = "moment " + ordered.key();
        if (!table.knows(key)) {
            String name = "I_" + (table.count("I_") + 1);
            table.name(
                    key,
                    name,
                    ordered.generic(),
                    gathered(mean.apply(ordered.renamed())),
                    meaning(ordered.renamed()),
                    GaussianIntegrals.shown(product(ordered.renamed())));
        }
        return table.at(key, ordered.own());
    }

    private Evaluation gathered(Evaluation evaluation) {
        Expression value = new SignTerms(table).gathered(evaluation.value());
        return new Evaluation(value, evaluation.rule(), evaluation.numerical());
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
