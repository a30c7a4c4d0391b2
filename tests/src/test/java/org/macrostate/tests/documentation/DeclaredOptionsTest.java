package org.macrostate.tests.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.macrostate.engine.analysis.Analysis;
import org.macrostate.engine.model.SettingsOptions;
import org.macrostate.engine.option.AnalysisOption;
import org.macrostate.engine.registry.Analyses;

/**
 * The page of commands has the options that the analyses declare, and a command line takes each of them. With
 * {@code -Dmacrostate.pages=write} the page's tables are written anew.
 */
class DeclaredOptionsTest {
    private static final String PAGE = "engine/docs/commands.md";
    private static final String BEGIN = "<!-- options: made from what the analyses declare -->\n";
    private static final String END = "<!-- end of options -->\n";

    @TempDir
    private Path folder;

    private static String tables() {
        StringBuilder page = new StringBuilder(BEGIN);
        table(page, "Every analysis of a model", "", SettingsOptions.all());
        for (Analysis<?, ?> analysis : Analyses.list()) {
            table(
                    page,
                    "`" + analysis.declaration().name() + "`",
                    analysis.declaration().summary(),
                    analysis.declaration().options());
        }
        return page.append(END).toString();
    }

    private static void table(StringBuilder page, String title, String summary, List<AnalysisOption<?>> options) {
        page.append("\n### ").append(title).append("\n\n");
        if (!summary.isEmpty()) {
            page.append(summary).append("\n\n");
        }
        page.append("| option | in a study | what it does |\n|---|---|---|\n");
        for (AnalysisOption<?> option : options) {
            page.append("| `--")
                    .append(String.join("`, `--", option.names()))
                    .append(option.label().isEmpty() ? "" : " " + option.label().replace("|", "\\|"))
                    .append("`")
                    .append(option.isRequired() ? " (needed)" : "")
                    .append(option.onlyCommand() || !isInStudies(option) ? " | | " : " | `" + option.name() + "` | ")
                    .append(String.join(" ", option.said()).replace("|", "\\|"))
                    .append(" |\n");
        }
        page.append('\n');
    }

    private static boolean isInStudies(AnalysisOption<?> option) {
        return SettingsOptions.all().contains(option)
                || Analyses.list().stream()
                        .filter(Analysis::isInStudies)
                        .anyMatch(analysis -> analysis.declaration().keys().contains(option));
    }

    @Test
    void the_page_of_commands_has_the_declared_options() throws IOException {
        String page = Page.named(PAGE).text();
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        assertTrue(begin > 0 && end > begin, "no place for options on " + PAGE);
        String expected = tables();
        if ("write".equals(System.getProperty("macrostate.pages"))) {
            Files.writeString(
                    Page.root().resolve(PAGE),
                    page.substring(0, begin) + expected + page.substring(end + END.length()));
            return;
        }
        assertEquals(expected, page.substring(begin, end + END.length()), "run it with -Dmacrostate.pages=write");
    }

    @Test
    void help_of_each_analysis_has_its_options_with_their_words() throws IOException {
        for (Analysis<?, ?> analysis : Analyses.list()) {
            String help = new Shell(folder)
                    .type("macrostate " + analysis.declaration().name() + " --help")
                    .out()
                    .replaceAll("\\s+", " ");
            for (AnalysisOption<?> option : analysis.declaration().options()) {
                option.names().forEach(name -> assertTrue(help.contains("--" + name), name));
                String said = option.said().get(0).replaceAll("\\s+", " ");
                assertTrue(help.contains(said.substring(0, Math.min(20, said.length()))), said);
            }
        }
    }

    @Test
    void completion_offers_the_declared_options() throws IOException {
        for (Analysis<?, ?> analysis : Analyses.list()) {
            String name = analysis.declaration().name();
            List<String> offered = List.of(new Shell(folder)
                    .type("macrostate __complete " + name + " --")
                    .out()
                    .split("\\R"));
            for (AnalysisOption<?> option : analysis.declaration().options()) {
                option.names().forEach(other -> assertTrue(offered.contains("--" + other), name + " --" + other));
            }
        }
    }

    @Test
    void the_schema_of_studies_has_the_declared_keys_and_no_other() throws IOException {
        JsonNode kinds = new ObjectMapper()
                .readTree(new Shell(folder).type("macrostate schema study").out())
                .at("/definitions/question/properties");
        for (Analysis<?, ?> analysis : Analyses.list()) {
            String name = analysis.declaration().name();
            assertEquals(analysis.isInStudies(), kinds.has(name), name);
            if (analysis.isInStudies()) {
                Set<String> declared = new TreeSet<>(Set.of("as", "model", "quiet"));
                SettingsOptions.all().forEach(option -> declared.add(option.name()));
                analysis.declaration().keys().forEach(option -> declared.addAll(option.names()));
                Set<String> found = new TreeSet<>();
                kinds.get(name).get("properties").fieldNames().forEachRemaining(found::add);
                assertEquals(declared, found, name);
            }
        }
    }
}
