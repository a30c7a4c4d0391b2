package org.macrostate.equations.language;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.macrostate.equations.BadInput;

/** Names of functions in Python or on paper, with the spelling of this language. */
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
            Map.entry("log1p", "Log[1 + h]"),
            Map.entry("expm1", "Exp[h] - 1"),
            Map.entry("power", "h^2"),
            Map.entry("pow", "h^2"),
            Map.entry("square", "h^2"),
            Map.entry("norm", "Sqrt[w.w], and its square w.w"),
            Map.entry("inner", "w.u"),
            Map.entry("dot", "w.u"),
            Map.entry("where", "If[h > 0, 1, 0]"),
            Map.entry("if", "If[h > 0, 1, 0]"),
            Map.entry("lambda", "as an expression of the fields,"),
            Map.entry("hinge", "Ramp[1 - y h]"),
            Map.entry("silu", "h/(1 + Exp[-h])"),
            Map.entry("leaky_relu", "Ramp[h] - a Ramp[-h]"),
            Map.entry("expectation", "Mean[h]"),
            Map.entry("average", "Mean[h]"),
            Map.entry("mean", "Mean[h]"));
    private static final Set<String> MODULES = Set.of("np", "numpy", "torch", "jnp", "math", "tf", "scipy");

    /** Characters of other languages, and what stands for them here. */
    private static final Map<String, String> CHARACTERS = Map.ofEntries(
            Map.entry("%", "there are no remainders; a wave is written Sin[h] or Cos[h]"),
            Map.entry("@", "the overlap of two vectors is written w.u"),
            Map.entry(":", "an expression has no definitions; the fields stand in it as they are named"),
            Map.entry("\u2212", "a minus is written '-'"),
            Map.entry("\u2013", "a minus is written '-'"),
            Map.entry("\u00b7", "a product is written with a blank or '*', an overlap w.u"),
            Map.entry("\u00d7", "a product is written with a blank or '*'"),
            Map.entry("\u221a", "a root is written Sqrt[h]"),
            Map.entry("\u00b2", "a power is written '^', as in h^2"),
            Map.entry("\u00b3", "a power is written '^', as in h^3"));

    private Habits() {}

    /** The second half of a message about a character that no expression has: what was probably meant. */
    static String ofCharacter(String character) {
        String written = CHARACTERS.get(character);
        return written == null ? "" : "; " + written;
    }

    /** The second half of a message about an operator where a number or a name was expected. */
    static String ofOperator(String operator) {
        return switch (operator) {
            case "*" -> "; a power is written '^', as in h^2";
            case "/" -> "; a quotient has one '/', and whole numbers are not divided to whole ones";
            default -> "";
        };
    }

    /** The message for the name of a function in another language, with its spelling in this one; empty for other names. */
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
