package org.macrostate.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.macrostate.engine.option.Given;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;
import org.macrostate.equations.model.Yaml;

/** The keys of a mapping in a study file, each read at its place. */
final class Keys {
    private final Yaml.Mapping mapping;

    /** @throws BadInput if the value is no mapping, or has another key than these */
    Keys(Yaml value, String role, List<String> allowed) {
        this.mapping = mapping(value, role);
        for (Yaml.Pair pair : mapping.pairs()) {
            if (!allowed.contains(pair.key().value())) {
                throw pair.key().located(BadInput.unknownName("key", pair.key().value(), allowed));
            }
        }
    }

    static Yaml.Mapping mapping(Yaml value, String role) {
        if (value instanceof Yaml.Mapping mapping) {
            return mapping;
        }
        throw new BadInput("expected " + role + ", found " + value.kind()).at(value.place());
    }

    static Yaml.Sequence sequence(Yaml value, String role) {
        if (value instanceof Yaml.Sequence sequence) {
            return sequence;
        }
        throw new BadInput("expected " + role + ", found " + value.kind()).at(value.place());
    }

    private static Yaml.Scalar scalar(Yaml value) {
        if (value instanceof Yaml.Scalar scalar && !scalar.text().value().isBlank()) {
            return scalar;
        }
        throw new BadInput("expected one value, found " + value.kind()).at(value.place());
    }

    Place place() {
        return mapping.place();
    }

    Optional<Yaml> value(String key) {
        return mapping.pairs().stream()
                .filter(pair -> pair.key().value().equals(key))
                .map(Yaml.Pair::value)
                .findFirst();
    }

    /** All values, as options read them. */
    Map<String, Given> given() {
        return pairs(mapping).pairs();
    }

    private static Given.Pairs pairs(Yaml.Mapping mapping) {
        Map<String, Given> given = new LinkedHashMap<>();
        mapping.pairs().forEach(pair -> given.put(pair.key().value(), given(pair.value())));
        return new Given.Pairs(given, Optional.of(mapping.place()));
    }

    private static Given given(Yaml value) {
        if (value instanceof Yaml.Scalar scalar) {
            return new Given.Words(scalar.text().value(), Optional.of(value.place()));
        }
        return value instanceof Yaml.Sequence sequence
                ? new Given.Items(sequence.elements().stream().map(Keys::given).toList(), Optional.of(value.place()))
                : pairs((Yaml.Mapping) value);
    }

    /** One value, read; what is wrong with it is said of its place. */
    <T> Optional<T> one(String key, Function<String, T> read) {
        return value(key).map(value -> read(value, read));
    }

    /** @throws BadInput if the key is missing */
    <T> T required(String key, Function<String, T> read) {
        return one(key, read).orElseThrow(() -> new BadInput("key '" + key + "' is missing").at(mapping.place()));
    }

    /** A list, or a single value for a list of one. */
    <T> Optional<List<T>> list(String key, Function<String, T> read) {
        return value(key).map(value -> {
            if (value instanceof Yaml.Sequence sequence) {
                List<T> items = new ArrayList<>();
                sequence.elements().forEach(element -> items.add(read(element, read)));
                return items;
            }
            return List.of(read(value, read));
        });
    }

    /** Names with values. */
    <T> Map<String, T> map(String key, BiFunction<String, String, T> read) {
        Map<String, T> values = new LinkedHashMap<>();
        value(key).ifPresent(value -> mapping(value, "names with values, as in {tau: 0.1}")
                .pairs()
                .forEach(pair -> values.put(
                        pair.key().value().replace(" ", ""),
                        read(pair.value(), text -> read.apply(pair.key().value(), text)))));
        return values;
    }

    static <T> T read(Yaml value, Function<String, T> read) {
        Yaml.Scalar scalar = scalar(value);
        try {
            return read.apply(scalar.text().value());
        } catch (BadInput bad) {
            throw bad.at(value.place());
        }
    }
}
