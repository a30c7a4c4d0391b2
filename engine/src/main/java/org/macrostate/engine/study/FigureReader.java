package org.macrostate.engine.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.macrostate.engine.option.NumberReader;
import org.macrostate.engine.study.claim.FigureRequest;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Yaml;

/** Reads a figure of a claim: axes, and what is drawn from tables, formulas and fits. */
final class FigureReader {
    private static final List<String> KEYS = List.of("shows", "x", "y", "axes", "series", "guides");
    private static final List<String> SERIES = List.of(
            "label", "points", "line", "formula", "fit", "table", "where", "over", "of", "from", "to", "error",
            "given");
    private static final List<String> AXES = List.of("linear", "log x", "log y", "log");

    private final References references;

    FigureReader(References references) {
        this.references = references;
    }

    FigureRequest figure(Yaml value) {
        Keys keys = new Keys(value, "the keys of a figure", KEYS);
        String axes = keys.one("axes", text -> {
                    if (!AXES.contains(text)) {
                        throw BadInput.unknownName("scale of axes", text, AXES);
                    }
                    return text;
                })
                .orElse("linear");
        List<FigureRequest.Series> series = new ArrayList<>();
        Yaml drawn = keys.value("series").orElseThrow(() -> new BadInput("key 'series' is missing").at(keys.place()));
        Keys.sequence(drawn, "a list of what is drawn").elements().forEach(item -> series.add(series(item)));
        return new FigureRequest(
                keys.required("shows", Function.identity()),
                keys.required("x", Function.identity()),
                keys.required("y", Function.identity()),
                axes.equals("log x") || axes.equals("log"),
                axes.equals("log y") || axes.equals("log"),
                series,
                guides(keys));
    }

    private FigureRequest.Series series(Yaml value) {
        Keys keys = new Keys(value, "the keys of something drawn", SERIES);
        String label = keys.one("label", Function.identity()).orElse("");
        if (keys.value("formula").isPresent()) {
            return new FigureRequest.Formula(label, keys.required("formula", Function.identity()));
        }
        if (keys.value("fit").isPresent()) {
            return new FigureRequest.Fit(label, keys.required("fit", Function.identity()));
        }
        if (keys.value("given").isPresent()) {
            return new FigureRequest.Published(
                    label, keys.list("given", FigureReader::published).orElseThrow());
        }
        boolean marks = keys.value("points").isPresent();
        if (!marks && keys.value("line").isEmpty()) {
            throw new BadInput(
                            "what is drawn are the 'points' of a question, a 'line' through them, a 'formula' or a 'fit'")
                    .at(keys.place());
        }
        return new FigureRequest.Drawn(
                label,
                new MeasureReader(references).plot(keys, marks ? "points" : "line"),
                marks,
                keys.one("error", Function.identity()).orElse(""));
    }

    /** {@code x, y} or {@code x, y, error}. */
    private static double[] published(String text) {
        String[] parts = text.split(",", -1);
        if (parts.length < 2 || parts.length > 3) {
            throw new BadInput("a given point is 'x, y' or 'x, y, error', was '" + text + "'");
        }
        double[] point = {0, 0, Double.NaN};
        for (int i = 0; i < parts.length; i++) {
            point[i] = NumberReader.number("a given point", parts[i].strip());
        }
        return point;
    }

    private static List<FigureRequest.Guide> guides(Keys keys) {
        List<FigureRequest.Guide> guides = new ArrayList<>();
        keys.value("guides").ifPresent(value -> Keys.sequence(value, "a list of guides")
                .elements()
                .forEach(item -> {
                    Keys guide = new Keys(item, "{x: …} or {y: …}", List.of("x", "y", "label"));
                    boolean horizontal = guide.value("y").isPresent();
                    guides.add(new FigureRequest.Guide(
                            guide.one("label", Function.identity()).orElse(""),
                            horizontal,
                            guide.required(horizontal ? "y" : "x", Function.identity())));
                }));
        return guides;
    }
}
