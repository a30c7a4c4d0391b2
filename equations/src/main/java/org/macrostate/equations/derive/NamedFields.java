package org.macrostate.equations.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.macrostate.equations.tensor.Expansion;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;
import org.macrostate.equations.tensor.Field;
import org.macrostate.equations.tensor.Index;
import org.macrostate.equations.tensor.IndexTerm;
import org.macrostate.equations.tensor.Indices;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Plus;
import org.macrostate.equations.tensor.Rational;
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
        List<Expression> fields =
                calls.stream().flatMap(c -> c.fields().stream()).toList();
        Set<String> names = new TreeSet<>(taken);
        if (!calls.isEmpty()) {
            fields.forEach(f -> nameAtoms(f, names));
            others.forEach(f -> nameAtoms(f, names));
        }
        Map<String, Set<String>> alike = new LinkedHashMap<>();
        List<Expression> copied =
                fields.stream().filter(NamedFields::isCopied).distinct().toList();
        copied.forEach(
                f -> alike.computeIfAbsent(field(f), x -> new TreeSet<>()).add(key(f)));
        for (Expression f : copied) {
            boolean several = alike.getOrDefault(field(f), Set.of()).size() > 1 || hasOtherPlaces(f);
            if (several && isGeneral(f) && !withMeans.containsKey(key(f))) {
                name(f, names);
            }
        }
    }

    /** Whether a mean has indices that its field has not, as that of a class. */
    private static boolean hasOtherPlaces(Expression form) {
        Set<IndexTerm> own = new LinkedHashSet<>();
        form.children().stream().filter(NamedFields::hasField).forEach(c -> collect(c, own));
        return own.size() < terms(form).size();
    }

    List<FieldDefinition> definitions() {
        return List.copyOf(definitions);
    }

    /** A field as readers know it. */
    Expression shown(Expression e) {
        Symbol named = withMeans.get(e instanceof Plus ? key(e) : "");
        return named == null ? atoms(e) : new Symbol(named.kind(), named.name(), terms(e));
    }

    private Expression atoms(Expression e) {
        if (e instanceof Field f && f.block().isEmpty() && unnamed.containsKey(kind(f))) {
            return new Symbol(Kind.FIELD, unnamed.getOrDefault(kind(f), ""), Indices.of(f));
        }
        return Rebuilt.of(e, this::atoms);
    }

    private static String kind(Field f) {
        return f.vector().family() + " . " + f.sample();
    }

    private void nameAtoms(Expression e, Set<String> names) {
        if (e instanceof Field f) {
            String name = f.sample() + "_" + f.vector().family();
            if (isGeneral(f) && f.block().isEmpty() && !unnamed.containsKey(kind(f)) && names.add(name)) {
                unnamed.put(kind(f), name);
                definitions.add(new FieldDefinition(atoms(f), f));
            }
        }
        e.children().forEach(child -> nameAtoms(child, names));
    }

    private void name(Expression form, Set<String> names) {
        String field = field(form);
        int number = 1;
        while (!names.add(field + "_" + number)) {
            number++;
        }
        Symbol symbol = new Symbol(Kind.FIELD, field + "_" + number, terms(form));
        withMeans.put(key(form), symbol);
        definitions.add(new FieldDefinition(symbol, form));
    }

    /** Whether all its places are indices, and different ones. */
    private static boolean isGeneral(Expression form) {
        return terms(form).stream().allMatch(Index.class::isInstance);
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

    /** How it is written, whatever its indices and places. */
    private static String key(Expression e) {
        List<IndexTerm> terms = terms(e);
        UnaryOperator<Expression> numbered = atom -> atom instanceof Symbol s
                ? new Symbol(
                        s.kind(),
                        s.name(),
                        s.indices().stream().map(i -> number(i, terms)).toList())
                : atom;
        return ExpressionText.of(Substitution.atoms(numbered).in(e));
    }

    private static IndexTerm number(IndexTerm term, List<IndexTerm> terms) {
        return new Index("$" + terms.indexOf(term), Rational.ONE);
    }

    /** Its places, each once, in the order of the field's first. */
    private static List<IndexTerm> terms(Expression e) {
        Set<IndexTerm> found = new LinkedHashSet<>();
        e.children().stream().filter(NamedFields::hasField).forEach(c -> found.addAll(Indices.of(c)));
        collect(e, found);
        return List.copyOf(found);
    }

    private static void collect(Expression e, Set<IndexTerm> found) {
        found.addAll(Indices.of(e));
        e.children().forEach(child -> collect(child, found));
    }
}
