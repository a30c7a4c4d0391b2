package org.macrostate.equations.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.model.BundledModels;

class SystemSizeTest {
    private final OrderParameterSystem system = Derivation.of(BundledModels.problem("linear-vae"));

    @Test
    void equations_are_counted_as_they_are_bound() {
        for (int m : new int[] {1, 2, 5}) {
            Sizes sizes = Sizes.of(system.problem(), Map.of("M", m, "Ms", 3));
            assertEquals(
                    new StateLayout(system, sizes).length(),
                    SystemSize.of(system, sizes).equations());
        }
    }

    @Test
    void operations_grow_with_the_cube_of_the_sizes() {
        double small = SystemSize.of(system, Sizes.of(system.problem(), Map.of("M", 50, "Ms", 50)))
                .operations();
        double large = SystemSize.of(system, Sizes.of(system.problem(), Map.of("M", 100, "Ms", 100)))
                .operations();
        assertEquals(8, large / small, 0.3);
    }

    @Test
    void the_estimate_is_no_less_than_what_is_built_and_no_absurdity() {
        Sizes sizes = Sizes.of(system.problem(), Map.of("M", 8, "Ms", 8));
        double estimated = SystemSize.of(system, sizes).operations();
        int built = BoundSystem.of(system, sizes).rightHandSide().nodes().size();
        assertTrue(estimated >= 0.5 * built && estimated <= 10 * built, estimated + " and " + built);
    }

    @Test
    void too_large_a_system_is_refused_with_the_estimate() {
        Sizes sizes = Sizes.of(system.problem(), Map.of("M", 900, "Ms", 900));
        BadInput e =
                assertThrows(BadInput.class, () -> SystemSize.of(system, sizes).requireAtMost(1e9, sizes));
        assertTrue(
                e.what()
                        .matches(
                                "sizes M=900, Ms=900 make 3241800 equations with about \\d\\.\\de\\+10 operations, for which"
                                        + " about \\d+\\.\\d GB of memory would be needed; 0\\.9 GB are allowed \\(java -Xmx sets it\\)"),
                e.what());
    }

    /** What occurs often is one node: fewer than one in a hundred of the operations of four-point functions are built. */
    @Test
    void a_graph_is_refused_by_what_it_has_not_by_what_was_estimated() {
        OrderParameterSystem relu = Derivation.of(BundledModels.problem("relu-committee"));
        Sizes sizes = Sizes.of(relu.problem(), Map.of());
        SystemSize size = SystemSize.of(relu, sizes);
        double built = BoundSystem.of(relu, sizes).rightHandSide().nodes().size();
        assertTrue(size.operations() > 2 * built, size.operations() + " estimated, " + built + " built");
        ExpressionGraph graph = size.graphWithin(4000, sizes);
        for (int i = 0; i < 10; i++) {
            graph.number(i + 0.5);
        }
        BadInput refused = assertThrows(BadInput.class, () -> graph.number(-1));
        assertTrue(refused.what().contains("with more than 1.0e+01 operations"), refused.what());
    }
}
