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
     * @param name path of a file, or a bundled model's name; the file wins if both exist and the name has a dot or slash
     * @param folder where a relative path starts
     * @throws BadInput if there is no such model, or it cannot be accepted
     */
    public static LearningProblem read(String name, Path folder) {
        if (BundledModels.names().contains(name)) {
            return BundledModels.problem(name);
        }
        if (looksLikeFile(name)) {
            Path file = UserPath.in(folder, name);
            if (!Files.exists(file)) {
                throw new BadInput("there is no model file '" + name + "'");
            }
            return ModelFile.read(file);
        }
        Path file = UserPath.in(folder, name);
        if (Files.isRegularFile(file)) {
            return ModelFile.read(file);
        }
        throw BadInput.unknownName("model", name, BundledModels.names());
    }

    private static boolean looksLikeFile(String name) {
        return name.contains("/") || name.contains("\\") || name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
