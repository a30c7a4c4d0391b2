package org.macrostate.equations.adjoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.NamedTerm;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Rational;

/**
 * Pontryagin's necessary conditions for an order-parameter system {@code dX/dt = f(X, u)} with a running cost L, in index form:
 * the Hamiltonian {@code H = p·f + L}, the costate equations {@code dp/dt = -∂H/∂X}, and derivatives of H by parameters.
 *
 * <p>Named parts of the system keep their names; the derivative of H by a part is a named part of its own (reverse
 * accumulation, Griewank and Walther, Evaluating Derivatives, 2nd edition, section 3.2). The costate of an overlap of one family
 * with itself is a symmetric matrix, and H sums over all its entries: off the diagonal an entry is half the derivative of the
 * goal by the overlap, which stands for two entries.
 *
 * <p>Pontryagin et al., The Mathematical Theory of Optimal Processes (1962); Bryson and Ho, Applied Optimal Control (1975),
 * chapter 2.
 *
 * @param system what is controlled
 * @param cost L, in order parameters, parts and parameters
 * @param hamiltonian H, in these and the costates
 * @param parts derivatives of H by named parts, each in terms of earlier ones and parts of the system
 * @param equations a costate and its time derivative for each state variable, in the order of the state
 */
public record CostateSystem(
        OrderParameterSystem system,
        Expression cost,
        Expression hamiltonian,
        List<NamedTerm> parts,
        List<Equation> equations) {
    public CostateSystem {
        parts = List.copyOf(parts);
        equations = List.copyOf(equations);
    }

    /** Without running costs. */
    public static CostateSystem of(OrderParameterSystem system) {
        return of(system, Rational.ZERO);
    }

    /**
     * With a running cost.
     *
     * @throws org.macrostate.equations.BadInput if a function in the equations has no derivative in closed form
     */
    public static CostateSystem of(OrderParameterSystem system, Expression cost) {
        return new CostateDerivation(system, cost).derived();
    }

    /** The system with its costates as further state variables, and the parts of both. */
    public OrderParameterSystem joined() {
        List<Equation> all = new ArrayList<>(system.equations());
        all.addAll(equations);
        List<NamedTerm> pieces = new ArrayList<>(system.pieces());
        pieces.addAll(parts);
        return new OrderParameterSystem(
                system.problem(),
                system.limit(),
                all,
                pieces,
                system.covariances(),
                system.functions(),
                system.tables(),
                system.observables(),
                system.phases(),
                system.steps());
    }

    /** The switching function of a parameter; empty if the Hamiltonian does not contain it. */
    public Optional<SwitchingFunction> switching(String parameter) {
        return new ParameterDependence(this, parameter).switching();
    }

    /** The switching functions of all parameters that the Hamiltonian contains, in the order they are declared. */
    public List<SwitchingFunction> switching() {
        return system.problem().parameters().stream()
                .flatMap(parameter -> switching(parameter.name()).stream())
                .toList();
    }
}
