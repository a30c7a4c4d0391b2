package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.macrostate.equations.gaussian.PartNames;
import org.macrostate.equations.gaussian.Statistic;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Substitution;

/** Parts of a numerical integral become pieces: {@code L_2[i,j]}. */
final class NamedParts implements PartNames {
    private final NamedTermTable table;
    private final NamedCovariance variables;

    NamedParts(NamedTermTable table, NamedCovariance variables) {
        this.table = table;
        this.variables = variables;
    }

    @Override
    public Expression part(String wanted, Expression value, String meaning) {
        List<Index> own = FreeIndices.of(value);
        Map<String, IndexTerm> numbered = new LinkedHashMap<>();
        own.forEach(index -> numbered.put(index.name(), index.renamed("$" + numbered.size())));
        String key = "part " + ExpressionText.of(Substitution.indices(numbered).in(value)) + numbered.values();
        if (!table.knows(key)) {
            Map<String, IndexTerm> fresh = new LinkedHashMap<>();
            own.forEach(index -> fresh.put(index.name(), Fresh.index(index.extent())));
            List<Index> generic = fresh.values().stream().map(Index.class::cast).toList();
            String name = wanted + "_" + (1 + table.count(wanted + "_"));
            table.name(key, name, generic, Substitution.indices(fresh).in(value), meaning);
        }
        return table.at(key, own);
    }

    @Override
    public Expression statistic(Statistic statistic, Statistic.Definition definition) {
        List<Expression> fields =
                statistic.fields().stream().sorted(variables::compare).toList();
        List<Expression> given =
                statistic.given().stream().sorted(variables::compare).toList();
        String key = statistic.kind() + " " + keys(fields) + " given " + keys(given);
        if (!table.knows(key)) {
            List<Index> indices = new ArrayList<>();
            Statistic generic = new Statistic(statistic.kind(), generic(fields, indices), generic(given, indices));
            table.name(key, name(generic), indices, definition.of(generic), meaning(generic), generic);
        }
        List<IndexTerm> places = new ArrayList<>();
        Stream.concat(fields.stream(), given.stream()).forEach(v -> places.addAll(Indices.of(v)));
        return table.at(key, places);
    }

    private static String keys(List<Expression> fields) {
        return fields.stream().map(NamedCovariance::key).collect(Collectors.joining(", "));
    }

    private List<Expression> generic(List<Expression> fields, List<Index> indices) {
        return fields.stream().map(f -> variables.generic(f, indices)).toList();
    }

    /** {@code V_xy_x} is a covariance of x and y given an x. */
    private String name(Statistic s) {
        String name = s.kind().letter() + "_" + names(s.fields());
        return s.given().isEmpty() ? name : name + "_" + names(s.given());
    }

    private String names(List<Expression> fields) {
        List<String> names = fields.stream().map(variables::shortName).toList();
        boolean letters = names.stream().allMatch(n -> n.length() == 1);
        return String.join(letters ? "" : "_", names);
    }

    private String meaning(Statistic s) {
        String of = s.kind().words() + " of " + shown(s.fields());
        return s.given().isEmpty() ? of : of + " given " + shown(s.given()) + " = 0";
    }

    private String shown(List<Expression> fields) {
        return fields.stream().map(variables::shown).collect(Collectors.joining(", "));
    }

    @Override
    public Table table(String wanted, List<Double> values, String meaning) {
        return table.table(wanted, values, meaning);
    }
}
