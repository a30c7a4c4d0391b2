package org.macrostate.engine.cache;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the cache is: the folder that {@code MACROSTATE_CACHE} names ({@code off}: none), else {@code macrostate} in
 * {@code XDG_CACHE_HOME}, else {@code ~/.cache/macrostate}.
 */
final class CachePlace {
    private CachePlace() {}

    static Optional<Path> of(Map<String, String> environment, String home) {
        String own = environment.getOrDefault("MACROSTATE_CACHE", "");
        if (own.equalsIgnoreCase("off")) {
            return Optional.empty();
        }
        try {
            if (!own.isEmpty()) {
                return Optional.of(Path.of(own));
            }
            String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
            if (!shared.isEmpty() && Path.of(shared).isAbsolute()) {
                return Optional.of(Path.of(shared, "macrostate"));
            }
            return home.isEmpty() ? Optional.empty() : Optional.of(Path.of(home, ".cache", "macrostate"));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
