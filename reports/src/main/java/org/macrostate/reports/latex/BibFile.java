package org.macrostate.reports.latex;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.macrostate.reports.document.BibliographyEntry;
import org.macrostate.reports.document.Citations;
import org.macrostate.reports.document.Reference;

/** The references of a document for BibTeX, under the keys that its LaTeX cites. */
public final class BibFile {
    private static final Set<String> IDENTIFIERS = Set.of("eprint", "doi", "archiveprefix", "url");

    private BibFile() {}

    /** The whole file; text is escaped for TeX, and titles keep their capitals. */
    public static String render(List<Reference> references) {
        return Citations.of(references).stream().map(BibFile::entry).collect(Collectors.joining("\n"));
    }

    private static String entry(BibliographyEntry entry) {
        return "@" + entry.type() + "{" + entry.key() + ",\n"
                + entry.fields().entrySet().stream().map(BibFile::field).collect(Collectors.joining()) + "}\n";
    }

    private static String field(Map.Entry<String, String> field) {
        boolean identifier = IDENTIFIERS.contains(field.getKey());
        String value = identifier ? field.getValue() : balanced(LatexText.escape(field.getValue()));
        if (field.getKey().equals("pages")) {
            value = field.getValue().replace("–", "--");
        }
        boolean verbatim = field.getKey().equals("title") || field.getKey().equals("howpublished");
        return "  " + field.getKey() + " = {" + (verbatim ? "{" + value + "}" : value) + "},\n";
    }

    /** BibTeX counts braces, and escaped ones too. */
    private static String balanced(String value) {
        return value.replace("\\{", "\\textbraceleft{}").replace("\\}", "\\textbraceright{}");
    }
}
