package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.macrostate.equations.gaussian.MomentNames;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/** Names expectations of products of functions, once for all values of their indices: {@code I_1[i,j]}. */
final class NamedMoments implements MomentNames {
    private final PieceTable table;
    private final LearningProblem problem;

    NamedMoments(LearningProblem problem, PieceTable table) {
        this.problem = problem;
        this.table = table;
    }

    @Override
    public Expression named(List<Expression> factors, Mean mean) {
        List<Expression> ordered = new ArrayList<>(factors);
        ordered.sort(java.util.Comparator.comparing(NamedMoments::shape).thenComparing(f -> f));
        Map<String, IndexTerm> own = new LinkedHashMap<>();
        ordered.forEach(factor -> FreeIndices.collect(factor, own));
        List<Index> generic = new ArrayList<>();
        Map<String, IndexTerm> replacements = new LinkedHashMap<>();
        own.forEach((name, index) -> {
            Index fresh = Fresh.index(((Index) index).extent());
            generic.add(fresh);
            replacements.put(name, fresh);
        });
        Substitution rename = Substitution.indices(replacements);
        List<Expression> renamed = ordered.stream().map(rename::in).toList();
        String key = "moment " + key(ordered, own);
        if (!table.knows(key)) {
            table.name(key, "I_" + (table.count("I_") + 1), generic, mean.apply(renamed), meaning(renamed));
        }
        return table.at(key, List.copyOf(own.values()));
    }

    /** The factors with their indices numbered in order of appearance. */
    private static String key(List<Expression> factors, Map<String, IndexTerm> own) {
        Map<String, IndexTerm> numbered = new LinkedHashMap<>();
        own.forEach((name, index) -> numbered.put(name, ((Index) index).renamed("$" + numbered.size())));
        Substitution rename = Substitution.indices(numbered);
        return factors.stream().map(f -> ExpressionText.of(rename.in(f))).collect(Collectors.joining(" "))
                + numbered.values();
    }

    /** What a factor looks like whatever its indices are called. */
    private static String shape(Expression factor) {
        Map<String, IndexTerm> numbered = new LinkedHashMap<>();
        FreeIndices.collect(factor, numbered);
        numbered.replaceAll((name, index) -> ((Index) index).renamed("$"));
        return ExpressionText.of(Substitution.indices(numbered).in(factor));
    }

    private String meaning(List<Expression> factors) {
        Substitution names = Substitution.atoms(atom -> atom instanceof org.macrostate.equations.tensor.Field f
                ? problem.field(f.vector().family(), f.sample())
                        .<Expression>map(
                                d -> new Symbol(Kind.FIELD, d.name(), f.vector().indices()))
                        .orElse(f)
                : atom);
        return factors.stream().map(f -> ExpressionText.of(names.in(f))).collect(Collectors.joining(" ", "Mean[", "]"));
    }
}
