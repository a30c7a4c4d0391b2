package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.macrostate.engine.study.BundledStudies;
import org.macrostate.equations.derive.Derivation;
import org.macrostate.equations.derive.Equation;
import org.macrostate.equations.derive.OrderParameterSystem;
import org.macrostate.equations.model.BundledModels;
import org.macrostate.reports.html.MathMathml;
import org.macrostate.reports.latex.PdfLatex;
import org.macrostate.reports.typeset.Typesetter;

/** Reports as their readers get them: compiled, rendered, opened in a browser. */
class ReportProofTest {
    private static final Pattern OVERFULL = Pattern.compile("Overfull \\\\[hv]box \\(([0-9.]+)pt");
    private static final double WIDEST = 5;

    /**
     * What chktex may not say. Left aside is what it says of machine-written mathematics: a command that ends with a space
     * (1), brackets that are scaled (3, 9), hyphens in words (8), a full stop behind a capital letter (13); and of the punctuation of users' own words (12, 26, 36) and names with indices in
     * indices (44).
     */
    private static final String CHKTEX = "-n1 -n3 -n8 -n9 -n12 -n13 -n26 -n36 -n44";

    private static final String STUDY = """
            study: proof
            title: 'Proof: 50% of a_b, \\input{/etc/passwd}, \\write18{ls}, <script>alert(1)</script>'
            model: linear-vae
            questions:
              - thresholds:    {state: collapsed, solve: beta}
              - fixed-points:  {set: {beta: 0.5}}
              - integrate:     {until: 200, points: 21, start: {m: 0.01, d: 0.1}, curves: {beta: [0.5, 2.5]}}
              - phase-diagram: {x: "beta=0.5:3:6", y: "eta=0.2:2:5"}
              - check:         {dimension: [30, 60], runs: 4, until: 5, set: {tau: 0.1}, reduced: true}
            report: {formats: [tex, html], derivation: all}
            """;

    @TempDir
    Path folder;

    @Test
    void a_report_is_ready_to_be_read() throws Exception {
        Path study = Files.writeString(folder.resolve("study.yaml"), STUDY);
        Path out = folder.resolve("out");
        Called called = Called.with("study", study.toString(), "--quiet", "--out", out.toString());
        assertEquals("", called.err());
        prove(out, equationsAreIn(Files.readString(out.resolve("report.html")), "linear-vae"));
    }

    static List<String> studies() {
        return List.copyOf(BundledStudies.names());
    }

    @ParameterizedTest
    @MethodSource("studies")
    @Tag("slow")
    void the_report_of_every_bundled_study_is_ready_to_be_read(String name) throws Exception {
        Path out = folder.resolve(name);
        Called called = Called.with("study", name, "--quiet", "--out", out.toString());
        assertEquals(
                List.of(),
                called.err()
                        .lines()
                        .filter(line -> !line.startsWith("macrostate: note:"))
                        .toList());
        int equations = equationsAreIn(
                Files.readString(out.resolve("report.html")),
                BundledStudies.study(name).model());
        prove(out, equations);
    }

    /** Their number. */
    private static int equationsAreIn(String html, String model) {
        OrderParameterSystem system = Derivation.of(BundledModels.problem(model));
        Typesetter typesetter = Typesetter.of(system.problem());
        for (Equation equation : system.equations()) {
            String left = MathMathml.of(typesetter.of(equation).left());
            assertTrue(
                    html.contains(left),
                    "no equation for " + equation.variable().name());
        }
        return system.equations().size();
    }

    private void prove(Path out, int equations) throws Exception {
        assumeTrue(new PdfLatex().isInstalled(), "no pdflatex on the PATH");
        List<Path> needed;
        try (Stream<Path> files = Files.list(out)) {
            needed = files.filter(f -> f.toString().matches(".*\\.(csv|tex)")).toList();
        }
        PdfLatex.Compiled compiled =
                assertInstanceOf(PdfLatex.Compiled.class, new PdfLatex().compile(out.resolve("report.tex"), needed));
        assertEquals(List.of(), overfull(compiled.log()));
        assertEquals(
                List.of(),
                compiled.log()
                        .lines()
                        .filter(l -> l.contains("undefined") || l.contains("LaTeX Warning"))
                        .toList());
        notBlank(out, compiled.pdf(), 2);
        if (isThere("chktex")) {
            List<String> command = new ArrayList<>(List.of("chktex", "-q"));
            command.addAll(List.of(CHKTEX.split(" ")));
            command.add("report.tex");
            assertEquals("", run(out, command));
        }
        if (isThere("chromium")) {
            run(
                    out,
                    List.of(
                            "chromium",
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--no-pdf-header-footer",
                            "--print-to-pdf=browser.pdf",
                            out.resolve("report.html").toUri().toString()));
            notBlank(out, out.resolve("browser.pdf"), 2);
            String shown = run(out, List.of("pdftotext", "browser.pdf", "-"));
            Matcher tags = Pattern.compile("class=\"tag\">(\\(\\d+\\))<")
                    .matcher(Files.readString(out.resolve("report.html")));
            int numbered = 0;
            while (tags.find()) {
                numbered++;
                assertTrue(shown.contains(tags.group(1)), "equation " + tags.group(1) + " is not on the printed pages");
            }
            assertTrue(numbered >= equations, "only " + numbered + " equations are numbered");
        }
    }

    private static List<String> overfull(String log) {
        return log.lines()
                .filter(line -> {
                    Matcher box = OVERFULL.matcher(line);
                    return box.find() && Double.parseDouble(box.group(1)) > WIDEST;
                })
                .toList();
    }

    /** Every page but perhaps the last has ink on at least one point in two hundred. */
    private static void notBlank(Path out, Path pdf, int fewest) throws Exception {
        if (!isThere("pdftoppm")) {
            return;
        }
        String name = String.valueOf(pdf.getFileName()).replace(".pdf", "-page");
        run(out, List.of("pdftoppm", "-r", "30", "-gray", pdf.toString(), name));
        List<Path> pages;
        try (Stream<Path> files = Files.list(out)) {
            pages = files.filter(f -> f.getFileName().toString().startsWith(name))
                    .sorted()
                    .toList();
        }
        assertTrue(pages.size() >= fewest, pages.toString());
        for (Path page : pages) {
            byte[] grey = Files.readAllBytes(page);
            int dark = 0;
            for (int i = 20; i < grey.length; i++) {
                dark += (grey[i] & 0xFF) < 200 ? 1 : 0;
            }
            double least = page.equals(pages.get(pages.size() - 1)) ? 0.0002 : 0.005;
            assertTrue(dark > least * grey.length, page.getFileName() + " is blank: " + dark + " of " + grey.length);
        }
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(Path in, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("macrostate", ".out");
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(false)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(process.waitFor(20, TimeUnit.MINUTES), () -> command + " does not end");
        String said = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return said;
    }
}
