package org.macrostate.engine.analysis;

import java.util.List;
import java.util.Optional;
import org.macrostate.engine.model.InitialCondition;
import org.macrostate.engine.model.ModelInstance;

/** Measures that an analysis can take at a point of parameters, each asked by a text. */
public interface PointMeasures {
    /** How the texts read, for a message: {@code eps_g at 100}. */
    List<String> forms();

    /** Whether a text is one of these measures. */
    boolean reads(String text, ModelInstance subject);

    /**
     * Makes ready what all points have in common.
     *
     * @throws org.macrostate.equations.BadInput if a text has a name or a number in it that does not fit
     */
    Prepared prepare(List<String> texts, ModelInstance subject, Circumstances circumstances);

    /**
     * What the measures of a sweep share.
     *
     * @param start of trajectories and runs
     * @param until how far they are followed, if that is said
     * @param seed of what is random
     */
    record Circumstances(InitialCondition start, Optional<Double> until, long seed) {}

    /** Measures ready to be taken. For all threads. */
    interface Prepared {
        /** Whether a grid of two parameters is done faster than its points one by one. */
        default boolean likesPlanes() {
            return false;
        }

        /** For each point of the block, the value of each text. */
        List<List<PointValue>> at(PointBlock block);
    }
}
