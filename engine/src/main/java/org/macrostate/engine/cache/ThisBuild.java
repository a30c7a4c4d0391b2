package org.macrostate.engine.cache;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Tells builds of the program apart: entries of one that derived otherwise must not be taken. */
final class ThisBuild {
    private ThisBuild() {}

    /** Version, size and time of the jar the program runs from; empty if it runs from loose classes, which change. */
    static Optional<String> fingerprint() {
        CodeSource source = ThisBuild.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            if (!Files.isRegularFile(jar)) {
                return Optional.empty();
            }
            return Optional.of(ThisBuild.class.getPackage().getImplementationVersion() + " " + Files.size(jar) + " "
                    + Files.getLastModifiedTime(jar).toMillis());
        } catch (IOException | URISyntaxException | IllegalArgumentException | SecurityException e) {
            return Optional.empty();
        }
    }
}
