package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The runnable jar, in which the build writes out what lambdas and records leave to the JVM's start. */
class WrittenOutClassesTest {
    private static final String OWN = "org/macrostate/";
    private static final String CLASS = ".class";

    private final Path jar = Path.of(System.getProperty("macrostate.jar", "../engine/target/macrostate.jar"));

    @BeforeEach
    void is_built() throws IOException {
        assumeTrue(Files.exists(jar), () -> "built by the phase package: " + jar);
        try (JarFile built = new JarFile(jar.toFile())) {
            assumeTrue(built.getEntry("org/macrostate/engine/cli/Main.class") != null, () -> "a whole jar: " + jar);
        }
    }

    private List<String> classes() throws IOException {
        try (JarFile built = new JarFile(jar.toFile())) {
            return Collections.list(built.entries()).stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.startsWith(OWN) && name.endsWith(CLASS))
                    .toList();
        }
    }

    @Test
    void no_class_asks_for_lambdas_or_for_methods_of_records_at_its_start() throws IOException {
        List<String> classes = classes();
        assertTrue(classes.stream().filter(name -> name.contains("$$L")).count() > 1000, "lambdas as classes");
        try (JarFile built = new JarFile(jar.toFile())) {
            for (String name : classes) {
                byte[] code = built.getInputStream(built.getEntry(name)).readAllBytes();
                String constants = new String(code, StandardCharsets.ISO_8859_1);
                assertFalse(constants.contains("java/lang/runtime/ObjectMethods"), name);
            }
        }
    }

    /** To list its methods a class is linked, and so verified; private methods are called from the nest. */
    @Test
    void every_class_is_loaded_and_verified() throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader = loader()) {
            for (String name : classes()) {
                String binary =
                        name.substring(0, name.length() - CLASS.length()).replace('/', '.');
                Class<?> loaded = Class.forName(binary, false, loader);
                assertNotNull(loaded.getDeclaredMethods(), binary);
                assertTrue(!binary.contains("$$L") || loaded.getNestHost() != loaded, binary);
            }
        }
    }

    /** All records that are made of zeros and empty values: one from the jar and one as compiled. */
    @Test
    void records_of_the_jar_have_the_hash_codes_texts_and_equality_of_those_that_were_compiled()
            throws IOException, ReflectiveOperationException {
        int compared = 0;
        try (URLClassLoader loader = loader()) {
            for (String name : classes()) {
                String binary =
                        name.substring(0, name.length() - CLASS.length()).replace('/', '.');
                Class<?> written = Class.forName(binary, false, loader);
                if (written.isRecord()) {
                    Optional<Object> ours = empty(written);
                    Optional<Object> compiled = empty(Class.forName(binary));
                    assertEquals(compiled.isPresent(), ours.isPresent(), binary);
                    if (ours.isPresent()) {
                        assertEquals(compiled.get().hashCode(), ours.get().hashCode(), binary);
                        assertEquals(compiled.get().toString(), ours.get().toString(), binary);
                        assertEquals(empty(written).orElseThrow(), ours.get(), binary);
                        assertNotEquals(compiled.get(), ours.get(), binary);
                        compared++;
                    }
                }
            }
        }
        assertTrue(compared > 50, "records compared: " + compared);
    }

    private URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    /** A record of zeros, false, empty texts, lists and optionals; none if it has components of other types or refuses them. */
    private static Optional<Object> empty(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<Optional<Object>> values =
                Arrays.stream(types).map(WrittenOutClassesTest::none).toList();
        if (values.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance(
                    values.stream().map(Optional::orElseThrow).toArray()));
        } catch (ReflectiveOperationException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Object> none(Class<?> type) {
        List<Object> nothing =
                List.of(0, 0L, 0.0, 0.0f, (short) 0, (byte) 0, 'a', false, "", List.of(), Optional.empty());
        return type.isPrimitive()
                ? Optional.of(java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0))
                : nothing.stream()
                        .filter(type::isInstance)
                        .filter(value -> type != Object.class)
                        .findFirst();
    }
}
