package org.macrostate.engine.analysis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.engine.model.ModelInstance;

/** What is asked of a model: the options of a command or of an item of a study file, checked as far as they stand alone. */
public interface Question {
    /** The name of the command, and of the item in a study file. */
    String name();

    /**
     * Finds, before the work begins, what in the question does not fit the subject.
     *
     * @throws org.macrostate.equations.BadInput if something does not
     */
    void requireFits(ModelInstance subject);

    /**
     * Answers it.
     *
     * @throws org.macrostate.equations.BadInput if an option does not fit the subject
     */
    Answer answer(ModelInstance subject, ExecutionContext work);

    /** The names of the answer's tables. */
    default List<String> tables() {
        return List.of();
    }

    /** The seed of what is random in the answer, if anything is. */
    default Optional<Long> seed() {
        return Optional.empty();
    }

    /** Whether the answer is from the derived equations. */
    default boolean usesTheory() {
        return true;
    }

    /** The tolerances of the numerics, by name. */
    default Map<String, Double> tolerances() {
        return Map.of();
    }
}
