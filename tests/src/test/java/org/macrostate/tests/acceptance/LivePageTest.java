package org.macrostate.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that {@code explore} writes, in a real browser: what it shows is what the commands compute. */
class LivePageTest {
    @TempDir
    Path folder;

    private Path page() throws Exception {
        Path page = folder.resolve("page.html");
        Called made = Called.with(
                "explore",
                "linear-vae",
                "--x",
                "beta=0.1:3:16",
                "--y",
                "eta=0.1:2:12",
                "--until",
                "1000",
                "--out",
                page.toString());
        assertEquals(0, made.status(), made.err());
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
            Called run = Called.with("integrate", "linear-vae", "--times", "0,1000", "--set", set);
            assertEquals(0, run.status(), run.err());
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
