package org.macrostate.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The package {@code engine.api}: small, documented, and without internal types in what it shows. */
class FrontDoorTest {
    private static final String API = "org.macrostate.engine.api";
    private static final Set<String> KEPT =
            Set.of("org.macrostate.equations.model.LearningProblem", "org.macrostate.equations.BadInput");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.macrostate.engine");

    private static List<JavaClass> types() {
        return CLASSES.stream()
                .filter(type ->
                        type.getPackageName().equals(API) && type.getModifiers().contains(JavaModifier.PUBLIC))
                .toList();
    }

    @Test
    void it_is_about_a_dozen_types() {
        assertTrue(types().size() >= 8 && types().size() <= 14, types().toString());
    }

    @Test
    void its_signatures_show_no_internal_type() {
        TreeSet<String> shown = new TreeSet<>();
        for (JavaClass type : types()) {
            for (JavaMethod method : type.getMethods()) {
                if (method.getModifiers().contains(JavaModifier.PUBLIC)) {
                    shown.add(method.getRawReturnType().getName());
                    method.getRawParameterTypes().forEach(parameter -> shown.add(parameter.getName()));
                }
            }
        }
        shown.removeIf(name -> !name.startsWith("org.macrostate") || name.startsWith(API) || KEPT.contains(name));
        assertEquals(Set.of(), shown);
    }

    @Test
    void nothing_inside_depends_on_it() {
        noClasses()
                .that()
                .resideOutsideOfPackage(API)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(API)
                .check(CLASSES);
    }

    @Test
    void every_public_method_has_a_comment() throws IOException {
        Path folder = Path.of(System.getProperty("macrostate.root", ".."))
                .resolve("engine/src/main/java/org/macrostate/engine/api");
        Pattern method = Pattern.compile("(?m)^(.*)\\n    public (?!record |enum )[^=;\\n]*[({]");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> !f.endsWith("package-info.java")).toList()) {
                Matcher found = method.matcher(Files.readString(file));
                while (found.find()) {
                    String above = found.group(1).strip();
                    assertTrue(
                            above.endsWith("*/") || above.equals("@Override"),
                            file.getFileName() + ": " + found.group().strip());
                }
            }
        }
    }
}
