package org.macrostate.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as modules: a project that requires the engine sees its package {@code api} and nothing else, compiles and
 * runs. What is packaged is taken as it is; where only loose classes are there, they become jars as the build makes them.
 */
class ModulePathTest {
    private static final String ENGINE = "org.macrostate.engine";
    private static final List<String> MODULES = List.of("equations", "solvers", "reports", "engine");

    /** What is on the class path for tests alone; */
    private static final List<String> OF_TESTS =
            List.of("junit", "opentest4j", "apiguardian", "archunit", "jmh", "jopt-simple", "json-schema", "itu-");

    private static final String APP = "package example;\n"
            + "import java.util.Map;\n"
            + "import org.macrostate.engine.api.MacroscopicModel;\n"
            + "public class App {\n"
            + "    public static void main(String[] args) {\n"
            + "        MacroscopicModel oja = MacroscopicModel.bundled(\"oja\");\n"
            + "        System.out.println(oja.getClass().getModule().getName());\n"
            + "        System.out.println(oja.fixedPoints().size());\n"
            + "        System.out.println(oja.ask(\"integrate\", Map.of(\"until\", \"2\", \"points\", \"3\")).found());\n"
            + "    }\n"
            + "}\n";

    @TempDir
    private Path folder;

    private String modulePath = "";
    private final List<Path> own = new ArrayList<>();

    @BeforeEach
    void modules() throws IOException {
        Path root = Path.of(System.getProperty("macrostate.root", "..")).toAbsolutePath();
        Map<String, Path> places = new LinkedHashMap<>();
        List<String> path = new ArrayList<>();
        for (String entry : classPath()) {
            Path place = Path.of(entry).toAbsolutePath().normalize();
            String name = String.valueOf(place.getFileName());
            if (!module(place).isEmpty()) {
                places.put(module(place), place);
            } else if (name.endsWith(".jar") && OF_TESTS.stream().noneMatch(name::contains)) {
                path.add(place.toString());
            }
        }
        for (String module : MODULES) { // the engine last, which the descriptor of the engine needs
            Path place = places.getOrDefault(module, Path.of(module));
            own.add(Files.isDirectory(place) ? jar(place, module, root) : place);
        }
        own.forEach(place -> path.add(place.toString()));
        modulePath = String.join(File.pathSeparator, path);
    }

    /** What the tests are run from: a class loader of its own has it, else Java itself. */
    private static List<String> classPath() throws IOException {
        if (!(ModulePathTest.class.getClassLoader() instanceof URLClassLoader loader)) {
            return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        }
        List<String> path = new ArrayList<>();
        for (URL url : loader.getURLs()) {
            try {
                path.add(Path.of(url.toURI()).toString());
            } catch (URISyntaxException impossible) {
                throw new IOException(impossible);
            }
        }
        return path;
    }

    /** Which of the modules a place of the class path is, a jar or a folder {@code classes}; empty if none. */
    private static String module(Path place) {
        String name = String.valueOf(place.getFileName());
        Path above = Optional.ofNullable(place.getParent()).orElse(place);
        Path module = above.endsWith("target")
                ? Optional.ofNullable(above.getParent()).orElse(above)
                : above;
        return MODULES.stream()
                .filter(known -> name.matches("macrostate-" + known + "(-[0-9.]+)?\\.jar")
                        || name.equals("classes") && module.endsWith(known))
                .findFirst()
                .orElse("");
    }

