package org.macrostate.engine.model;

import java.nio.file.Files;
import java.nio.file.Path;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.equations.model.LearningProblem;
import org.macrostate.equations.model.ModelFile;

/** Finds the model a user names: a file, or a bundled one. */
public final class ModelSource {
    private ModelSource() {}

    /**
     * Reads a model.
     *
     * @param name path of a file, or a bundled model's name, which wins if both exist
     * @param folder where a relative path starts
     * @throws BadInput if there is no such model, or it cannot be accepted
     */
    public static LearningProblem read(String name, Path folder) {
        return BundledModels.names().contains(name) ? BundledModels.problem(name) : ModelFile.read(file(name, folder));
    }

    /**
     * Reads a model whose text is known.
     *
     * @param name as above, or how messages call the text
     * @param text of the file
     */
    public static LearningProblem read(String name, String text, Path folder) {
        return BundledModels.names().contains(name)
                ? BundledModels.problem(name)
                : ModelFile.read(text, UserPath.in(folder, name).toString());
    }

    /** The text behind the same name. */
    public static String text(String name, Path folder) {
        return BundledModels.names().contains(name) ? BundledModels.text(name) : ModelFile.text(file(name, folder));
    }

    private static Path file(String name, Path folder) {
        Path file = UserPath.in(folder, name);
        if (looksLikeFile(name)) {
            if (!Files.exists(file)) {
                throw new BadInput("there is no model file '" + name + "'");
            }
            return file;
        }
        if (!Files.isRegularFile(file)) {
            throw BadInput.unknownName("model", name, BundledModels.names());
        }
        return file;
    }

    private static boolean looksLikeFile(String name) {
        return name.contains("/") || name.contains("\\") || name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
