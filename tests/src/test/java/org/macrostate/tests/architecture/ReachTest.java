package org.macrostate.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.net.URL;
import java.nio.file.Files;
import java.util.stream.Stream;

/** What a model from a stranger could not make the program do, because no line of the program can: LANGUAGE.md, section 5. */
@AnalyzeClasses(packages = Rooms.ROOT, importOptions = ImportOption.DoNotIncludeTests.class)
class ReachTest {
    @ArchTest
    void no_class_is_loaded_by_a_name(JavaClasses classes) {
        noClasses()
                .should()
                .callMethodWhere(target(owner(assignableTo(Class.class))).and(target(nameMatching("forName"))))
                .orShould()
                .callMethodWhere(target(owner(assignableTo(ClassLoader.class))).and(target(nameMatching("loadClass"))))
                .check(classes);
    }

    @ArchTest
    void nothing_is_deserialised_scripted_or_fetched(JavaClasses classes) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(Socket|ServerSocket|DatagramSocket|.*URLConnection|InetAddress)")
                .orShould()
                .callMethodWhere(target(owner(assignableTo(URL.class))).and(target(nameMatching("open.*|getContent"))))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..", "javax.script..", "java.rmi..", "javax.naming..", "com.sun.net..")
                .check(classes);
    }

    @ArchTest
    void a_process_is_started_for_tex_and_for_the_program_itself_only(JavaClasses classes) {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.macrostate.reports.latex")
                .and()
                .doNotHaveFullyQualifiedName("org.macrostate.engine.cli.StartUpCommand")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .check(classes);
    }

    @ArchTest
    void files_are_written_in_few_places(JavaClasses classes) {
        noClasses()
                .that()
                .haveNameNotMatching(
                        "org\\.macrostate\\.engine\\.(output\\.(WholeFile|FolderLock)|study\\.(PieceFile|Journal|StudyFolder)|report\\.DrawingFiles|cli\\.StartUpCommand).*")
                .and()
                .doNotHaveFullyQualifiedName("org.macrostate.solvers.kernel.ClassDump")
                .and()
                .resideOutsideOfPackages("org.macrostate.reports.latex", "org.macrostate.engine.cache")
                .should()
                .callMethodWhere(target(owner(assignableTo(Files.class)))
                        .and(target(
                                nameMatching("write.*|newOutputStream|newBufferedWriter|copy|move|create.*|delete.*"))))
                .check(classes);
    }

    @ArchTest
    void the_rules_look_at_the_program(JavaClasses classes) {
        long rooms = Stream.of("equations", "solvers", "reports", "engine")
                .filter(room -> classes.stream().map(JavaClass::getPackageName).anyMatch(p -> p.contains("." + room)))
                .count();
        org.junit.jupiter.api.Assertions.assertEquals(4, rooms);
    }
}
