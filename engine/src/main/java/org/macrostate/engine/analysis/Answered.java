package org.macrostate.engine.analysis;

import java.util.Optional;
import org.macrostate.engine.model.ModelInstance;

/**
 * One question of a study with what became of it.
 *
 * @param name unlike that of every other item; its files begin with it
 * @param suffix of its files' names: empty for the first question of a kind
 * @param answer empty if the question could not be answered
 * @param failure why not; empty if it could
 * @param quiet whether only claims tell of it
 */
public record Answered(
        String name,
        String suffix,
        Question question,
        ModelInstance subject,
        Optional<Answer> answer,
        Optional<Failure> failure,
        boolean quiet) {

    /** The answer if it is of this kind. */
    public <A extends Answer> Optional<A> as(Class<A> kind) {
        return answer.filter(kind::isInstance).map(kind::cast);
    }

    /** The name of one of its CSV files. */
    public String csv(String table) {
        return table + suffix + ".csv";
    }
}
