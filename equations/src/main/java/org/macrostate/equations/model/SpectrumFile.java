package org.macrostate.equations.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.macrostate.equations.BadInput;

/** Files of eigenvalues that a model names: beside the model's file, in the working folder, or bundled. */
final class SpectrumFile {
    private SpectrumFile() {}

    /**
     * @param source the model's file, if it is one
     * @throws org.macrostate.equations.BadInput if there is no such file, or it is no text
     */
    static String text(String name, Optional<Path> source) {
        Path beside =
                source.map(Path::getParent).map(folder -> folder.resolve(name)).orElse(Path.of(name));
        if (Files.exists(beside)) {
            return ModelFile.text(beside);
        }
        return BundledModels.table(name).orElseGet(() -> {
            if (!Files.exists(Path.of(name))) {
                throw new BadInput(
                        "there is no file '" + name + "' of eigenvalues, beside the model or in the working folder");
            }
            return ModelFile.text(Path.of(name));
        });
    }
}
