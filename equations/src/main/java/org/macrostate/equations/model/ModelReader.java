package org.macrostate.equations.model;

import java.util.List;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Text;

/** Tells what stands in the YAML of a model file. */
final class ModelReader {
    private static final List<String> KEYS = List.of(
            "model",
            "title",
            "about",
            "cite",
            "sizes",
            "parameters",
            "spectra",
            "vectors",
            "scalars",
            "randoms",
            "samples",
            "fields",
            "loss",
            "update",
            "flow",
            "order",
            "observables",
            "states",
            "phases",
            "batch",
            "symmetries",
            "tex");

    private final ProblemStatement told;

    private ModelReader(ProblemStatement told) {
        this.told = told;
    }

    static LearningProblem read(Yaml root, String hash) {
        if (!(root instanceof Yaml.Mapping mapping)) {
            throw new BadInput("a model is a mapping that starts with 'model: NAME', found " + root.kind())
                    .at(root.place());
        }
        mapping.pairs().forEach(pair -> {
            if (!KEYS.contains(pair.key().value())) {
                throw pair.key().located(BadInput.unknownName("key", pair.key().value(), KEYS));
            }
        });
        Text name = mapping.pairs().stream()
                .filter(p -> p.key().value().equals("model"))
                .map(p -> scalar(p.value()))
                .findFirst()
                .orElseThrow(
                        () -> new BadInput("the key 'model' with the model's name is missing").at(mapping.place()));
        ProblemStatement told = new ProblemStatement(name);
        told.hash(hash);
        ModelReader reader = new ModelReader(told);
        mapping.pairs().forEach(reader::section);
        return new ProblemAssembly(told).problem();
    }

    private void section(Yaml.Pair pair) {
        String key = pair.key().value();
        for (ModelSection section : ModelSection.values()) {
            if (section.key().equals(key)) {
                pairs(pair.value()).forEach(p -> told.declare(section, entry(section, p)));
                return;
            }
        }
        switch (key) {
            case "title" -> told.title(scalar(pair.value()).value().strip());
            case "cite" -> texts(pair.value()).forEach(t -> told.cite(t.value()));
            case "loss" -> {
                if (pair.value() instanceof Yaml.Mapping networks) {
                    networks.pairs().forEach(p -> told.loss(p.key(), scalar(p.value())));
                } else {
                    told.loss(scalar(pair.value()));
                }
            }
            case "update" -> pairs(pair.value()).forEach(p -> told.update(p.key(), scalar(p.value())));
            case "flow" -> pairs(pair.value()).forEach(p -> told.flow(p.key(), scalar(p.value())));
            case "states" -> pairs(pair.value()).forEach(this::state);
            case "batch" -> told.batch(scalar(pair.value()));
            case "symmetries" -> texts(pair.value()).forEach(t -> told.symmetry(t.value()));
            case "tex" ->
                pairs(pair.value())
                        .forEach(p -> told.tex(p.key(), scalar(p.value()).value()));
            default -> scalar(pair.value());
        }
    }

    private void state(Yaml.Pair state) {
        told.state(state.key());
        pairs(state.value()).forEach(p -> told.state(state.key(), p.key(), scalar(p.value())));
    }

    private static Entry entry(ModelSection section, Yaml.Pair pair) {
        Entry entry = new Entry(pair.key());
        if (pair.value() instanceof Yaml.Mapping mapping) {
            mapping.pairs().forEach(p -> part(section, entry, p));
        } else if (section == ModelSection.RANDOMS) {
            entry.part("law", scalar(pair.value()));
        } else if (section.parts().contains("value")) {
            entry.part("value", texts(pair.value()));
        } else if (!isNothing(pair.value())) {
            throw new BadInput("expected a mapping such as {copies: M}, found "
                            + pair.value().kind())
                    .at(pair.value().place());
        }
        return entry;
    }

    private static void part(ModelSection section, Entry entry, Yaml.Pair pair) {
        String key = pair.key().value();
        if (!section.parts().contains(key)) {
            BadInput unknown = BadInput.unknownName("key of a " + section.singular(), key, section.parts());
            throw pair.key()
                    .located(
                            key.matches("[0-9]++")
                                    ? new BadInput("unknown key of a " + section.singular() + " '" + key
                                            + "'; decimals have a point, as in 0." + key)
                                    : unknown);
        }
        if (section == ModelSection.SPECTRA) {
            SpectrumForm.read(entry, pair);
        } else if (section == ModelSection.VECTORS && key.equals("blocks")) {
            entry.part(key, texts(pair.value()));
        } else if (key.equals("fixed") && pair.value() instanceof Yaml.Mapping mapping) {
            fixed(entry, pair.key(), mapping);
        } else if (key.equals("overlaps")) {
            pairs(pair.value()).forEach(other -> entry.overlap(other.key(), scalar(other.value())));
        } else if (key.equals("law") && pair.value() instanceof Yaml.Mapping mapping) {
            law(entry, mapping);
        } else if (key.equals("copies")
                || key.equals("probabilities")
                || section == ModelSection.PARAMETERS && key.equals("value")) {
            entry.part(key, texts(pair.value()));
        } else {
            entry.part(key, scalar(pair.value()));
        }
    }

    private static void fixed(Entry entry, Text key, Yaml.Mapping mapping) {
        Yaml.Pair only = mapping.pairs().size() == 1
                ? mapping.pairs().get(0)
                : failPair(key, "'fixed' is 'identity', {diagonal: [..]}, {matrix: [[..]]} or an expression");
        Text word = only.key();
        switch (word.value()) {
            case "diagonal" -> entry.part("fixed", word).part("diagonal", texts(only.value()));
            case "matrix" -> {
                if (!(only.value() instanceof Yaml.Sequence rows)) {
                    throw new BadInput("a matrix is a list of rows, found "
                                    + only.value().kind())
                            .at(only.value().place());
                }
                entry.part("fixed", word)
                        .rows(rows.elements().stream().map(ModelReader::texts).toList());
            }
            default ->
                throw word.located(
                        BadInput.unknownName("form of overlaps", word.value(), List.of("diagonal", "matrix")));
        }
    }

    private static Yaml.Pair failPair(Text key, String message) {
        throw key.located(new BadInput(message));
    }

    private static void law(Entry entry, Yaml.Mapping mapping) {
        List<String> keys = List.of("values", "probabilities", "student");
        for (Yaml.Pair pair : mapping.pairs()) {
            if (!keys.contains(pair.key().value())) {
                throw pair.key()
                        .located(BadInput.unknownName("key of a law", pair.key().value(), keys));
            }
            entry.part(pair.key().value(), texts(pair.value()));
        }
    }

    private static List<Yaml.Pair> pairs(Yaml value) {
        if (value instanceof Yaml.Mapping mapping) {
            return mapping.pairs();
        }
        if (isNothing(value)) {
            return List.of();
        }
        throw new BadInput("expected a mapping of names, found " + value.kind()).at(value.place());
    }

    private static boolean isNothing(Yaml value) {
        return value instanceof Yaml.Scalar scalar && scalar.text().value().isEmpty();
    }

    static Text scalar(Yaml value) {
        if (value instanceof Yaml.Scalar scalar) {
            return scalar.text();
        }
        throw new BadInput("expected a single value, found " + value.kind()).at(value.place());
    }

    static List<Text> texts(Yaml value) {
        if (!(value instanceof Yaml.Sequence sequence)) {
            return List.of(scalar(value));
        }
        if (sequence.elements().isEmpty()) {
            throw new BadInput("the list is empty").at(value.place());
        }
        return sequence.elements().stream().map(ModelReader::scalar).toList();
    }
}
