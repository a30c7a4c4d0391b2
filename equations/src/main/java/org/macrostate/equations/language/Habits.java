package org.macrostate.equations.language;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.macrostate.equations.BadInput;

/** What people who write Python, or notes on paper, call a function, and how it is written here. */
final class Habits {
    private static final Map<String, String> WRITTEN = Map.ofEntries(
            Map.entry("tanh", "Tanh[h]"),
            Map.entry("sinh", "Sinh[h]"),
            Map.entry("cosh", "Cosh[h]"),
            Map.entry("exp", "Exp[h]"),
            Map.entry("log", "Log[h]"),
            Map.entry("ln", "Log[h]"),
            Map.entry("sqrt", "Sqrt[h]"),
            Map.entry("abs", "Abs[h]"),
            Map.entry("erf", "Erf[h]"),
            Map.entry("sin", "Sin[h]"),
            Map.entry("cos", "Cos[h]"),
            Map.entry("tan", "Tan[h]"),
            Map.entry("arctan", "ArcTan[h]"),
            Map.entry("sign", "Sign[h]"),
            Map.entry("sgn", "Sign[h]"),
            Map.entry("max", "Max[h, 0]"),
            Map.entry("min", "Min[h, 0]"),
            Map.entry("sum", "Sum[h[k], {k, M}]"),
            Map.entry("relu", "Ramp[h]"),
            Map.entry("heaviside", "UnitStep[h]"),
            Map.entry("theta", "UnitStep[h]"),
            Map.entry("sigmoid", "1/(1 + Exp[-h])"),
            Map.entry("logistic", "1/(1 + Exp[-h])"),
            Map.entry("softplus", "Log[1 + Exp[h]]"),
            Map.entry("expectation", "Mean[h]"),
            Map.entry("average", "Mean[h]"),
            Map.entry("mean", "Mean[h]"));
    private static final Set<String> MODULES = Set.of("np", "numpy", "torch", "jnp", "math", "tf", "scipy");

    private Habits() {}

    /** The complaint about a function of another language, if the name is one; it says how that is written here. */
    static Optional<BadInput> ofFunction(String role, String name) {
        if (name.equals("E")) {
            return Optional.of(said(role, name, "an expectation is written Mean[h], in observables"));
        }
        if (MODULES.contains(name)) {
            return Optional.of(said(role, name, "functions stand alone here, as in Tanh[h]"));
        }
        String written = WRITTEN.get(name.toLowerCase(Locale.ROOT));
        return written == null ? Optional.empty() : Optional.of(said(role, name, "it is written " + written + " here"));
    }

    private static BadInput said(String role, String name, String how) {
        return new BadInput("unknown " + role + " '" + name + "'; " + how);
    }
}
