package org.macrostate.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.macrostate.reports.RandomText;
import org.macrostate.reports.document.Block;
import org.macrostate.reports.document.Document;
import org.macrostate.reports.document.Prose;
import org.macrostate.reports.document.Section;
import org.macrostate.reports.document.VisibleText;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class HtmlAnyTextTest {
    @Test
    void any_text_stands_in_an_element_and_in_an_attribute_as_it_was_typed() throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (String text : RandomText.texts(3000, 11).toList()) {
            String escaped = HtmlText.escape(text);
            var element = parser.parse(new InputSource(new StringReader(
                            "<p title=\"" + escaped + "\" lang='" + escaped + "'>" + escaped + "</p>")))
                    .getDocumentElement();
            assertEquals(VisibleText.of(text), element.getTextContent());
            assertEquals(VisibleText.of(text), element.getAttribute("title"));
            assertEquals(VisibleText.of(text), element.getAttribute("lang"));
            assertEquals(0, element.getElementsByTagName("*").getLength());
        }
    }

    @Test
    void any_text_stands_in_every_place_of_a_page_as_it_was_typed() throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        for (String text : RandomText.texts(300, 12).filter(t -> !t.isBlank()).toList()) {
            Prose prose = Prose.text(text);
            Document document = new Document(
                    text,
                    prose,
                    List.of(Section.of(
                            text,
                            "",
                            new Block.Paragraph(Prose.text("p").andCode(text).andEmphasis(text)),
                            new Block.ListBlock(List.of(prose), false),
                            new Block.TableBlock(
                                    "tab:a", prose, List.of(Block.Column.left(text)), List.of(List.of(prose))))),
                    List.of(),
                    text);
            var page = parser.parse(new InputSource(new StringReader(HtmlDocument.render(document))));
            for (String place : List.of("title", "h1", "th", "td", "li", "code", "em", "footer")) {
                NodeList found = page.getElementsByTagName(place);
                assertEquals(1, found.getLength(), place);
                assertEquals(VisibleText.of(text), found.item(0).getTextContent(), place);
            }
        }
    }
}
