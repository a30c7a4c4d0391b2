package org.macrostate.reports.typeset;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Greek letters by name, and the few other letters that TeX calls by name. */
public final class Greek {
    private static final String PAIRS =
            "alpha α beta β gamma γ delta δ varepsilon ε epsilon ϵ zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ"
                    + " lambda λ mu μ nu ν xi ξ pi π rho ρ varrho ϱ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω"
                    + " Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω"
                    + " ell ℓ hbar ℏ partial ∂ nabla ∇ infty ∞ star ⋆ ast ∗ dagger † prime ′ perp ⊥";
    private static final Map<String, String> LETTERS = new LinkedHashMap<>();
    private static final Map<String, String> COMMANDS = new HashMap<>();

    static {
        String[] words = PAIRS.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            LETTERS.put(words[i], words[i + 1]);
            COMMANDS.put(words[i + 1], "\\" + words[i]);
        }
    }

    private Greek() {}

    /** The letter a TeX command stands for: {@code rho} is ρ. */
    public static Optional<String> ofCommand(String command) {
        return Optional.ofNullable(LETTERS.get(command));
    }

    /** The letter a name of the user's stands for: as {@link #ofCommand}, but eps is ε, and only Greek letters and ell. */
    public static Optional<String> ofName(String name) {
        if (name.equals("eps") || name.equals("epsilon")) {
            return Optional.of("ε");
        }
        boolean letter = LETTERS.containsKey(name)
                && Character.isLetter(LETTERS.getOrDefault(name, " ").charAt(0));
        return letter && !name.equals("hbar") ? ofCommand(name) : Optional.empty();
    }

    /** The TeX command of a letter, with its backslash. */
    public static Optional<String> command(String letter) {
        return Optional.ofNullable(COMMANDS.get(letter));
    }

    /** All letters by the names TeX has for them. */
    public static Map<String, String> letters() {
        return Collections.unmodifiableMap(LETTERS);
    }
}
