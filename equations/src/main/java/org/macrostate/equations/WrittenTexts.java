package org.macrostate.equations;

import java.util.Optional;

/**
 * Texts that are constants of this class: none here. The build puts another class of this name into the runnable jar, which has
 * the model files and studies that come with the program ({@code engine/src/build/TextsAsClass.java}): to open a jar of
 * thousands of entries for one text takes a seventh of a short command's time.
 */
final class WrittenTexts {
    private WrittenTexts() {}

    /**
     * A text by the path of its resource.
     *
     * @param path without a slash in front
     */
    static Optional<String> of(String path) {
        return Optional.empty();
    }
}
