package org.macrostate.engine.cache;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the cache is: the folder that {@code MACROSTATE_CACHE} names ({@code off}: none), else {@code macrostate} in
 * {@code XDG_CACHE_HOME}, else the system's own place: {@code ~/.cache/macrostate}, on macOS
 * {@code ~/Library/Caches/macrostate}, on Windows {@code macrostate} in {@code LOCALAPPDATA}.
 */
public final class CachePlace {
    private CachePlace() {}

    /** For this process; empty if there is none. */
    public static Optional<Path> here() {
        return of(System.getenv(), System.getProperty("user.home", ""));
    }

    static Optional<Path> of(Map<String, String> environment, String home) {
        return of(environment, home, System.getProperty("os.name", ""));
    }

    static Optional<Path> of(Map<String, String> environment, String home, String system) {
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
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            if (system.startsWith("Windows") && !local.isEmpty()) {
                return Optional.of(Path.of(local, "macrostate"));
            }
            // a home of "?" is what Java says where there is none
            if (home.isEmpty() || home.equals("?") || !Path.of(home).isAbsolute()) {
                return Optional.empty();
            }
            return Optional.of(
                    system.startsWith("Mac")
                            ? Path.of(home, "Library", "Caches", "macrostate")
                            : Path.of(home, ".cache", "macrostate"));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
