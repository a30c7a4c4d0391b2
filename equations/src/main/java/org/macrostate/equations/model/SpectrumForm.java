package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.List;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Text;

/** Tells what stands in the YAML of one spectrum. */
final class SpectrumForm {
    private static final List<String> POWER = List.of("exponent", "nodes");
    private static final List<String> MARCHENKO_PASTUR = List.of("ratio", "nodes");
    private static final List<String> DENSITY = List.of("expression", "from", "to", "nodes");
    private static final List<String> VALUES = List.of("file", "nodes");

    private SpectrumForm() {}

    static void read(Entry entry, Yaml.Pair pair) {
        Text key = pair.key();
        switch (key.value()) {
            case "blocks" -> blocks(entry, pair);
            case "power" -> parts(entry, pair, POWER);
            case "marchenko-pastur" -> parts(entry, pair, MARCHENKO_PASTUR);
            case "density" -> parts(entry, pair, DENSITY);
            case "values" -> {
                if (pair.value() instanceof Yaml.Mapping) {
                    parts(entry, pair, VALUES);
                } else {
                    entry.part("values", key).part("file", ModelReader.scalar(pair.value()));
                }
            }
            default -> entry.part(key.value(), ModelReader.scalar(pair.value()));
        }
    }

    private static void blocks(Entry entry, Yaml.Pair pair) {
        if (!(pair.value() instanceof Yaml.Sequence list)) {
            entry.part("blocks", ModelReader.scalar(pair.value()));
            return;
        }
        List<Text> weights = new ArrayList<>();
        List<Text> values = new ArrayList<>();
        for (Yaml block : list.elements()) {
            if (!(block instanceof Yaml.Mapping mapping)) {
                throw new BadInput("a block is {weight: .., value: ..}, found " + block.kind()).at(block.place());
            }
            weights.add(part(mapping, "weight"));
            values.add(part(mapping, "value"));
        }
        if (weights.isEmpty()) {
            throw new BadInput("the list is empty").at(list.place());
        }
        entry.part("blocks", pair.key()).part("block weights", weights).part("block values", values);
    }

    private static Text part(Yaml.Mapping block, String wanted) {
        List<String> keys = List.of("weight", "value");
        for (Yaml.Pair pair : block.pairs()) {
            if (!keys.contains(pair.key().value())) {
                throw pair.key()
                        .located(BadInput.unknownName(
                                "key of a block", pair.key().value(), keys));
            }
        }
        return block.pairs().stream()
                .filter(p -> p.key().value().equals(wanted))
                .map(p -> ModelReader.scalar(p.value()))
                .findFirst()
                .orElseThrow(() -> new BadInput("a block needs a '" + wanted + "'").at(block.place()));
    }

    private static void parts(Entry entry, Yaml.Pair pair, List<String> keys) {
        Text form = pair.key();
        if (!(pair.value() instanceof Yaml.Mapping mapping)) {
            throw form.located(new BadInput("'" + form.value() + "' is a mapping of " + String.join(", ", keys)
                    + ", found " + pair.value().kind()));
        }
        entry.part(form.value(), form);
        for (Yaml.Pair part : mapping.pairs()) {
            String key = part.key().value();
            if (!keys.contains(key)) {
                throw part.key().located(BadInput.unknownName("key of '" + form.value() + "'", key, keys));
            }
            entry.part(key, ModelReader.scalar(part.value()));
        }
    }
}
