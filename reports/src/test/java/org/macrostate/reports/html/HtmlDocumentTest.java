package org.macrostate.reports.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.macrostate.reports.SampleDocument;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class HtmlDocumentTest {
    private static final String HTML = HtmlDocument.render(SampleDocument.of("linear-vae", "oja", "lorenz"));

    private static List<Element> elements() throws ParserConfigurationException, SAXException, IOException {
        NodeList nodes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(HTML)))
                .getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    @Test
    void the_page_is_well_formed_and_every_link_leads_somewhere() throws Exception {
        Set<String> ids = new HashSet<>();
        List<String> targets = new ArrayList<>();
        for (Element e : elements()) {
            if (e.hasAttribute("id")) {
                assertTrue(ids.add(e.getAttribute("id")), "id used twice: " + e.getAttribute("id"));
            }
            if (e.getTagName().equals("a")) {
                targets.add(e.getAttribute("href"));
            }
        }
        assertFalse(targets.isEmpty());
        for (String target : targets) {
            assertTrue(target.startsWith("https://") || ids.contains(target.substring(1)), target);
        }
    }

    @Test
    void nothing_is_loaded_and_nothing_runs() throws Exception {
        for (Element e : elements()) {
            assertFalse(Set.of("script", "link", "img", "iframe", "object").contains(e.getTagName()), e.getTagName());
            for (int i = 0; i < e.getAttributes().getLength(); i++) {
                String name = e.getAttributes().item(i).getNodeName();
                assertFalse(name.startsWith("on") || name.equals("src"), name);
            }
        }
        assertFalse(HTML.contains("javascript:"));
        assertFalse(HTML.contains("@import") || HTML.contains("url("));
    }

    @Test
    void text_that_acts_is_shown_instead() throws Exception {
        String title = elements().stream()
                .filter(e -> e.getTagName().equals("h1"))
                .findFirst()
                .orElseThrow()
                .getTextContent();
        assertTrue(title.contains("<script>alert(1)</script> [U+202E]abc[U+200F]"), title);
        assertTrue(HTML.codePoints().noneMatch(c -> c == 0x202E || c == 0x200F || c == 7));
    }

    @Test
    void equations_are_numbered_as_they_come() throws Exception {
        List<String> numbers = elements().stream()
                .filter(e -> e.getAttribute("class").equals("tag"))
                .map(Element::getTextContent)
                .filter(t -> !t.isEmpty())
                .toList();
        for (int i = 0; i < numbers.size(); i++) {
            assertEquals("(" + (i + 1) + ")", numbers.get(i));
        }
        assertEquals(11, numbers.size(), "six equations of the VAE, two of Oja, three of Lorenz");
    }
}
