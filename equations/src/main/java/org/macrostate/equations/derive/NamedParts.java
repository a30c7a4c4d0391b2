package org.macrostate.equations.derive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.gaussian.PartNames;
import org.macrostate.equations.gaussian.Table;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Fresh;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Substitution;

/** Parts of a numerical integral become pieces: {@code L_2[i,j]}. */
final class NamedParts implements PartNames {
    private final PieceTable table;

    NamedParts(PieceTable table) {
        this.table = table;
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
    public Table table(String wanted, List<Double> values, String meaning) {
        return table.table(wanted, values, meaning);
    }
}
