package org.macrostate.equations.model;

import java.util.List;
import java.util.Optional;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.ResourceText;

/** The models that come with the program: each is a model file like a user's own. */
public final class BundledModels {
    private static final String FOLDER = "/org/macrostate/equations/models/";

    private BundledModels() {}

    /** Their names, in the order of the list beside the files. */
    public static List<String> names() {
        return ResourceText.of(BundledModels.class, FOLDER + "index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /**
     * The file behind a name.
     *
     * @throws BadInput if no bundled model has this name
     */
    public static String text(String name) {
        if (!names().contains(name)) {
            throw BadInput.unknownName("model", name, names());
        }
        return ResourceText.of(BundledModels.class, FOLDER + name + ".yaml");
    }

    /** The problem behind a name. */
    public static LearningProblem problem(String name) {
        return ModelFile.read(text(name), name + ".yaml");
    }

    /** One line on a model: its title. */
    public static String describe(String name) {
        return problem(name).title();
    }

    /** The JSON schema (draft 7) of model files, for editors. It says what stands where; the reader says what it means. */
    public static String schema() {
        return ResourceText.of(BundledModels.class, FOLDER + "model.schema.json");
    }

    /** A bundled table that models name, such as eigenvalues of data. */
    static Optional<String> table(String file) {
        boolean plain = file.matches("[a-z0-9-]+\\.csv");
        return plain && BundledModels.class.getResource(FOLDER + file) != null
                ? Optional.of(ResourceText.of(BundledModels.class, FOLDER + file))
                : Optional.empty();
    }
}
