package org.macrostate.solvers.continuation;

import java.util.List;
import java.util.Map;
import org.macrostate.solvers.kernel.CompiledSystem;

/**
 * Curves of bifurcations through points that are known, followed over two parameters for their points of codimension two.
 * Mutable: used once.
 */
public final class CurvesThrough {
    private final CurveFollowing following;

    /**
     * @param set values of parameters by name; others have their defaults
     * @throws org.macrostate.equations.BadInput if a parameter is unknown, leaves its domain, or is both
     */
    public CurvesThrough(CompiledSystem system, Map<String, Double> set, ParameterRange p, ParameterRange q) {
        this.following = new CurveFollowing(system, set, p, q, CurveLimits.USUAL, (probe, value) -> {
            throw new IllegalStateException("only curves through given points are followed");
        });
    }

    /**
     * Follows the curve through a point, unless it was followed before.
     *
     * @param state n, a bifurcation of this kind
     * @param frequency of the critical pair of a Hopf point; 0 for other kinds
     * @return false if it could not be followed
     */
    public boolean follow(Bifurcation.Kind kind, double[] state, double p, double q, double frequency) {
        return following.follow(kind, state, p, q, frequency);
    }

    /** On the curves that were followed, each once. */
    public List<CodimensionTwo> points() {
        return following.points();
    }
}
