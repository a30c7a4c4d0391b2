package org.macrostate.engine.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.graph.Places;
import org.macrostate.equations.graph.Sizes;
import org.macrostate.equations.language.Meaning;
import org.macrostate.equations.language.Scope;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Rational;
import org.macrostate.equations.tensor.VectorTerm;

/**
 * The names of numbers that are at hand: a table's columns, parameters, measures. {@code m[1,2]} is an element of
 * {@code m}; blanks in a name are written as underscores, {@code standard_error}. Other names that the language cannot write
 * are no names here.
 */
final class NamedNumbers implements Scope {
    private final List<String> labels;
    private final Map<String, Meaning> meanings = new LinkedHashMap<>();

    /** @param labels each once; where two have one name, the first counts */
    NamedNumbers(Collection<String> labels, Sizes sizes) {
        this.labels = labels.stream().distinct().toList();
        Map<String, List<Integer>> extents = new LinkedHashMap<>();
        for (String label : this.labels) {
            int open = label.indexOf('[');
            String name = written(open < 0 ? label : label.substring(0, open));
            if (name.matches("[A-Za-z][A-Za-z0-9]*|[A-Za-z][A-Za-z0-9_]*")) {
                widen(extents.computeIfAbsent(name, n -> new ArrayList<>()), open < 0 ? "" : label.substring(open));
            }
        }
        sizes.values().keySet().forEach(size -> meanings.put(size, new Meaning.Quantity(Kind.SIZE, List.of())));
        extents.forEach((name, sides) -> meanings.put(
                name,
                new Meaning.Quantity(
                        Kind.PARAMETER, sides.stream().map(Expression::of).toList())));
    }

    @Override
    public boolean allowsMatrixFunctions() {
        return true;
    }

    private static String written(String name) {
        return name.replace(' ', '_');
    }

    private static void widen(List<Integer> extents, String brackets) {
        if (!brackets.startsWith("[") || !brackets.endsWith("]")) {
            return;
        }
        String[] places = brackets.substring(1, brackets.length() - 1).split(",", -1);
        if (!Arrays.stream(places).allMatch(place -> place.matches("\\d{1,6}"))) {
            return;
        }
        for (int i = 0; i < places.length; i++) {
            int place = Integer.parseInt(places[i]);
            if (i < extents.size()) {
                extents.set(i, Math.max(extents.get(i), place));
            } else {
                extents.add(place);
            }
        }
    }

    List<String> labels() {
        return labels;
    }

    /** Where a number stands; of two symmetric elements the one that is there. */
    int position(String name, List<Integer> places) {
        int at = labels.indexOf(Places.label(name, places));
        for (int i = 0; at < 0 && i < labels.size(); i++) {
            at = written(labels.get(i)).equals(Places.label(name, places)) ? i : at;
        }
        int last = places.size() - 1;
        if (at < 0 && last > 0) {
            List<Integer> turned = new ArrayList<>(places);
            java.util.Collections.swap(turned, last - 1, last);
            at = labels.indexOf(Places.label(name, turned));
        }
        if (at < 0) {
            throw new BadInput("there is no " + Places.label(name, places) + " here");
        }
        return at;
    }

    @Override
    public Optional<Meaning> meaning(String name) {
        return Optional.ofNullable(meanings.get(name));
    }

    @Override
    public Collection<String> names() {
        return meanings.keySet();
    }

    @Override
    public Expression overlap(VectorTerm left, VectorTerm right) {
        throw new BadInput("vectors have no place among numbers");
    }

    @Override
    public Expression field(VectorTerm vector, String sample) {
        throw new BadInput("fields have no place among numbers");
    }

    @Override
    public OptionalInt copies(Expression extent) {
        return extent instanceof Rational r ? OptionalInt.of((int) r.value().doubleValue()) : OptionalInt.empty();
    }
}
