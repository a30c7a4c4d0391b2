package org.macrostate.engine.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.macrostate.engine.model.Settings;
import org.macrostate.engine.study.claim.Claim;
import org.macrostate.engine.study.claim.Criterion;
import org.macrostate.engine.study.claim.FigureRequest;
import org.macrostate.engine.study.claim.Measure;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Yaml;

/** Reads the items under {@code claims}, with the questions that they ask. */
final class ClaimReader {
    private static final List<String> KEYS = Stream.concat(
                    Stream.of(
                            "claim",
                            "title",
                            "says",
                            "cite",
                            "text",
                            "found",
                            "refuted by",
                            "model",
                            "questions",
                            "measures",
                            "criteria",
                            "figures"),
                    StudyReader.settingsKeys())
            .toList();

    private final QuestionReader questions;
    private final References references = new References();
    private final List<Claim> claims = new ArrayList<>();
    private final List<StudyItem> items = new ArrayList<>();

    ClaimReader(QuestionReader questions) {
        this.questions = questions;
    }

    List<Claim> claims() {
        return claims;
    }

    /** The questions of all claims. */
    List<StudyItem> items() {
        return items;
    }

    void requireKnown(List<String> names) {
        references.requireKnown(names);
    }

    void claim(Yaml value) {
        Keys keys = new Keys(value, "the keys of a claim", KEYS);
        String name = keys.required("claim", StudyReader::name);
        if (claims.stream().anyMatch(c -> c.name().equals(name))) {
            throw new BadInput("two claims are called '" + name + "'").at(keys.place());
        }
        Settings settings = StudyReader.settings(keys);
        String model = keys.one("model", Function.identity()).orElse("");
        List<StudyItem> own = questions(keys, model, settings);
        items.addAll(own);
        List<Criterion> criteria = criteria(keys);
        claims.add(new Claim(
                name,
                keys.required("title", Function.identity()),
                keys.required("says", Function.identity()),
                keys.list("cite", Function.identity()).orElse(List.of()),
                keys.list("text", Function.identity()).orElse(List.of()),
                keys.one("found", Function.identity()).orElse(""),
                keys.one("refuted by", Function.identity()).orElse(""),
                model,
                settings,
                own.stream().map(StudyItem::alias).toList(),
                measures(keys),
                criteria,
                figures(keys)));
    }

    private List<StudyItem> questions(Keys keys, String model, Settings settings) {
        List<StudyItem> own = new ArrayList<>();
        keys.value("questions").ifPresent(value -> Keys.sequence(value, "a list of questions")
                .elements()
                .forEach(item -> own.add(questions.item(item).under(model, settings))));
        for (StudyItem item : own) {
            if (item.alias().isEmpty()) {
                throw new BadInput("a question of a claim has a name, as in '"
                                + item.question().name() + ": {as: onset, …}'")
                        .at(item.place());
            }
        }
        return own;
    }

    private List<Criterion> criteria(Keys keys) {
        CriterionReader reader = new CriterionReader(references);
        List<Criterion> criteria = new ArrayList<>();
        keys.value("criteria").ifPresent(value -> Keys.sequence(value, "a list of criteria")
                .elements()
                .forEach(item -> criteria.add(reader.criterion(item))));
        if (criteria.isEmpty()) {
            throw new BadInput("a claim has at least one criterion: without, nothing could contradict it")
                    .at(keys.place());
        }
        return criteria;
    }

    private Map<String, Measure> measures(Keys keys) {
        MeasureReader reader = new MeasureReader(references);
        Map<String, Measure> measures = new LinkedHashMap<>();
        keys.value("measures").ifPresent(value -> Keys.mapping(value, "names with measures")
                .pairs()
                .forEach(pair -> {
                    String name = pair.key().value();
                    if (!name.matches("[A-Za-z][A-Za-z0-9]{0,49}")) {
                        throw pair.key()
                                .located(new BadInput("a measure's name is of letters and digits, was '" + name + "'"));
                    }
                    measures.put(name, reader.measure(pair.value()));
                }));
        return measures;
    }

    private List<FigureRequest> figures(Keys keys) {
        FigureReader reader = new FigureReader(references);
        return keys.value("figures")
                .map(value -> Keys.sequence(value, "a list of figures").elements().stream()
                        .map(reader::figure)
                        .toList())
                .orElse(List.of());
    }
}
