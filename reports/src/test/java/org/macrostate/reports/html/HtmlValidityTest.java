package org.macrostate.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;
import org.macrostate.reports.SampleDocument;

/** Reports before the Nu Html Checker, which knows HTML, SVG and MathML. */
class HtmlValidityTest {
    /** Younger than the checker; CSS Color Adjustment Module Level 1. */
    private static final String KNOWN_BETTER = "“color-scheme”: Property “color-scheme” doesn't exist";

    @Test
    void a_report_with_everything_in_it_is_valid() throws Exception {
        String html = HtmlDocument.render(SampleDocument.of("linear-vae", "oja", "soft-committee"));
        assertEquals(List.of(), complaints(html));
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
                .filter(line -> line.contains("error") && !line.contains(KNOWN_BETTER))
                .forEach(complaints::add);
        return complaints;
    }
}
