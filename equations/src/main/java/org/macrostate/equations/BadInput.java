package org.macrostate.equations;

import java.util.Collection;
import java.util.Optional;

/**
 * Something a user wrote cannot be accepted. The message says where it stands, what was expected, what was found and,
 * where one is near, the right name. It never means a defect of the program (exit status 2, not 70).
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final transient Optional<Place> place;

    public BadInput(String what) {
        this(what, Optional.empty());
    }

    private BadInput(String what, Optional<Place> place) {
        super(place.map(p -> p + ": " + what).orElse(what));
        this.what = what;
        this.place = place;
    }

    /** The message without the place. */
    public String what() {
        return what;
    }

    public Optional<Place> place() {
        return place;
    }

    /** The same complaint, said of a place; a place that is already known is kept. */
    public BadInput at(Place where) {
        if (place.isPresent()) {
            return this;
        }
        BadInput located = new BadInput(what, Optional.of(where));
        located.setStackTrace(getStackTrace());
        return located;
    }

    /** An unknown name: quotes it, names the nearest of the known ones, or lists them when none is near. */
    public static BadInput unknownName(String role, String found, Collection<String> known) {
        return new BadInput("unknown " + role + " '" + found + "'" + NearestName.hint(found, known));
    }
}
