package org.macrostate.engine.study;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;

/** Names of questions that claims refer to, with the places where they do; questions may be asked further down. */
final class References {
    private final List<Reference> all = new ArrayList<>();

    private record Reference(String question, Place place) {}

    void add(String question, Place place) {
        all.add(new Reference(question, place));
    }

    /** @throws BadInput for the first that is not among the names */
    void requireKnown(List<String> names) {
        TreeSet<String> known = new TreeSet<>(names);
        known.remove("");
        for (Reference reference : all) {
            if (!known.contains(reference.question())) {
                throw BadInput.unknownName("question", reference.question(), known)
                        .at(reference.place());
            }
        }
    }
}
