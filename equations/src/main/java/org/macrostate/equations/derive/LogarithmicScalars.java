package org.macrostate.equations.derive;

import java.util.List;
import java.util.Set;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.model.Domain;
import org.macrostate.equations.tensor.Apply;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.Function;
import org.macrostate.equations.tensor.Kind;
import org.macrostate.equations.tensor.Substitution;
import org.macrostate.equations.tensor.Symbol;

/**
 * The same system with some positive scalars D replaced by their logarithms ℓ, in their places in the state and under their
 * names: {@code D = exp ℓ} wherever it stands, {@code dℓ/dt = (dD/dt)/D}. No step of an integrator then leaves D > 0.
 */
public final class LogarithmicScalars {
    private final Set<String> names;

    private LogarithmicScalars(Set<String> names) {
        this.names = names;
    }

    /**
     * The system in the new coordinates; its phases and its derivation are left out.
     *
     * @throws BadInput if a name is not that of a trained number, or its domain is not {@code positive}
     */
    public static OrderParameterSystem in(OrderParameterSystem system, Set<String> names) {
        List<String> known = system.variables().stream()
                .filter(variable -> variable.kind() == Kind.SCALAR)
                .map(StateVariable::name)
                .toList();
        for (String name : names) {
            StateVariable variable = system.variable(name)
                    .filter(v -> known.contains(v.name()))
                    .orElseThrow(() -> BadInput.unknownName("trained number", name, known));
            if (variable.domain() != Domain.POSITIVE) {
                throw new BadInput("the logarithm of " + name + " is no coordinate: its domain is "
                        + variable.domain().text() + ", and must be positive");
            }
        }
        return new LogarithmicScalars(names).of(system);
    }

    private OrderParameterSystem of(OrderParameterSystem system) {
        Substitution exponentials = Substitution.atoms(this::exponential);
        List<Equation> equations = system.equations().stream()
                .map(e -> new Equation(e.variable(), rate(e, exponentials)))
                .toList();
        List<NamedTerm> pieces = system.pieces().stream()
                .map(p -> NamedTerm.of(p.name(), p.indices(), exponentials.in(p.value()), p.meaning())
                        .by(p.rule(), p.numerical())
                        .of(p.statistic())
                        .integrating(p.integrand()))
                .toList();
        List<Formula> observables = system.observables().stream()
                .map(o -> new Formula(o.name(), exponentials.in(o.value())))
                .toList();
        return new OrderParameterSystem(
                system.problem(),
                system.limit(),
                equations,
                pieces,
                system.tables(),
                observables,
                List.of(),
                List.of());
    }

    private Expression rate(Equation equation, Substitution exponentials) {
        Expression rate = exponentials.in(equation.rate());
        return names.contains(equation.variable().name())
                ? rate.over(Apply.of(Function.EXP, equation.variable().symbol()))
                : rate;
    }

    private Expression exponential(Expression atom) {
        return atom instanceof Symbol symbol && symbol.kind() == Kind.SCALAR && names.contains(symbol.name())
                ? Apply.of(Function.EXP, atom)
                : atom;
    }
}
