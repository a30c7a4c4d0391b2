package org.macrostate.engine.study.claim;

import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.model.ModelInstance;

/** The answers that a study has, by the names of their questions. */
public record Evidence(Map<String, Item> items) {
    public Evidence {
        items = Map.copyOf(items);
    }

    /**
     * A question that was asked.
     *
     * @param answer empty if there is none
     * @param failure why there is none; empty if there is
     */
    public record Item(ModelInstance subject, Optional<Answer> answer, String failure) {}

    Item item(String question) {
        Item item = items.get(question);
        if (item == null) {
            throw new NotMeasured("no question is called '" + question + "'");
        }
        return item;
    }

    Answer answer(String question) {
        Item item = item(question);
        return item.answer()
                .orElseThrow(() -> new NotMeasured("'" + question + "' was not answered: " + item.failure()));
    }

    /** The answer, of the kind that is needed. */
    <A extends Answer> A answer(String question, Class<A> kind, String what) {
        Answer answer = answer(question);
        if (!kind.isInstance(answer)) {
            throw new NotMeasured("'" + question + "' has no " + what);
        }
        return kind.cast(answer);
    }
}
