package org.macrostate.equations.model;

import java.util.List;
import org.macrostate.equations.Place;
import org.macrostate.equations.language.Text;

/** A YAML tree in which every key and scalar knows where it stands; scalars stay text, whatever they look like. */
public sealed interface Yaml {
    Place place();

    /** What it is, in a message. */
    String kind();

    /** One value. */
    record Scalar(Text text, Place place) implements Yaml {
        @Override
        public String kind() {
            return text.value().isEmpty() ? "nothing" : "'" + shortened(text.value()) + "'";
        }

        private static String shortened(String value) {
            String flat = value.strip().replaceAll("\\s+", " ");
            return flat.length() <= 40 ? flat : flat.substring(0, 37) + "...";
        }
    }

    /** A list. */
    record Sequence(List<Yaml> elements, Place place) implements Yaml {
        public Sequence {
            elements = List.copyOf(elements);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys with values, in the order of the file, no key twice. */
    record Mapping(List<Pair> pairs, Place place) implements Yaml {
        public Mapping {
            pairs = List.copyOf(pairs);
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** One line of a mapping. */
    record Pair(Text key, Yaml value) {}
}
