package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that {@code explore} writes, in a real browser: what it shows is what the commands compute. */
class LivePageTest {
    /** Nothing is wider than the window. */
    private static final String FITS = "document.documentElement.scrollWidth <= document.documentElement.clientWidth";

    @TempDir
    Path folder;

    private Path page() throws Exception {
        Path page = folder.resolve("page.html");
        Called.with(
                        "explore",
                        "linear-vae",
                        "--x",
                        "beta=0.1:3:16",
                        "--y",
                        "eta=0.1:2:12",
                        "--until",
                        "1000",
                        "--out",
                        page.toString())
                .succeeds();
        return page;
    }

    @Test
    void a_page_is_one_small_file_that_names_no_network() throws Exception {
        Path page = page();
        String text = Files.readString(page);
        assertTrue(Files.size(page) < 400_000, "bytes: " + Files.size(page));
        assertTrue(text.contains("default-src 'none'"));
        assertFalse(text.matches("(?s).*(src|href)=\"?https?:.*"), "something is loaded");
    }

    @Test
    void dragging_the_point_and_moving_a_slider_show_what_integrate_and_fixed_points_compute() throws Exception {
        try (Browser browser = Browser.open()) {
            browser.show(page());
            browser.await("document.querySelector('[data-end=eps_g]') !== null");
            browser.drag("#diagram", new double[] {0.3, 0.4}, new double[] {0.62, 0.7});
            browser.drag("#slider-rho", new double[] {0.5, 0.5}, new double[] {0.56, 0.5});
            browser.await("location.hash.includes('rho')");
            String set = values(browser, List.of("rho", "eta", "beta"));
            double shown = browser.value("document.querySelector('[data-end=eps_g]').dataset.exact")
                    .asDouble();
            Called run = Called.with("integrate", "linear-vae", "--times", "0,1000", "--set", set)
                    .succeeds();
            List<String> lines = run.out().lines().toList();
            double computed =
                    Double.parseDouble(lines.get(2).substring(lines.get(2).lastIndexOf(',') + 1));
            assertEquals(computed, shown, 1e-7 * (1 + Math.abs(computed)), set);

            double beta = number(browser, "beta");
            double threshold = browser.value(
                            "document.querySelector('[data-threshold=\"collapsed beta\"]').dataset.exact")
                    .asDouble();
            assertEquals(number(browser, "rho") + number(browser, "eta"), threshold, 1e-12);
            String phase = browser.value("document.querySelector('#phase').textContent")
                    .asText();
            assertTrue(phase.startsWith(beta < threshold ? "learned" : "collapsed"), phase + " at " + set);
        }
    }

    /** Written out, the derivatives of the sums over nodes take megabytes: the page takes differences. */
    @Tag("slow")
    @Test
    void a_model_whose_rates_are_integrals_has_a_page() throws Exception {
        Path page = folder.resolve("tanh.html");
        Called.with("explore", "tanh-committee", "--until", "5", "--out", page.toString())
                .succeeds();
        assertTrue(Files.size(page) < 400_000, "bytes: " + Files.size(page));
        try (Browser browser = Browser.open()) {
            browser.show(page);
            browser.await("document.querySelector('[data-end=eps_g]') !== null");
            double shown = browser.value("document.querySelector('[data-end=eps_g]').dataset.exact")
                    .asDouble();
            Called run =
                    Called.with("integrate", "tanh-committee", "--times", "0,5").succeeds();
            String last = run.out().lines().toList().get(2);
            double computed = Double.parseDouble(last.substring(last.lastIndexOf(',') + 1));
            assertEquals(computed, shown, 1e-6 * (1 + Math.abs(computed)));
        }
    }

    @Test
    void the_live_section_of_a_report_follows_its_sliders_and_the_keyboard() throws Exception {
        Path study = Files.writeString(
                folder.resolve("s.yaml"),
                "study: s\nmodel: linear-vae\nset: {tau: 0.02}\nquestions:\n"
                        + "  - thresholds: {state: collapsed, solve: beta}\n"
                        + "  - integrate: {until: 500, points: 3, start: {m: 0.02, d: 0.1}}\n"
                        + "  - phase-diagram: {x: \"beta=0.1:3:13\", y: \"eta=0.1:2:9\"}\nreport: {formats: [html]}\n");
        Path out = folder.resolve("out");
        Called.with("study", study.toString(), "--out", out.toString(), "--quiet")
                .succeeds();
        Path page = out.resolve("report.html");
        assertTrue(Files.size(page) < 400_000, "bytes: " + Files.size(page));
        try (Browser browser = Browser.open()) {
            browser.show(page);
            browser.await("document.querySelector('[data-end=eps_g]') !== null");
            browser.drag("#live-slider-rho", new double[] {0.5, 0.5}, new double[] {0.58, 0.5});
            browser.await("location.hash.includes('rho')");
            double before = number(browser, "beta");
            browser.press("#live-diagram", "\uE014");
            browser.await("Number(document.querySelector('[data-value-of=beta]').value) !== " + before);
            assertEquals(before + 0.01 * 2.9, number(browser, "beta"), 1e-3);
            double shown = browser.value("document.querySelector('[data-end=eps_g]').dataset.exact")
                    .asDouble();
            String set = values(browser, List.of("rho", "eta", "beta", "tau"));
            Called run = Called.with(
                            "integrate", "linear-vae", "--times", "0,500", "--set", set, "--start", "m=0.02,d=0.1")
                    .succeeds();
            String last = run.out().lines().toList().get(2);
            double computed = Double.parseDouble(last.substring(last.lastIndexOf(',') + 1));
            assertEquals(computed, shown, 1e-7 * (1 + Math.abs(computed)), set);
            assertEquals(
                    number(browser, "rho") + number(browser, "eta"),
                    browser.value("document.querySelector('[data-threshold=\"collapsed beta\"]').dataset.exact")
                            .asDouble(),
                    1e-12);
            browser.resize(400, 900);
            browser.await(FITS);
        }
    }

    @Test
    void a_page_fits_a_phone_and_a_dark_screen() throws Exception {
        Path page = folder.resolve("oja.html");
        Called.with("explore", "oja", "--out", page.toString()).succeeds();
        try (Browser browser = Browser.open()) {
            browser.resize(390, 800);
            browser.show(page);
            browser.await("document.querySelector('[data-end=q]') !== null");
            browser.await(FITS);
            String paper = "getComputedStyle(document.documentElement).backgroundColor";
            assertEquals("rgb(255, 255, 255)", browser.value(paper).asText());
            browser.dark();
            browser.await(paper + " !== 'rgb(255, 255, 255)'");
            assertEquals("rgb(22, 24, 29)", browser.value(paper).asText());
        }
    }

    private static double number(Browser browser, String parameter) throws Exception {
        JsonNode text = browser.value("document.querySelector('[data-value-of=" + parameter + "]').value");
        return Double.parseDouble(text.asText());
    }

    private static String values(Browser browser, List<String> parameters) throws Exception {
        StringBuilder set = new StringBuilder();
        for (String parameter : parameters) {
            set.append(set.length() == 0 ? "" : ",")
                    .append(parameter)
                    .append("=")
                    .append(number(browser, parameter));
        }
        return set.toString();
    }
}
