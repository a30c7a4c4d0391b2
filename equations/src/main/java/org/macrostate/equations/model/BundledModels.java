package org.macrostate.equations.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.BadInput;

/** The models that come with the program: each is a model file like a user's own. */
public final class BundledModels {
    private static final String FOLDER = "/org/macrostate/equations/models/";

    private BundledModels() {}

    /** Their names, in the order of the list beside the files. */
    public static List<String> names() {
        return resource("index.txt").lines().filter(line -> !line.isBlank()).toList();
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
        return resource(name + ".yaml");
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
        return resource("model.schema.json");
    }

    /** A bundled table that models name, such as eigenvalues of data. */
    static Optional<String> table(String file) {
        boolean plain = file.matches("[a-z0-9-]+\\.csv");
        return plain && BundledModels.class.getResource(FOLDER + file) != null
                ? Optional.of(resource(file))
                : Optional.empty();
    }

    private static String resource(String file) {
        try (InputStream stream = BundledModels.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException("resource " + FOLDER + file + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
