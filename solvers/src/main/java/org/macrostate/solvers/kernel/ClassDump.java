package org.macrostate.solvers.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Writes generated classes to the folder that {@code -Dmacrostate.dumpClasses=DIR} names, for {@code javap}. */
final class ClassDump {
    private ClassDump() {}

    /** Does nothing unless the property is set. */
    static void write(String kind, byte[] bytes) {
        String folder = System.getProperty("macrostate.dumpClasses", "");
        if (folder.isEmpty()) {
            return;
        }
        try {
            Files.createDirectories(Path.of(folder));
            String name = kind + "-" + Integer.toHexString(Arrays.hashCode(bytes)) + ".class";
            Files.write(Path.of(folder, name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("classes cannot be dumped to " + folder, e);
        }
    }
}