    /** A jar as Maven makes it; that of the engine has the descriptor of its source, compiled. */
    private Path jar(Path classes, String module, Path root) throws IOException {
        Path jar = folder.resolve("macrostate-" + module + ".jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!module.equals("engine")) {
            manifest.getMainAttributes().putValue("Automatic-Module-Name", "org.macrostate." + module);
        }
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream to = new JarOutputStream(out, manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (!name.equals("META-INF/MANIFEST.MF")) {
                    to.putNextEntry(new ZipEntry(name));
                    Files.copy(file, to);
                }
            }
            if (module.equals("engine")) {
                to.putNextEntry(new ZipEntry("module-info.class"));
                Files.copy(descriptor(classes, root), to);
            }
        }
        return jar;
    }

    private Path descriptor(Path classes, Path root) throws IOException {
        Path out = folder.resolve("descriptor");
        String libraries = Stream.concat(
                        classPath().stream().filter(entry -> entry.endsWith(".jar")),
                        own.stream().map(Path::toString))
                .collect(Collectors.joining(File.pathSeparator));
        javac(
                "-nowarn",
                "--release",
                "17",
                "-d",
                out.toString(),
                "--patch-module",
                ENGINE + "=" + classes,
                "--module-path",
                libraries,
                root.resolve("engine/src/build/module/module-info.java").toString());
        return out.resolve("module-info.class");
    }

    private static String javac(String... args) {
        StringWriter said = new StringWriter();
        PrintWriter to = new PrintWriter(said);
        int status = ToolProvider.findFirst("javac").orElseThrow().run(to, to, args);
        to.flush();
        assertEquals(0, status, said.toString());
        return said.toString();
    }

    private ModuleDescriptor engine() {
        return ModuleFinder.of(own.get(own.size() - 1))
                .find(ENGINE)
                .orElseThrow()
                .descriptor();
    }

    @Test
    void the_engine_exports_its_front_door_and_nothing_else() {
        ModuleDescriptor engine = engine();
        assertFalse(engine.isAutomatic(), "the jar has no module-info.class");
        Set<String> exported = new TreeSet<>();
        engine.exports().forEach(export -> exported.add(export.source() + export.targets()));
        assertEquals(Set.of(ENGINE + ".api[]"), exported);
        assertTrue(engine.opens().stream().allMatch(ModuleDescriptor.Opens::isQualified), "opened to everyone");
    }

    @Test
    void a_project_on_the_module_path_compiles_against_it_and_runs() throws Exception {
        Path source = Files.createDirectories(folder.resolve("app/example"));
        Files.writeString(source.resolve("App.java"), APP);
        Files.writeString(
                folder.resolve("app/module-info.java"), "module example.app { requires org.macrostate.engine; }");
        Path out = folder.resolve("out");
        javac(
                "-d",
                out.toString(),
                "--module-path",
                modulePath,
                folder.resolve("app/module-info.java").toString(),
                source.resolve("App.java").toString());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        out + File.pathSeparator + modulePath,
                        "-m",
                        "example.app/example.App")
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        List<String> lines = said.lines().toList();
        assertEquals(ENGINE, lines.get(0), said);
        assertTrue(Integer.parseInt(lines.get(1)) > 0, said);
        assertTrue(lines.get(2).contains("3"), said);
    }

    @Test
    void what_is_inside_is_out_of_reach() throws IOException {
        Path source = folder.resolve("inside/Inside.java");
        Files.createDirectories(folder.resolve("inside"));
        Files.writeString(source, "package inside; class Inside { org.macrostate.engine.cli.Main main; }");
        Files.writeString(
                folder.resolve("inside/module-info.java"), "module inside { requires org.macrostate.engine; }");
        StringWriter said = new StringWriter();
        PrintWriter to = new PrintWriter(said);
        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        to,
                        to,
                        "-d",
                        folder.resolve("none").toString(),
                        "--module-path",
                        modulePath,
                        folder.resolve("inside/module-info.java").toString(),
                        source.toString());
        to.flush();
        assertTrue(
                status != 0 && said.toString().contains("package org.macrostate.engine.cli is not visible"),
                said::toString);
    }

    /** The jar that the build packaged, and the one that the tests run from: where nothing is packaged, that of its classes. */
    @Test
    void the_packaged_jar_has_the_descriptor() throws IOException {
        List<Path> jars = new ArrayList<>(List.of(own.get(own.size() - 1)));
        Path target = Path.of(System.getProperty("macrostate.root", "..")).resolve("engine/target");
        if (Files.isDirectory(target)) {
            try (Stream<Path> all = Files.list(target)) {
                all.filter(file -> Files.isRegularFile(file) && module(file).equals("engine"))
                        .forEach(jars::add);
            }
        }
        for (Path packaged : jars) {
            try (JarFile jar = new JarFile(packaged.toFile())) {
                assertTrue(jar.getEntry("module-info.class") != null, packaged.toString());
            }
        }
    }
}
