package org.macrostate.reports.figure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.macrostate.reports.document.VisibleText;

/** Text for pdfLaTeX: escapes characters, and accepts TeX written by users only if it is mathematics and text. */
final class TexText {
    private static final Map<String, String> SPECIAL =
            pairs("\\ \\textbackslash{} { \\{ } \\} $ \\$ & \\& # \\# % \\% _ \\_ ^ \\textasciicircum{} ~ "
                    + "\\textasciitilde{} < \\textless{} > \\textgreater{} | \\textbar{} \" {\\char34} – -- — "
                    + "--- − $-$ × $\\times$ · $\\cdot$ ± $\\pm$ ∞ $\\infty$ ≤ $\\le$ ≥ $\\ge$ ≠ $\\ne$ ≈ "
                    + "$\\approx$ → $\\to$ √ $\\sqrt{}$ ² $^{2}$ ³ $^{3}$ ⟨ $\\langle$ ⟩ $\\rangle$ … "
                    + "\\ldots{} ' \\textquotesingle{} ` \\textasciigrave{} ’ ' ° $^{\\circ}$ ∂ $\\partial$");
    private static final String GREEK =
            "αalpha βbeta γgamma δdelta εvarepsilon ζzeta ηeta θtheta ιiota κkappa λlambda μmu νnu "
                    + "ξxi πpi ρrho σsigma τtau υupsilon φvarphi ϕphi χchi ψpsi ωomega ΓGamma ΔDelta ΘTheta "
                    + "ΛLambda ΞXi ΠPi ΣSigma ΦPhi ΨPsi ΩOmega ℓell";
    private static final Map<Integer, String> LETTERS = Arrays.stream(GREEK.split(" "))
            .collect(Collectors.toUnmodifiableMap(s -> s.codePointAt(0), s -> "$\\" + s.substring(1) + "$"));
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉";

    private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+|.|$)", Pattern.DOTALL);
    private static final Set<String> ALLOWED =
            Set.of(("alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa varkappa "
                            + "lambda mu nu xi pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi "
                            + "omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell hbar partial "
                            + "nabla infty hat widehat tilde widetilde bar overline underline vec dot ddot check "
                            + "breve acute grave mathrm mathbf mathit mathsf mathcal mathbb mathfrak boldsymbol text "
                            + "textrm textbf textit textsf textsubscript textsuperscript operatorname frac tfrac "
                            + "dfrac sqrt left right langle rangle lvert rvert lVert rVert cdot cdots ldots dots "
                            + "times pm mp star ast circ bullet dagger prime perp parallel sum prod int le leq ge geq "
                            + "ne neq approx sim simeq equiv propto ll gg to in log ln exp sin cos tan tanh sinh cosh "
                            + "max min lim textbackslash textasciicircum textasciitilde textless textgreater "
                            + "textbar textquotesingle textasciigrave char quad top")
                    .split(" "));
    private static final Set<String> ALLOWED_SIGNS =
            Set.of("{", "}", "%", "_", "&", "#", "$", ",", ";", ":", "!", " ", "|");

    private TexText() {}

    /** The text as it is, for text mode. Characters that pdfLaTeX has no letter for are shown by number. */
    static String escape(String text) {
        var out = new StringBuilder();
        int before = 0;
        for (int c : VisibleText.of(text).codePoints().toArray()) {
            boolean joined = before == c && (c == '-' || c == ',');
            out.append(joined ? "{}" : "").append(letter(c));
            before = c;
        }
        return out.toString();
    }

    /**
     * Whether the TeX is only mathematics and text: known commands, braces and dollars in pairs, no comments, no
     * characters by code.
     */
    static boolean isHarmless(String tex) {
        var matcher = COMMAND.matcher(tex);
        while (matcher.find()) {
            String name = matcher.group(1);
            if (!ALLOWED.contains(name) && !ALLOWED_SIGNS.contains(name)) {
                return false;
            }
        }
        String rest = COMMAND.matcher(tex).replaceAll(" ");
        return rest.codePoints().allMatch(c -> isLatin(c) && "%&#~".indexOf(c) < 0)
                && !rest.contains("^^")
                && isPaired(rest);
    }

    private static boolean isPaired(String tex) {
        int depth = 0;
        boolean math = false;
        for (char c : tex.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '$') {
                math = !math;
            }
            if (depth < 0 || (c == '$' && depth != 0) || (!math && (c == '_' || c == '^'))) {
                return false;
            }
        }
        return depth == 0 && !math;
    }

    private static String letter(int c) {
        String single = Character.toString(c);
        if (SPECIAL.containsKey(single)) {
            return SPECIAL.getOrDefault(single, "");
        }
        if (LETTERS.containsKey(c)) {
            return LETTERS.getOrDefault(c, "");
        }
        if (RAISED.indexOf(c) >= 0) {
            return "$^{" + RAISED.indexOf(c) + "}$";
        }
        if (LOWERED.indexOf(c) >= 0) {
            return "$_{" + LOWERED.indexOf(c) + "}$";
        }
        return isLatin(c) ? single : c == '⁻' ? "$^{-}$" : VisibleText.code(c);
    }

    /** Letters that pdfLaTeX has in any of its text fonts. */
    private static boolean isLatin(int c) {
        return (c >= ' ' && c < 127) || (c >= 'À' && c <= 'ÿ' && "ÐÞðþ÷".indexOf(c) < 0);
    }

    private static Map<String, String> pairs(String list) {
        String[] words = list.split(" ");
        var map = new HashMap<String, String>();
        for (int i = 0; i < words.length; i += 2) {
            map.put(words[i], words[i + 1]);
        }
        return Map.copyOf(map);
    }
}
