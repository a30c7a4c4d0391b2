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
        Sizes sizes = Sizes.of(system.problem(), Map.of("M", 200, "Ms", 200));
        BadInput e =
                assertThrows(BadInput.class, () -> SystemSize.of(system, sizes).requireAtMost(8e9, sizes));
        assertTrue(
                e.what()
                        .matches(
                                "sizes M=200, Ms=200 make 160400 equations with about \\d\\.\\de\\+08 operations, for which"
                                        + " about \\d+\\.\\d GB of memory would be needed; 7\\.5 GB are allowed \\(java -Xmx sets it\\)"),
                e.what());
    }
}
