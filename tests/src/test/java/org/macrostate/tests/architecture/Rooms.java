package org.macrostate.tests.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;

/** The plan of the house: four storeys in the direction data flows, and the rooms on each. */
final class Rooms {
    static final String ROOT = "org.macrostate";

    /** Left to right: a storey may know of those before it, never of one after it. */
    static final List<String> STOREYS = List.of("equations", "solvers", "reports", "engine");

    static final List<String> PLANNED = List.of(
            "equations.model",
            "equations.language",
            "equations.spectrum",
            "equations.symbolic",
            "equations.tensor",
            "equations.gaussian",
            "equations.derive",
            "equations.threshold",
            "equations.graph",
            "equations.symmetry",
            "equations.adjoint",
            "equations.matrix",
            "solvers.kernel",
            "solvers.nonlinear",
            "solvers.integrate",
            "solvers.homotopy",
            "solvers.fixedpoint",
            "solvers.continuation",
            "solvers.cycle",
            "solvers.phase",
            "solvers.tune",
            "solvers.control",
            "solvers.sgd",
            "solvers.finitesize",
            "reports.typeset",
            "reports.code",
            "reports.document",
            "reports.latex",
            "reports.live",
            "reports.figure",
            "reports.html",
            "reports.table",
            "engine.cache",
            "engine.dataset",
            "engine.option",
            "engine.model",
            "engine.registry",
            "engine.record",
            "engine.output",
            "engine.report",
            "engine.analysis",
            "engine.study",
            "engine.sweep",
            "engine.gallery",
            "engine.api",
            "engine.cli");

    /** Rooms with nothing in them yet: rules about them may find nothing, and a class appearing in one ends that. */
    static final Set<String> NOT_BUILT_YET = Set.of();

    /** Rooms that alone may use a library and do not use it yet; the first use ends that. */
    static final Set<String> DOOR_NOT_OPENED_YET = Set.of();

    private Rooms() {}

    /** ArchUnit's name for a room and all inside it. */
    static String everythingIn(String room) {
        return ROOT + "." + room + "..";
    }

    static boolean mayBeEmpty(String room) {
        return NOT_BUILT_YET.contains(room);
    }

    static boolean isBuilt(JavaClasses classes, String room) {
        DescribedPredicate<JavaClass> inside = JavaClass.Predicates.resideInAPackage(everythingIn(room));
        return classes.stream().anyMatch(inside);
    }
}
