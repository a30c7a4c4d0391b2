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

    /** The jar or the folder of classes that the program runs from; empty if that is not known. */
    static Optional<Path> place() {
        try {
            CodeSource source = ThisBuild.class.getProtectionDomain().getCodeSource();
            return source == null || source.getLocation() == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | SecurityException unknown) {
            return Optional.empty();
        }
    }

    /** Version, size and time of the jar the program runs from; empty if it runs from loose classes, which change. */
    static Optional<String> fingerprint() {
        Optional<Path> jar = place().filter(Files::isRegularFile);
        if (jar.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ThisBuild.class.getPackage().getImplementationVersion() + " " + Files.size(jar.get())
                    + " " + Files.getLastModifiedTime(jar.get()).toMillis());
        } catch (IOException | SecurityException unreadable) {
            return Optional.empty();
        }
    }
}
