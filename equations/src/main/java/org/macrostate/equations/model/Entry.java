package org.macrostate.equations.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.Place;
import org.macrostate.equations.language.Text;

/**
 * What is said of one declared name before it is checked: its parts, each a text in the language with its place. Which
 * parts a name may have depends on the section it stands in.
 */
public final class Entry {
    private final Text name;
    private final Map<String, List<Text>> parts = new LinkedHashMap<>();
    private final Map<Text, Text> overlaps = new LinkedHashMap<>();
    private List<List<Text>> rows = List.of();

    Entry(Text name) {
        this.name = name;
    }

    /**
     * How many copies there are: an expression in sizes; a symbol with copies carries an index. Two of them for vectors and
     * scalars with two indices.
     */
    public Entry copies(String... extents) {
        return part("copies", Arrays.stream(extents).map(Text::of).toList());
    }

    /** Learning rate: an expression in parameters. */
    public Entry rate(String rate) {
        return part("rate", Text.of(rate));
    }

    /** Overlaps of fixed vectors: {@code identity}, {@code diagonal [..]}, {@code matrix [[..]]} or an expression in i, j. */
    public Entry fixed(String overlaps) {
        return part("fixed", Text.of(overlaps));
    }

    /** Overlaps of a fixed family with those of another, in the indices i of its own copies and j of the other's. */
    public Entry overlap(String family, String value) {
        return overlap(Text.of(family), Text.of(value));
    }

    Entry overlap(Text family, Text value) {
        overlaps.put(family, value);
        return this;
    }

    Map<Text, Text> overlaps() {
        return overlaps;
    }

    /** Default of a parameter; several for a parameter with copies. */
    public Entry value(String... values) {
        parts.put("value", Arrays.stream(values).map(Text::of).toList());
        return this;
    }

    /** {@code positive}, {@code nonnegative}, {@code real} or {@code unit}. */
    public Entry domain(Domain domain) {
        return part("domain", Text.of(domain.text()));
    }

    public Entry about(String words) {
        return part("about", Text.of(words));
    }

    /** LaTeX to write the symbol with. */
    public Entry tex(String latex) {
        return part("tex", Text.of(latex));
    }

    /** Where a scalar starts. */
    public Entry start(String value) {
        return part("start", Text.of(value));
    }

    /** {@code normal}, {@code rademacher}, {@code exponential}, {@code laplace} or {@code uniform}. */
    public Entry law(String name) {
        return part("law", Text.of(name));
    }

    /** Student's law with so many degrees of freedom. */
    public Entry student(String degrees) {
        return part("student", Text.of(degrees));
    }

    /** A random factor with finitely many values. */
    public Entry law(List<String> values, List<String> probabilities) {
        parts.put("values", values.stream().map(Text::of).toList());
        parts.put("probabilities", probabilities.stream().map(Text::of).toList());
        return this;
    }

    /**
     * A factor whose copies mark a class.
     *
     * @param count how many classes there are: a size, or a number
     * @param probabilities one of each class, or one expression in the index k; none of equally likely classes
     */
    public Entry classes(String count, String... probabilities) {
        if (probabilities.length > 0) {
            parts.put(
                    "probabilities",
                    java.util.Arrays.stream(probabilities).map(Text::of).toList());
        }
        return part("classes", Text.of(count));
    }

    /** The expression that a name of an overlap, field, observable … stands for. */
    public Entry is(String expression) {
        return part("value", Text.of(expression));
    }

    /** The same said of another name. */
    Entry renamed(Text other) {
        Entry renamed = new Entry(other);
        renamed.parts.putAll(parts);
        renamed.rows = rows;
        return renamed;
    }

    Entry part(String key, Text text) {
        parts.put(key, List.of(text));
        return this;
    }

    Entry part(String key, List<Text> texts) {
        parts.put(key, List.copyOf(texts));
        return this;
    }

    Entry rows(List<List<Text>> matrix) {
        rows = List.copyOf(matrix);
        return this;
    }

    String name() {
        return name.value();
    }

    Text nameText() {
        return name;
    }

    Optional<Text> part(String key) {
        return Optional.ofNullable(parts.get(key)).map(texts -> texts.get(0));
    }

    List<Text> parts(String key) {
        return parts.getOrDefault(key, List.of());
    }

    List<List<Text>> rows() {
        return rows;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name.value());
        parts.forEach((key, texts) -> text.append(", ")
                .append(key)
                .append(' ')
                .append(texts.stream().map(Text::value).toList()));
        overlaps.forEach((family, value) ->
                text.append(", overlaps ").append(family.value()).append(' ').append(value.value()));
        rows.forEach(row -> text.append(row.stream().map(Text::value).toList()));
        return text.toString();
    }

    /** Texts without a place of their own are said to stand at {@code place}. */
    void placeAll(Place place) {
        parts.replaceAll((key, texts) -> texts.stream().map(t -> t.or(place)).toList());
        overlaps.replaceAll((family, value) -> value.or(place));
    }
}
