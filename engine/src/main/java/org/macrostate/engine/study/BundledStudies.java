package org.macrostate.engine.study;

import java.util.List;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.ResourceText;

/** The studies that come with the program: each is a study file like a user's own. */
public final class BundledStudies {
    private static final String FOLDER = "/org/macrostate/engine/studies/";

    private BundledStudies() {}

    /** Their names, in the order of the list beside the files. */
    public static List<String> names() {
        return ResourceText.of(BundledStudies.class, FOLDER + "index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /**
     * The file behind a name.
     *
     * @throws BadInput if no bundled study has this name
     */
    public static String text(String name) {
        if (!names().contains(name)) {
            throw BadInput.unknownName("study", name, names());
        }
        return ResourceText.of(BundledStudies.class, FOLDER + name + ".yaml");
    }

    public static StudyFile study(String name) {
        return StudyReader.read(text(name), name + ".yaml");
    }

    /** The JSON schema (draft 7) of study files, for editors. */
    public static String schema() {
        return StudySchema.of(ResourceText.of(BundledStudies.class, FOLDER + "study.schema.json"));
    }
}
