package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @TempDir
    private Path folder;

    private Path path(String model) {
        try (InputStream file = Objects.requireNonNull(
                PublishedEquationsTest.class.getResourceAsStream("cases/" + model + ".yaml"), model)) {
            Path written = folder.resolve(model + ".yaml");
            Files.write(written, file.readAllBytes());
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String of(Map<String, String> equations, String left) {
        return Objects.requireNonNull(equations.get(left), left);
    }

    private static final Map<String, Integer> THREE_AND_TWO = Map.of("K", 3, "M", 2);

    /** Overlaps of three random students with two orthonormal teachers. */
    private static Map<String, Double> overlaps() {
        Random random = new Random(5);
        double[][] x = new double[3][6];
        Map<String, Double> values = new HashMap<>();
        for (int k = 0; k < 3; k++) {
            for (int i = 0; i < 6; i++) {
                x[k][i] = 0.6 * random.nextGaussian();
            }
            for (int l = 0; l <= k; l++) {
                double q = 0;
                for (int i = 0; i < 6; i++) {
                    q += x[k][i] * x[l][i];
                }
                values.put("Q" + (l + 1) + (k + 1), q);
            }
            values.put("R" + (k + 1) + "1", x[k][0]);
            values.put("R" + (k + 1) + "2", x[k][1]);
        }
        return values;
    }

    /**
     * M. Biehl and H. Schwarze, J. Phys. A 28, 643 (1995), for small learning rates and teachers that are orthonormal (T_ab =
     * δ_ab): the equations written out as in the paper, and what is printed, both read as LaTeX at random overlaps.
     */
    @Test
    void rates_of_small_learning_rates_are_those_of_biehl_and_schwarze() {
        String printed = Called.line("derive soft-committee --limit small-rate --format latex")
                .out();
        LatexFormulas reader = LatexFormulas.of(printed, THREE_AND_TWO, overlaps());
        Map<String, String> equations = LatexFormulas.equations(printed);
        String towards = "\\frac{2}{\\pi(1+Q_{kk})}\\Bigl["
                + "\\sum_{b=1}^{M} \\frac{\\delta_{ab}(1+Q_{kk})-R_{ka}R_{kb}}{\\sqrt{2(1+Q_{kk})-R_{kb}^{2}}}"
                + "-\\sum_{j=1}^{K} \\frac{R_{ja}(1+Q_{kk})-Q_{kj}R_{ka}}{\\sqrt{(1+Q_{kk})(1+Q_{jj})-Q_{kj}^{2}}}\\Bigr]";
        String one = "\\frac{2}{\\pi(1+Q_{kk})}\\Bigl["
                + "\\sum_{b=1}^{M} \\frac{R_{lb}(1+Q_{kk})-Q_{kl}R_{kb}}{\\sqrt{2(1+Q_{kk})-R_{kb}^{2}}}"
                + "-\\sum_{j=1}^{K} \\frac{Q_{jl}(1+Q_{kk})-Q_{kj}Q_{kl}}{\\sqrt{(1+Q_{kk})(1+Q_{jj})-Q_{kj}^{2}}}\\Bigr]";
        String other = one.replace('k', '#').replace('l', 'k').replace('#', 'l').replace("\\Bigk", "\\Bigl");
        for (int k = 1; k <= 3; k++) {
            for (int a = 1; a <= 2; a++) {
                Map<String, Integer> at = Map.of("k", k, "a", a);
                String rate = of(equations, "\\frac{\\mathrm{d}R_{ka}}{\\mathrm{d}t}");
                double published = reader.value(towards, at);
                assertTrue(Math.abs(published) > 1e-3, "R" + k + a);
                assertEquals(published, reader.value(rate, at), 1e-12, "R" + k + a);
            }
            for (int l = 1; l <= 3; l++) {
                Map<String, Integer> at = Map.of("k", k, "l", l);
                String rate = of(equations, "\\frac{\\mathrm{d}Q_{kl}}{\\mathrm{d}t}");
                double published = reader.value(one, at) + reader.value(other, at);
                assertTrue(Math.abs(published) > 1e-3, "Q" + k + l);
                assertEquals(published, reader.value(rate, at), 1e-12, "Q" + k + l);
            }
        }
    }

    /** The same paper's generalisation error. */
    @Test
    void the_generalisation_error_is_that_of_biehl_and_schwarze() {
        LatexFormulas reader = LatexFormulas.of(COMMITTEE, THREE_AND_TWO, overlaps());
        String published = "\\frac{1}{\\pi}\\Bigl["
                + "\\sum_{k,l=1}^{K} \\arcsin\\left(\\frac{Q_{kl}}{\\sqrt{(1+Q_{kk})(1+Q_{ll})}}\\right)"
                + "+\\sum_{a,b=1}^{M} \\arcsin\\left(\\frac{\\delta_{ab}}{2}\\right)"
                + "-2\\sum_{k=1}^{K} \\sum_{a=1}^{M} \\arcsin\\left(\\frac{R_{ka}}{\\sqrt{2(1+Q_{kk})}}\\right)\\Bigr]";
        assertEquals(
                reader.value(published, Map.of()),
                reader.value(of(LatexFormulas.equations(COMMITTEE), "\\varepsilon_{g}"), Map.of()),
                1e-13);
    }

    /**
     * M. Refinetti, S. Goldt, F. Krzakala, L. Zdeborová, ICML 2021, on the mixture whose clusters ±μ and ±ν have labels 1 and −1:
     * da_k/dt = −η E[Δ g(λ_k)] and dw_k·μ/dt = −η a_k E[Δ g'(λ_k) x·μ] with Δ = Σ_l a_l g(λ_l) − y, g(x) = erf(x/√2) and g'(x) =
     * √(2/π) exp(−x²/2). Each mean is over four clusters; those at ±μ share one, and of an odd function of the fields times y
     * the means of both cancel.
     */
    @Test
    void the_mixture_of_four_clusters_has_the_published_equations() {
        Map<String, String> equations = LatexFormulas.equations(
                Called.line("derive " + path("xor-erf") + " --format latex").out());
        assertEquals("n_{l}+h_{l}", of(equations, "h^{(1)}_{l}").replace("h_{l}+n_{l}", "n_{l}+h_{l}"));
        String mean = "[F_{%d}(h^{(1)}_{k},%sh^{(1)}_{l})+F_{%d}(h^{(2)}_{k},%sh^{(2)}_{l})]a_{l}";
        assertEquals(
                "-\\frac{\\eta}{2}\\sum_{l=1}^{K}" + String.format(mean, 4, "", 4, ""),
                of(equations, "\\frac{\\mathrm{d}a_{k}}{\\mathrm{d}t}"));
        assertEquals(
                "-\\frac{\\etaa_{k}}{\\sqrt{2}\\sqrt{\\pi}}\\sum_{l=1}^{K}"
                        + String.format(mean, 1, "x_{\\mu},", 1, "1+x_{\\mu},"),
                of(equations, "\\frac{\\mathrm{d}m_{k}}{\\mathrm{d}t}"));
        assertTrue(of(equations, "F_{1}(f,g,j)")
                .startsWith("\\langleg\\exp(-\\frac{f^{2}}{2})\\operatorname{erf}(\\frac{j}{\\sqrt{2}})\\rangle="));
        assertTrue(
                of(equations, "F_{4}(f,g)")
                        .startsWith(
                                "\\langle\\operatorname{erf}(\\frac{f}{\\sqrt{2}})\\operatorname{erf}(\\frac{g}{\\sqrt{2}})\\rangle="));
    }

    /** Two pages of A4: rows of equations, those with sums or fractions counted as two. */
    @ParameterizedTest
    @ValueSource(strings = {"xor-erf", "xor-relu"})
    void the_mixtures_fit_two_pages(String model) {
        String printed =
                Called.line("derive " + path(model) + " --format latex").out();
        long rows = Arrays.stream(printed.split("\n"))
                .filter(line -> !line.startsWith("%") && line.contains("&"))
                .mapToInt(line -> line.contains("\\sum") || line.contains("\\frac") ? 2 : 1)
                .sum();
        assertTrue(rows <= 90, rows + " rows");
    }
}
