package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rebuilt;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/**
 * Names for fields that functions are of, for readers: a field without one is called by its sample and vector, {@code x_mu},
 * and where a field has several means, as in the classes of a mixture, it has a name with each: {@code h_1[k] = m[k] + h[k]}.
 */
final class NamedFields {
    /** By how they are written with numbered indices. */
    private final Map<String, Symbol> withMeans = new LinkedHashMap<>();

    private final Map<String, String> unnamed = new LinkedHashMap<>();
    private final List<FieldDefinition> definitions = new ArrayList<>();

    /**
     * @param calls of functions
     * @param others fields that are shown besides
     * @param taken names that something has
     */
    NamedFields(List<MomentCall> calls, List<Expression> others, Set<String> taken) {
        List<Expression> fields = calls.stream().flatMap(c -> c.fields().stream()).toList();
        Set<String> names = new TreeSet<>(taken);
        if (!calls.isEmpty()) {
            fields.forEach(f -> nameAtoms(f, names));
            others.forEach(f -> nameAtoms(f, names));
        }
        Map<String, Expression> forms = new LinkedHashMap<>();
        fields.stream().filter(NamedFields::isCopied).forEach(f -> forms.putIfAbsent(key(f), f));
        Map<String, Set<String>> alike = new LinkedHashMap<>();
        forms.forEach((key, f) ->
                alike.computeIfAbsent(field(f), x -> new TreeSet<>()).add(key));
        alike.forEach((field, keys) -> {
            if (keys.size() > 1) {
                forms.keySet().stream().filter(keys::contains).forEach(key -> name(field, key, forms, names));
            }
        });
    }

    List<FieldDefinition> definitions() {
        return List.copyOf(definitions);
    }

    /** A field as readers know it. */
    Expression shown(Expression e) {
        Symbol named = withMeans.get(e instanceof Plus ? key(e) : "");
        return named == null ? atoms(e) : new Symbol(named.kind(), named.name(), List.copyOf(FreeIndices.of(e)));
    }

    private Expression atoms(Expression e) {
        if (e instanceof Field f && unnamed.containsKey(key(f))) {
            return new Symbol(Kind.FIELD, unnamed.getOrDefault(key(f), ""), Indices.of(f));
        }
        return Rebuilt.of(e, this::atoms);
    }

    private void nameAtoms(Expression e, Set<String> names) {
        if (e instanceof Field f) {
            String name = f.sample() + "_" + f.vector().family();
            if (f.block().isEmpty() && !unnamed.containsKey(key(f)) && names.add(name)) {
                unnamed.put(key(f), name);
                definitions.add(new FieldDefinition(atoms(f), f));
            }
        }
        e.children().forEach(child -> nameAtoms(child, names));
    }

    private void name(String field, String key, Map<String, Expression> forms, Set<String> names) {
        int number = 1;
        while (!names.add(field + "_" + number)) {
            number++;
        }
        Expression form = forms.getOrDefault(key, Plus.of());
        Symbol symbol = new Symbol(Kind.FIELD, field + "_" + number, List.copyOf(FreeIndices.of(form)));
        withMeans.put(key, symbol);
        definitions.add(new FieldDefinition(symbol, form));
    }

    /** One of the model's fields with indices and something besides. */
    private static boolean isCopied(Expression e) {
        return e instanceof Plus sum
                && !FreeIndices.of(e).isEmpty()
                && sum.terms().stream().filter(NamedFields::hasField).count() == 1
                && sum.terms().stream().filter(NamedFields::hasField).allMatch(t -> !field(t).isEmpty());
    }

    private static boolean hasField(Expression e) {
        return Expansion.contains(e, x -> x instanceof Field || (x instanceof Symbol s && s.kind() == Kind.FIELD));
    }

    /** The name of the field in a form; empty if it has none. */
    private static String field(Expression form) {
        List<String> found = new ArrayList<>();
        Expansion.contains(form, e -> e instanceof Symbol s && s.kind() == Kind.FIELD && found.add(s.name()));
        return found.stream().findFirst().orElse("");
    }

    /** How it is written, whatever its indices. */
    private static String key(Expression e) {
        Map<String, IndexTerm> numbered = new LinkedHashMap<>();
        for (Index index : FreeIndices.of(e)) {
            numbered.put(index.name(), index.renamed("$" + numbered.size()));
        }
        return ExpressionText.of(Substitution.indices(numbered).in(e))
                + numbered.values().stream().map(Object::toString).collect(Collectors.joining());
    }
}
