package org.macrostate.engine.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.macrostate.reports.table.JsonText;

/** Reads JSON files that this program wrote. */
public final class JsonFile {
    private static final long LARGEST = 100_000_000;

    private JsonFile() {}

    /** The object in a file; empty if there is no such file, or no such object in it. */
    public static Optional<Map<?, ?>> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            return JsonText.read(Files.readAllBytes(file)) instanceof Map<?, ?> map
                    ? Optional.of(map)
                    : Optional.empty();
        } catch (IOException unreadable) { // no JSON, too
            return Optional.empty();
        }
    }
}
