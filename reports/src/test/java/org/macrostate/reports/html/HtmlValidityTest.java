package org.macrostate.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;
import org.macrostate.reports.SampleDocument;
import org.macrostate.reports.live.LivePart;

/** Reports before the Nu Html Checker, which knows HTML, SVG and MathML. */
class HtmlValidityTest {
    /** Younger than the checker: CSS Color Adjustment Module Level 1, CSS Box Sizing Module Level 4. */
    private static final List<String> KNOWN_BETTER = List.of(
            "“color-scheme”: Property “color-scheme” doesn't exist",
            "“aspect-ratio”: Property “aspect-ratio” doesn't exist");

    @Test
    void a_report_with_everything_in_it_is_valid() throws Exception {
        String html = HtmlDocument.render(SampleDocument.of("linear-vae", "oja", "soft-committee"));
        assertEquals(List.of(), complaints(html));
    }

    @Test
    void a_report_with_a_live_section_is_valid_and_well_formed() throws Exception {
        LivePart live = new LivePart(
                "const theory = {labels: [\"a\"]}; // a < b && c > d", Map.of("html", "<b>&amp;</b>"), true, true);
        String html = HtmlDocument.render(SampleDocument.of("oja"), live.section());
        assertEquals(List.of(), complaints(html));
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_checker_would_complain() throws Exception {
        String html = HtmlDocument.render(SampleDocument.of("oja")).replaceFirst("<p>", "<p bad=\"x\"><li>");
        assertTrue(complaints(html).size() > 1);
    }

    private static List<String> complaints(String html) throws Exception {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        validator.setNoLangDetect(true);
        String said = validator.validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        List<String> complaints = new ArrayList<>();
        said.lines()
                .filter(line -> line.contains("error") && KNOWN_BETTER.stream().noneMatch(line::contains))
                .forEach(complaints::add);
        return complaints;
    }
}
