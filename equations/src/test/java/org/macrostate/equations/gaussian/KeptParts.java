package org.macrostate.equations.gaussian;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Symbol;

/** Keeps tables and parts under numbers; a part is one number, whatever the nodes of a formula. */
final class KeptParts implements PartNames {
    private final List<Table> tables = new ArrayList<>();
    private final Map<Expression, Symbol> names = new HashMap<>();
    private final Map<String, Expression> parts = new HashMap<>();

    List<Table> tables() {
        return tables;
    }

    Map<String, Expression> parts() {
        return parts;
    }

    /** The part of this name. */
    Expression part(String name) {
        return parts.get(name);
    }

    @Override
    public Expression part(String wanted, Expression value, String meaning) {
        if (!Indices.free(value).isEmpty()) {
            throw new IllegalArgumentException("a part that depends on nodes: " + value);
        }
        if (value.children().isEmpty()) {
            return value;
        }
        return names.computeIfAbsent(value, v -> {
            String name = wanted + "_" + parts.size();
            parts.put(name, v);
            return new Symbol(Kind.PIECE, name, List.of());
        });
    }

    @Override
    public Table table(String wanted, List<Double> values, String meaning) {
        return tables.stream()
                .filter(t -> t.values().equals(values))
                .findFirst()
                .orElseGet(() -> {
                    Table table = new Table(wanted + "_" + tables.size(), values, meaning);
                    tables.add(table);
                    return table;
                });
    }
}
