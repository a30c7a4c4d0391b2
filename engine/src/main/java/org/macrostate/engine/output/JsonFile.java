package org.macrostate.engine.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** Reads JSON files that this program wrote: JSON is YAML 1.2. */
public final class JsonFile {
    private static final long LARGEST = 100_000_000;

    private JsonFile() {}

    /** The object in a file; empty if there is no such file, or no such object in it. */
    public static Optional<Map<?, ?>> read(Path file) {
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            LoadSettings settings = LoadSettings.builder()
                    .setSchema(new JsonSchema())
                    .setCodePointLimit((int) LARGEST)
                    .build();
            Object value = new Load(settings).loadFromString(Files.readString(file));
            return value instanceof Map<?, ?> map ? Optional.of(map) : Optional.empty();
        } catch (YamlEngineException notJson) {
            return Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
