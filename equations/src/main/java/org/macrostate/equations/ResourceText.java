package org.macrostate.equations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts that come with the program. */
public final class ResourceText {
    private ResourceText() {}

    /**
     * A text in UTF-8.
     *
     * @param owner class of the package in which a name without a slash in front is looked up
     * @throws IllegalStateException if there is no such resource
     */
    public static String of(Class<?> owner, String name) {
        return WrittenTexts.of(path(owner, name)).orElseGet(() -> read(owner, name));
    }

    private static String path(Class<?> owner, String name) {
        return name.startsWith("/") ? name.substring(1) : owner.getPackageName().replace('.', '/') + "/" + name;
    }

    private static String read(Class<?> owner, String name) {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("resource " + name + " of " + owner.getName() + " is missing");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
