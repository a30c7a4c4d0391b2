package org.macrostate.engine.model;

import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.graph.BoundSystem;
import org.macrostate.equations.graph.QuadratureError;
import org.macrostate.solvers.integrate.QuadratureAlong;

/** The equations of an instance with other quadrature nodes than its own, and the errors that the difference tells. */
final class OtherNodes {
    private final ModelInstance model;
    private final Theory theory;

    OtherNodes(ModelInstance model) {
        this.model = model;
        this.theory = model.settings().theory();
    }

    private boolean isEstimated() {
        return !theory.unestimated() && !model.system().numericalPieces().isEmpty();
    }

    /** Estimated errors of parts without a closed form, at states in general position; none where they are not asked for. */
    Map<String, Double> errors() {
        if (!isEstimated()) {
            return Map.of();
        }
        int nodes = theory.quadratureNodes();
        OrderParameterSystem other = QuadratureError.needsNoDerivation(model.system(), nodes)
                ? model.system()
                : with(QuadratureError.coarser(nodes));
        return QuadratureError.ofPieces(
                BoundSystem.of(model.system(), model.sizes()), other, model.parameters(), QuadratureAlong::compiled);
    }

    /** Equations that are more exact; empty where every expectation is a closed form, or errors are not to be estimated. */
    Optional<OrderParameterSystem> refined() {
        if (!isEstimated()) {
            return Optional.empty();
        }
        int nodes = theory.quadratureNodes();
        return Optional.of(
                QuadratureError.needsNoDerivation(model.system(), nodes)
                        ? model.system()
                        : with(QuadratureError.refined(nodes)));
    }

    /** Equations with fixed nodes in sums that are written out. */
    OrderParameterSystem fixed() {
        boolean fixed = theory.quadratureNodes() > 0;
        return fixed || model.system().numericalPieces().isEmpty()
                ? model.system()
                : model.inSubspace(theory.deriveWritten(model.problem()));
    }

    private OrderParameterSystem with(int nodes) {
        return model.inSubspace(theory.derive(model.problem(), nodes));
    }
}
