package org.macrostate.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What a repository of artifacts asks of a POM holds of each that is published, with what it inherits. */
class PublishedPomsTest {
    private static final Path ROOT = Path.of(System.getProperty("macrostate.root", ".."))
            .toAbsolutePath()
            .normalize();

    /** A POM's own text; what it does not say its parent says. */
    private record Pom(Element own, Optional<Pom> parent) {
        static Pom read(String module) throws Exception {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Path file = ROOT.resolve(module).resolve("pom.xml");
            Element own = factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
            return new Pom(own, module.isEmpty() ? Optional.empty() : Optional.of(read("")));
        }

        /** The elements at a path of names; of the parent where there are none. */
        List<Element> all(String... path) {
            List<Element> here = List.of(own);
            for (String name : path) {
                here = here.stream().flatMap(e -> children(e, name).stream()).toList();
            }
            return here.isEmpty() ? parent.map(p -> p.all(path)).orElse(List.of()) : here;
        }

        /** The text of the one element there, with properties put in. */
        String text(String... path) {
            List<Element> found = all(path);
            assertEquals(1, found.size(), String.join("/", path));
            return interpolated(found.get(0).getTextContent().strip());
        }

        private String interpolated(String text) {
            String whole = text;
            for (Map.Entry<String, String> property : properties().entrySet()) {
                whole = whole.replace("${" + property.getKey() + "}", property.getValue());
            }
            return whole;
        }

        Map<String, String> properties() {
            Map<String, String> all = new HashMap<>(parent.map(Pom::properties).orElse(Map.of()));
            children(own, "properties").forEach(p -> children(p, "*")
                    .forEach(one ->
                            all.put(one.getTagName(), one.getTextContent().strip())));
            return all;
        }
    }

    private static List<Element> children(Element of, String name) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = of.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element
                    && (name.equals("*") || element.getTagName().equals(name))) {
                children.add(element);
            }
        }
        return children;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "equations", "solvers", "reports", "engine", "engine/spark"})
    void a_published_pom_says_what_it_is_whose_it_is_and_where_its_sources_are(String module) throws Exception {
        Pom pom = Pom.read(module);
        assertFalse(pom.text("name").isBlank());
        assertTrue(pom.text("description").length() > 20);
        assertTrue(pom.text("url").matches("https://[a-z0-9./-]+"), pom.text("url"));
        assertTrue(pom.text("scm", "url").startsWith("https://"), pom.text("scm", "url"));
        assertTrue(pom.text("scm", "connection").matches("scm:git:https://.*\\.git"), pom.text("scm", "connection"));
        assertFalse(pom.text("scm", "developerConnection").isBlank());
        assertFalse(pom.text("developers", "developer", "name").isBlank());
        assertEquals("Apache-2.0", pom.text("licenses", "license", "name"));
        if (!module.isEmpty()) {
            assertEquals("org.macrostate", pom.text("parent", "groupId"));
            assertEquals(Pom.read("").text("version"), pom.text("parent", "version"));
        }
        assertFalse(Pom.read("").text("version").endsWith("-SNAPSHOT"));
        assertEquals(List.of(), pom.all("repositories")); // an artifact must be resolvable from Maven Central alone
        assertEquals(List.of(), pom.all("pluginRepositories"));
    }

    @Test
    void every_module_that_is_published_has_a_java_module_name_of_its_own() throws Exception {
        Set<String> names = new HashSet<>();
        for (String module : List.of("equations", "solvers", "reports", "engine")) {
            String name = Pom.read(module).text("properties", "module.name");
            assertTrue(name.matches("org\\.macrostate\\.[a-z]+") && names.add(name), name);
        }
    }

    @Test
    void sources_and_documentation_are_published_by_plugins_of_stated_versions() throws Exception {
        Pom root = Pom.read("");
        Element publish = root.all("profiles", "profile").stream()
                .filter(profile ->
                        children(profile, "id").get(0).getTextContent().equals("publish"))
                .findFirst()
                .orElseThrow();
        List<String> goals = Stream.of(publish)
                .flatMap(p -> children(p, "build").stream())
                .flatMap(b -> children(b, "plugins").stream())
                .flatMap(p -> children(p, "plugin").stream())
                .flatMap(p -> children(p, "executions").stream())
                .flatMap(e -> children(e, "execution").stream())
                .flatMap(e -> children(e, "goals").stream())
                .map(g -> g.getTextContent().strip())
                .toList();
        assertEquals(List.of("jar-no-fork", "jar"), goals);
        List<String> versioned = root.all("build", "pluginManagement", "plugins", "plugin").stream()
                .filter(plugin -> !children(plugin, "version").isEmpty())
                .map(plugin -> children(plugin, "artifactId").get(0).getTextContent())
                .toList();
        assertTrue(versioned.containsAll(List.of("maven-source-plugin", "maven-javadoc-plugin")), versioned.toString());
    }
}
