package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The LaTeX of derived equations beside published ones. Expected is what stands in the papers, in their grouping; the order of
 * terms inside a bracket is the program's.
 */
class PublishedEquationsTest {
    private static final String COMMITTEE =
            Called.line("derive soft-committee --format latex").out();

    /** Terms of a sum as a set, each with its sign; no bracket of the published equations holds another one. */
    private static Set<String> terms(String sum) {
        String plain = sum.replaceAll("\\\\\\\\\\s*&\\\\hspace\\{\\d+em\\}", "")
                .replaceAll("\\s+", " ")
                .strip();
        Set<String> terms = new TreeSet<>();
        for (String term : (plain.startsWith("-") ? plain : "+ " + plain).split("(?= [+-] )")) {
            terms.add(term.strip());
        }
        return terms;
    }

    private static String right(String left) {
        int at = COMMITTEE.indexOf(left + " &= ");
        assertTrue(at >= 0, left + " in " + COMMITTEE);
        String rest = COMMITTEE.substring(at + left.length() + 4);
        int next = rest.indexOf("\\frac{\\mathrm{d}");
        int end = rest.indexOf("\\end{align");
        return rest.substring(0, next >= 0 && next < end ? next : end).replaceAll("\\\\\\\\\\s*$", "");
    }

    /** What is in the bracket after a factor. */
    private static String bracket(String formula, String factor) {
        Matcher found = Pattern.compile(Pattern.quote(factor) + "\\\\Bigl\\[(.*?)\\\\Bigr\\]", Pattern.DOTALL)
                .matcher(formula);
        assertTrue(found.find(), factor + " in " + formula);
        return found.group(1);
    }

    /**
     * Saad and Solla, Phys. Rev. E 52, 4225 (1995): dR_in/dα = η [Σ_m I_3(i,n,m) − Σ_j I_3(i,n,j)]; here with weight decay, and
     * the minus in front.
     */
    @Test
    void the_overlaps_with_the_teacher_move_as_published() {
        String formula = right("\\frac{\\mathrm{d}R_{ka}}{\\mathrm{d}t}");
        assertEquals(
                new TreeSet<>(List.of(
                        "+ \\sum_{l=1}^{K} I_{3}(x_{k}, y_{a}, x_{l})",
                        "+ \\mathrm{decay}\\,R_{ka}", "- \\sum_{b=1}^{M} I_{3}(x_{k}, y_{a}, y_{b})")),
                terms(bracket(formula, "-\\eta")));
    }

    /**
     * The same for dQ_ik/dα: η [Σ_m I_3(i,k,m) − Σ_j I_3(i,k,j)] + η [Σ_m I_3(k,i,m) − Σ_j I_3(k,i,j)] + η² [Σ_nm I_4(i,k,n,m)
     * − 2 Σ_jn I_4(i,k,j,n) + Σ_jl I_4(i,k,j,l)]; with output noise of variance σ² also η² σ² J_2(i,k) (Goldt et al., NeurIPS
     * 2019).
     */
    @Test
    void the_overlaps_of_the_students_move_as_published() {
        String formula = right("\\frac{\\mathrm{d}Q_{kl}}{\\mathrm{d}t}");
        assertEquals(
                new TreeSet<>(List.of(
                        "+ \\sum_{a,b=1}^{M} I_{4}(x_{k}, x_{l}, y_{a}, y_{b})",
                        "+ \\sum_{j,i=1}^{K} I_{4}(x_{k}, x_{l}, x_{j}, x_{i})",
                        "+ \\sigma^{2}J_{2}(x_{k}, x_{l})",
                        "- 2 \\sum_{j=1}^{K} \\sum_{a=1}^{M} I_{4}(x_{k}, x_{l}, y_{a}, x_{j})")),
                terms(bracket(formula, "\\eta^{2}")));
        assertEquals(
                new TreeSet<>(List.of(
                        "+ \\sum_{j=1}^{K} I_{3}(x_{k}, x_{l}, x_{j})",
                        "+ \\sum_{j=1}^{K} I_{3}(x_{l}, x_{k}, x_{j})",
                        "+ 2\\,\\mathrm{decay}\\,Q_{kl}",
                        "- \\sum_{a=1}^{M} I_{3}(x_{k}, x_{l}, y_{a})",
                        "- \\sum_{a=1}^{M} I_{3}(x_{l}, x_{k}, y_{a})")),
                terms(bracket(formula.substring(formula.indexOf("- \\eta")), "- \\eta")));
    }

    /** ε_g = ½ Σ_ik I_2(i,k) + ½ Σ_nm I_2(n,m) − Σ_in I_2(i,n). */
    @Test
    void the_generalisation_error_is_as_published() {
        String formula = right("\\varepsilon_{g}");
        assertEquals(
                new TreeSet<>(List.of(
                        "+ \\frac{1}{2} \\sum_{a,b=1}^{M} I_{2}(y_{a}, y_{b})",
                        "+ \\frac{1}{2} \\sum_{k,l=1}^{K} I_{2}(x_{k}, x_{l})",
                        "- \\sum_{k=1}^{K} \\sum_{a=1}^{M} I_{2}(y_{a}, x_{k})")),
                terms(formula));
    }

    /** One page of A4 at eleven points: fewer rows than it has. */
    @Test
    void the_committee_fits_a_page() {
        long rows = Arrays.stream(COMMITTEE.split("\n"))
                .filter(line -> !line.startsWith("%"))
                .count();
        assertTrue(rows <= 50, rows + " rows");
    }
}
