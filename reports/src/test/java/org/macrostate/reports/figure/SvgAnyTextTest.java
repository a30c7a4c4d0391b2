package org.macrostate.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.macrostate.reports.RandomText;
import org.macrostate.reports.document.VisibleText;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgAnyTextTest {
    private static Figure figure(String text) {
        double[] t = {0, 1, 2};
        return Figure.of(
                Axis.linear(Label.text(text)),
                Axis.linear(Label.symbol("q", "q")),
                List.of(new Layer.Curve(Label.text(text), new Csv("curve.csv", "t", "q"), t, t, Dash.SOLID, 0)),
                text);
    }

    /** Digits above and below the line as digits: figures set them as such, raised and lowered. */
    private static String lined(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean small = c == 0xB2 || c == 0xB3 || c == 0xB9 || c >= 0x2070 && c < 0x20A0;
            out.append(
                    small ? Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC) : Character.toString(c));
        });
        return out.toString();
    }

    @Test
    void any_text_of_a_figure_is_read_back_from_the_svg_and_makes_no_element() throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (String text : RandomText.texts(1000, 5).filter(t -> !t.isBlank()).toList()) {
            var svg = parser.parse(new InputSource(new StringReader(SvgFigure.render(figure(text)))));
            NodeList elements = svg.getElementsByTagName("*");
            List<String> shown = new ArrayList<>();
            for (int i = 0; i < elements.getLength(); i++) {
                String name = elements.item(i).getNodeName();
                assertTrue(
                        List.of(
                                        "svg",
                                        "style",
                                        "text",
                                        "tspan",
                                        "title",
                                        "desc",
                                        "metadata",
                                        "g",
                                        "rect",
                                        "path",
                                        "polyline",
                                        "circle",
                                        "line",
                                        "clipPath",
                                        "defs",
                                        "use")
                                .contains(name),
                        name);
                if (name.equals("text")) {
                    shown.add(elements.item(i).getTextContent());
                }
            }
            // digits above and below the line are set as raised and lowered digits
            String label = lined(VisibleText.of(text));
            assertTrue(
                    shown.stream().map(SvgAnyTextTest::lined).anyMatch(label::equals),
                    () -> label + " is not among " + shown);
        }
    }

    @Test
    void the_same_text_in_tex_is_harmless() {
        RandomText.texts(5000, 6).forEach(text -> {
            String tex = TexText.escape(text);
            assertTrue(TexText.isHarmless(tex), () -> text + " became " + tex);
            assertEquals(tex, Label.text(text).tex());
        });
    }
}
