package org.macrostate.reports.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.macrostate.reports.document.VisibleText;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgFigureTest {
    private final Examples examples = new Examples();

    @ParameterizedTest
    @ValueSource(strings = {"curves", "decay", "phases", "scores", "hostile", "empty"})
    void a_figure_is_xml_that_says_what_it_is_and_needs_nothing_else(String name) throws Exception {
        String svg = SvgFigure.render(example(name));
        Element root = parse(svg).getDocumentElement();
        assertEquals("img", root.getAttribute("role"));
        assertEquals(example(name).caption(), VisibleText.of(text(root, "desc")).replace("[U+202E]", "\u202E"));
        assertFalse(text(root, "title").isBlank());
        assertEquals(0, root.getElementsByTagName("script").getLength());
        assertFalse(svg.replace("http://www.w3.org/2000/svg", "").contains("http"), "a reference to elsewhere");
        assertEquals(svg, SvgFigure.render(new Examples().figures().get(name)));
    }

    @Test
    void hostile_text_is_shown_as_it_is() throws Exception {
        Element root = parse(SvgFigure.render(example("hostile"))).getDocumentElement();
        assertTrue(root.getTextContent().contains(Examples.HOSTILE.replace("\u202E", "[U+202E]")));
        assertFalse(root.getTextContent().contains("\u202E"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"curves", "decay", "phases", "scores"})
    void nothing_of_the_data_is_drawn_outside_the_box(String name) {
        FigureLayout layout = FigureLayout.of(example(name));
        Box box = layout.box();
        var seen = new ArrayList<double[]>();
        var painter = new LayerPainter(new Remembering(seen), box, layout.x(), layout.y());
        var regions = new RegionPainter(new Remembering(seen), box, layout.x(), layout.y());
        for (Layer layer : example(name).layers()) {
            if (layer instanceof Layer.RegionMap map) {
                regions.paint(map);
            } else {
                painter.paint(layer);
            }
        }
        assertTrue(seen.size() > 3);
        for (double[] points : seen) {
            for (int i = 0; i < points.length; i += 2) {
                boolean inside = points[i] >= box.left() - 1e-9
                        && points[i] <= box.right() + 1e-9
                        && points[i + 1] >= box.top() - 1e-9
                        && points[i + 1] <= box.bottom() + 1e-9;
                assertTrue(inside, points[i] + ", " + points[i + 1] + " is outside " + box);
            }
        }
    }

    @Test
    void all_coordinates_have_at_most_two_decimals_and_are_finite() {
        for (Figure figure : examples.figures().values()) {
            String svg = SvgFigure.render(figure);
            assertFalse(Pattern.compile("points=\"[^\"]*(NaN|Infinity|\\.\\d{3})")
                    .matcher(svg)
                    .find());
            assertFalse(Pattern.compile(" d=\"[^\"]*(NaN|Infinity|\\.\\d{3})")
                    .matcher(svg)
                    .find());
        }
    }

    @Test
    void every_colour_has_a_dark_value_under_a_media_query() {
        String svg = SvgFigure.render(example("phases"));
        String dark = svg.substring(svg.indexOf("@media"), svg.indexOf("</style>"));
        var classes = Pattern.compile("class=\"([sf]-[a-z-]+)\"").matcher(svg);
        int count = 0;
        while (classes.find()) {
            assertTrue(dark.contains("." + classes.group(1) + "{"), classes.group(1));
            count++;
        }
        assertTrue(count > 10);
    }

    @Test
    void sub_and_superscripts_are_smaller_and_off_the_line() throws Exception {
        Figure figure = Figure.of(
                Axis.linear(Label.symbol("τ_D", "\\tau_D")),
                Axis.linear(Label.symbol("10⁻³", "10^{-3}")),
                List.of(),
                "");
        Element root = parse(SvgFigure.render(figure)).getDocumentElement();
        NodeList spans = root.getElementsByTagName("tspan");
        Element lowered = find(spans, "D");
        assertTrue(Double.parseDouble(lowered.getAttribute("dy")) > 0);
        assertTrue(Double.parseDouble(lowered.getAttribute("font-size")) < FigureLayout.LABEL_SIZE);
        assertTrue(Double.parseDouble(find(spans, "−3").getAttribute("dy")) < 0);
    }

    private static Element find(NodeList elements, String text) {
        for (int i = 0; i < elements.getLength(); i++) {
            if (elements.item(i).getTextContent().equals(text)) {
                return (Element) elements.item(i);
            }
        }
        throw new AssertionError("no " + text);
    }

    private static String text(Element root, String tag) {
        return root.getElementsByTagName(tag).item(0).getTextContent();
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private Figure example(String name) {
        return Objects.requireNonNull(examples.figures().get(name));
    }

    /** Keeps the points of all that is drawn. */
    private record Remembering(List<double[]> seen) implements Canvas {
        @Override
        public void line(double[] points, Pen pen) {
            seen.add(points);
        }

        @Override
        public void area(List<double[]> loops, Colour fill, double opacity) {
            // Marks reach beyond the box by their size; their centres are what must be inside.
            loops.stream().filter(loop -> loop.length > 8 || opacity < 1).forEach(seen::add);
        }

        @Override
        public void disc(double x, double y, double radius, Colour fill) {
            seen.add(new double[] {x, y});
        }

        @Override
        public void text(String plain, Lettering lettering) {}
    }
}
