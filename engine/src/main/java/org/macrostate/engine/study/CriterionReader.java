package org.macrostate.engine.study;

import java.util.List;
import java.util.function.Function;
import org.macrostate.engine.study.claim.Criterion;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Yaml;

/**
 * Reads a criterion: {@code {that, value, is, within}}, {@code {that, value, between | above | below}}, {@code {that,
 * closed form, of, is}}, {@code {that, passed}} or {@code {that, same, of}}; each may say {@code from} whom the prediction
 * is.
 */
final class CriterionReader {
    private static final List<String> KEYS = List.of(
            "that",
            "value",
            "is",
            "within",
            "between",
            "above",
            "below",
            "closed form",
            "passed",
            "same",
            "of",
            "table",
            "from");

    private static final String ERRORS = "standard errors";

    private final References references;

    CriterionReader(References references) {
        this.references = references;
    }

    Criterion criterion(Yaml value) {
        Keys keys = new Keys(value, "the keys of a criterion", KEYS);
        String that = keys.required("that", Function.identity());
        String source = keys.one("from", Function.identity()).orElse("");
        if (keys.value("closed form").isPresent()) {
            return new Criterion.ClosedForm(
                    that,
                    source,
                    question(keys, "closed form"),
                    keys.one("of", Function.identity()).orElse(""),
                    text(keys, "is"));
        }
        if (keys.value("passed").isPresent()) {
            return new Criterion.Passed(that, source, question(keys, "passed"));
        }
        if (keys.value("same").isPresent()) {
            return same(that, source, keys);
        }
        if (keys.value("value").isEmpty()) {
            throw new BadInput(
                            "a criterion is about a 'value', a 'closed form', a check that is 'passed', or what is the"
                                    + " 'same'; it has none of these keys")
                    .at(keys.place());
        }
        return keys.value("is").isPresent() ? near(that, source, keys) : between(that, source, keys);
    }

    private Criterion same(String that, String source, Keys keys) {
        List<String> questions = keys.list("same", Function.identity()).orElseThrow();
        questions.forEach(
                q -> references.add(q, keys.value("same").orElseThrow().place()));
        if (questions.size() < 2) {
            throw new BadInput("'same' names two questions or more").at(keys.place());
        }
        return new Criterion.Same(
                that, source, questions, keys.one("table", Function.identity()).orElse(""), text(keys, "of"));
    }

    private static Criterion near(String that, String source, Keys keys) {
        String within = text(keys, "within").strip();
        Criterion.Unit unit = within.endsWith("%")
                ? Criterion.Unit.RELATIVE
                : within.endsWith(ERRORS) ? Criterion.Unit.STANDARD_ERRORS : Criterion.Unit.ABSOLUTE;
        String tolerance =
                switch (unit) {
                    case ABSOLUTE -> within;
                    case RELATIVE -> "(" + within.substring(0, within.length() - 1) + ")/100";
                    case STANDARD_ERRORS ->
                        within.substring(0, within.length() - ERRORS.length()).strip();
                };
        return new Criterion.Near(that, source, text(keys, "value"), text(keys, "is"), tolerance, unit);
    }

    private static Criterion between(String that, String source, Keys keys) {
        List<String> bounds = keys.list("between", Function.identity()).orElse(List.of());
        if (keys.value("between").isPresent() && bounds.size() != 2) {
            throw new BadInput("'between' has two bounds, found " + bounds.size()).at(keys.place());
        }
        String low = bounds.isEmpty() ? keys.one("above", Function.identity()).orElse("") : bounds.get(0);
        String high = bounds.isEmpty() ? keys.one("below", Function.identity()).orElse("") : bounds.get(1);
        if (low.isEmpty() && high.isEmpty()) {
            throw new BadInput(
                            "a value 'is' another 'within' a tolerance, or lies 'between', 'above' or 'below' bounds;"
                                    + " none of these keys is there")
                    .at(keys.place());
        }
        return new Criterion.Between(that, source, text(keys, "value"), low, high);
    }

    private static String text(Keys keys, String key) {
        return keys.required(key, Function.identity());
    }

    private String question(Keys keys, String key) {
        String question = text(keys, key);
        references.add(question, keys.value(key).orElseThrow().place());
        return question;
    }
}
