package org.macrostate.tests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.macrostate.tests.architecture.Rooms.everythingIn;
import static org.macrostate.tests.architecture.Rooms.mayBeEmpty;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.macrostate.engine.registry.Analyses;
import org.macrostate.solvers.kernel.Kernel;

/** Which room may know of which: DESIGN's directions, held against every compiled class of the program. */
@AnalyzeClasses(packages = Rooms.ROOT)
class ArchitectureTest {
    private static final String[] PROGRAM =
            Rooms.STOREYS.stream().map(Rooms::everythingIn).toArray(String[]::new);

    @ArchTest
    void the_classes_looked_at_are_those_of_the_program(JavaClasses classes) {
        assertTrue(classes.contain("org.macrostate.equations.BadInput"), "equations.BadInput is missing");
        assertTrue(classes.contain(ArchitectureTest.class), "the tests themselves are missing");
        Set<String> looked = Stream.concat(Rooms.STOREYS.stream(), Rooms.PLANNED.stream())
                .filter(room -> !Rooms.isBuilt(classes, room))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                new TreeSet<>(Rooms.NOT_BUILT_YET), looked, "rooms without a class are not those of NOT_BUILT_YET");
    }

    @ArchTest
    void every_package_of_the_program_is_in_a_room_of_the_design(JavaClasses classes) {
        for (JavaPackage inside : classes.getPackage(Rooms.ROOT).getSubpackagesInTree()) {
            if (!inside.getClasses().isEmpty()) {
                String room = inside.getName().substring(Rooms.ROOT.length() + 1);
                assertTrue(
                        room.startsWith("tests")
                                || Rooms.STOREYS.contains(room)
                                || Rooms.PLANNED.stream().anyMatch(planned -> (room + ".").startsWith(planned + ".")),
                        "the design has no room " + room);
            }
        }
    }

    @ArchTest
    void data_flows_one_way_from_equations_to_solvers_to_reports_to_the_engine(JavaClasses classes) {
        List<String> storeys = Rooms.STOREYS;
        for (int here = 0; here < storeys.size() - 1; here++) {
            String[] later = storeys.subList(here + 1, storeys.size()).stream()
                    .map(Rooms::everythingIn)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(everythingIn(storeys.get(here)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(later)
                    .allowEmptyShould(mayBeEmpty(storeys.get(here)))
                    .check(classes);
        }
        noClasses()
                .that()
                .resideInAnyPackage(PROGRAM)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(everythingIn("tests"))
                .check(classes);
    }

    @ArchTest
    void packages_of_one_module_do_not_depend_on_each_other_in_a_circle(JavaClasses classes) {
        for (String storey : Rooms.STOREYS) {
            slices().matching("org.macrostate." + storey + ".(**)")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(mayBeEmpty(storey))
                    .check(classes);
        }
    }

    @ArchTest
    void an_analysis_is_known_to_the_registry_alone(JavaClasses classes) {
        String inside = "org.macrostate.engine.analysis.*";
        slices().matching("org.macrostate.engine.analysis.(*)..")
                .should()
                .notDependOnEachOther()
                .check(classes);
        noClasses()
                .that()
                .resideInAnyPackage(PROGRAM)
                .and()
                .resideOutsideOfPackages("org.macrostate.engine.registry", inside)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(inside)
                .because("adding an analysis touches its package, the registry and its pages, and nothing else")
                .check(classes);
    }

    @ArchTest
    void every_package_of_an_analysis_is_in_the_registry(JavaClasses classes) {
        Set<String> packages = new TreeSet<>();
        for (JavaPackage inside :
                classes.getPackage("org.macrostate.engine.analysis").getSubpackagesInTree()) {
            packages.add(inside.getName());
        }
        Set<String> registered = new TreeSet<>();
        Analyses.list().forEach(analysis -> registered.add(analysis.getClass().getPackageName()));
        assertEquals(registered, packages, "packages of analyses and lines of the registry");
        assertEquals(
                List.copyOf(Analyses.names()),
                Analyses.list().stream()
                        .map(analysis -> analysis.declaration().name())
                        .toList(),
                "names of the registry and of declarations");
    }

    /**
     * Nothing but the registry, the door for Java programs, a page of the gallery and the training of the class archive calls
     * an analysis by its name: study files, schema, completion, help and reports know none, so that they need no line for a new
     * one. Read in the sources, as names are texts.
     */
    @ArchTest
    void no_analysis_is_called_by_its_name_outside_of_its_package_and_the_registry(JavaClasses classes)
            throws IOException {
        Path engine =
                Path.of(System.getProperty("macrostate.root", ".."), "engine/src/main/java/org/macrostate/engine");
        List<String> names = Analyses.list().stream()
                .map(analysis -> '"' + analysis.declaration().name() + '"')
                .toList();
        Set<String> calling = new TreeSet<>();
        try (Stream<Path> files = Files.walk(engine)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String place = engine.relativize(file).toString().replace('\\', '/');
                String text = Files.readString(file);
                if (!place.startsWith("analysis/") && names.stream().anyMatch(text::contains)) {
                    calling.add(place);
                }
            }
        }
        assertEquals(
                Set.of(
                        "registry/Analyses.java",
                        "api/MacroscopicModel.java",
                        "gallery/ModelPage.java",
                        "cli/StartUpCommand.java"),
                calling);
    }

    @ArchTest
    void only_symbolic_opens_the_door_to_computer_algebra(JavaClasses classes) {
        onlyOneRoomUses(classes, "equations.symbolic", "org.matheclipse..", "cc.redberry..", "edu.jas..");
    }

    /** Of symmetric matrices other rooms may ask the library, which has what they need of it. */
    @ArchTest
    void only_nonlinear_factors_matrices_without_symmetry(JavaClasses classes) {
        DescribedPredicate<JavaClass> factors = DescribedPredicate.describe(
                "factorizations of matrices without symmetry",
                type -> type.getName().startsWith("org.ejml.")
                        || Set.of(
                                        "LUDecomposition",
                                        "QRDecomposition",
                                        "SingularValueDecomposition",
                                        "EigenDecompositionNonSymmetric")
                                .contains(type.getSimpleName()));
        noClasses()
                .that()
                .resideInAPackage(everythingIn("solvers"))
                .and()
                .resideOutsideOfPackage(everythingIn("solvers.nonlinear"))
                .should()
                .dependOnClassesThat(factors)
                .check(classes);
    }

    @ArchTest
    void only_kernel_writes_bytecode(JavaClasses classes) {
        onlyOneRoomUses(classes, "solvers.kernel", "org.objectweb.asm..");
    }

    @ArchTest
    void simulation_shares_nothing_with_the_derivation_it_checks(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAPackage(everythingIn("solvers.sgd"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(everythingIn("equations.derive"), everythingIn("equations.gaussian"))
                .allowEmptyShould(mayBeEmpty("solvers.sgd"))
                .check(classes);
    }

    @ArchTest
    void reports_read_what_solvers_found_and_run_none(JavaClasses classes) {
        DescribedPredicate<JavaClass> algorithm = resideInAPackage(everythingIn("solvers"))
                .and(not(INTERFACES))
                .and(not(DescribedPredicate.describe("records", JavaClass::isRecord)))
                .and(not(DescribedPredicate.describe("enums", JavaClass::isEnum)))
                .as("classes of solvers that are neither records, enums nor interfaces");
        noClasses()
                .that()
                .resideInAPackage(everythingIn("reports"))
                .should()
                .dependOnClassesThat(algorithm)
                .allowEmptyShould(mayBeEmpty("reports"))
                .check(classes);
    }

    /** Equations are followed, linearised and compared with runs in solvers; the engine asks and tells. */
    @ArchTest
    void the_engine_evaluates_no_kernel_but_for_rows_that_it_writes_while_they_come(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAPackage(everythingIn("engine"))
                .and()
                .haveNameNotMatching(".*\\.StreamedTrajectory(\\$.*)?")
                .should()
                .callMethodWhere(target(owner(assignableTo(Kernel.class))).and(target(name("eval"))))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(".*solvers\\.nonlinear\\.(Newton|Lu|Arclength).*")
                .check(classes);
    }

    @ArchTest
    void only_the_command_line_writes_to_the_terminal(JavaClasses classes) {
        noClasses()
                .that()
                .resideInAnyPackage(PROGRAM)
                .and()
                .resideOutsideOfPackage(everythingIn("engine.cli"))
                .should(ACCESS_STANDARD_STREAMS)
                .check(classes);
    }

    @ArchTest
    void every_package_says_that_nothing_in_it_is_null(JavaClasses classes) {
        Set<String> unmarked = new TreeSet<>();
        for (JavaPackage inside : classes.getPackage(Rooms.ROOT).getSubpackagesInTree()) {
            boolean written =
                    !inside.getClasses().isEmpty() && !inside.getName().endsWith(".jmh_generated");
            if (written && !inside.isAnnotatedWith(NullMarked.class)) {
                unmarked.add(inside.getName());
            }
        }
        assertEquals(Set.of(), unmarked, "packages without @NullMarked in a package-info.java");
    }

    @ArchTest
    void names_say_what_a_class_is(JavaClasses classes) {
        classes()
                .should()
                .haveNameNotMatching(".*(Utils?|Helpers?|Managers?)(\\$.*)?")
                .check(classes);
    }

    @ArchTest
    void nothing_that_can_change_is_static(JavaClasses classes) {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(PROGRAM)
                .and()
                .areNotFinal()
                .should()
                .beStatic()
                .allowEmptyShould(true) // a program of records has no such field at all
                .check(classes);
    }

    private static void onlyOneRoomUses(JavaClasses classes, String room, String... libraries) {
        noClasses()
                .that()
                .resideInAnyPackage(PROGRAM)
                .and()
                .resideOutsideOfPackage(everythingIn(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(classes);
        boolean used = classes.stream()
                .filter(resideInAPackage(everythingIn(room)))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .anyMatch(use -> Stream.of(libraries)
                        .anyMatch(library -> resideInAPackage(library).test(use.getTargetClass())));
        assertEquals(
                !Rooms.DOOR_NOT_OPENED_YET.contains(room),
                used,
                () -> room + " uses what it alone may use, " + List.of(libraries)
                        + ", unless it is in DOOR_NOT_OPENED_YET");
    }
}
