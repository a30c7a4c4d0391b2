package org.macrostate.engine.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.engine.study.claim.Measure;
import org.macrostate.engine.study.claim.Selection;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Yaml;

/** Reads a measure: a formula, or a mapping whose kind names the question, as in {@code {power: course, of: eps_g}}. */
final class MeasureReader {
    /** What can be measured; each is a key that names a question. */
    private static final List<String> KINDS = List.of(
            "value",
            "least",
            "largest",
            "least at",
            "largest at",
            "power",
            "rate",
            "slope",
            "log slope",
            "time",
            "rows");

    private static final List<String> PLOT = List.of("table", "where", "over", "of", "from", "to");
    private static final String TIME = "t";

    private final References references;

    MeasureReader(References references) {
        this.references = references;
    }

    Measure measure(Yaml value) {
        if (value instanceof Yaml.Scalar) {
            return new Measure.Formula(Keys.read(value, Function.identity()));
        }
        List<String> allowed = new ArrayList<>(KINDS);
        allowed.addAll(PLOT);
        allowed.addAll(List.of("at", "below", "above"));
        Keys keys = new Keys(value, "a formula, or the keys of a measure", allowed);
        List<String> kinds =
                KINDS.stream().filter(k -> keys.value(k).isPresent()).toList();
        if (kinds.size() != 1) {
            throw new BadInput("a measure is one of " + String.join(", ", KINDS) + ", found "
                            + (kinds.isEmpty() ? "none of them" : String.join(" and ", kinds)))
                    .at(keys.place());
        }
        String kind = kinds.get(0);
        return switch (kind) {
            case "rows" -> new Measure.Count(selection(keys, kind));
            case "value" ->
                new Measure.Value(
                        plot(keys, kind),
                        keys.one("at", text -> NumberReader.number("at", text)).orElse(Double.NaN));
            case "least", "least at" -> new Measure.Extreme(plot(keys, kind), false, kind.endsWith("at"));
            case "largest", "largest at" -> new Measure.Extreme(plot(keys, kind), true, kind.endsWith("at"));
            case "time" -> crossing(keys, kind);
            default ->
                new Measure.Slope(
                        plot(keys, kind),
                        kind.equals("power") || kind.equals("log slope"),
                        kind.equals("power") || kind.equals("rate"));
        };
    }

    private Measure crossing(Keys keys, String kind) {
        if (keys.value("below").isPresent() == keys.value("above").isPresent()) {
            throw new BadInput(
                            "a time is that at which a quantity lies 'below' or 'above' a level; one of them is needed")
                    .at(keys.place());
        }
        boolean below = keys.value("below").isPresent();
        return new Measure.Crossing(
                plot(keys, kind), keys.required(below ? "below" : "above", Function.identity()), below);
    }

    private Selection selection(Keys keys, String kind) {
        String question = keys.required(kind, Function.identity());
        references.add(question, keys.value(kind).orElseThrow().place());
        return new Selection(
                question, keys.one("table", Function.identity()).orElse(""), keys.map("where", (name, text) -> text));
    }

    /** A quantity over another; over time where it is not said. */
    Measure.Plot plot(Keys keys, String kind) {
        return new Measure.Plot(
                selection(keys, kind),
                keys.one("over", Function.identity()).orElse(TIME),
                keys.required("of", Function.identity()),
                keys.one("from", text -> NumberReader.number("from", text)).orElse(Double.NEGATIVE_INFINITY),
                keys.one("to", text -> NumberReader.number("to", text)).orElse(Double.POSITIVE_INFINITY));
    }
}
