package org.macrostate.reports.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macrostate.equations.ResourceText;

/** The works that bundled models cite, from the file {@code references.bib} beside this class. */
final class Bibliography {
    private static final Pattern HEAD = Pattern.compile("@([a-z]+)\\{([^,]+),");
    private static final Pattern FIELD = Pattern.compile("^([a-z]+) = \\{(.*)\\},");
    private static final Pattern ARXIV = Pattern.compile("(?i:arxiv):\\s*");
    private static final Pattern BEHIND = Pattern.compile("([\\s,;.(].*)?");
    private static final List<Work> WORKS = read();

    private Bibliography() {}

    /** A work and the words in a citation that name it. */
    private record Work(BibliographyEntry entry, List<String> names) {}

    /** The work that a citation names, with what else the citation says as a note. */
    static Optional<BibliographyEntry> find(String citation) {
        String cite = ARXIV.matcher(citation).replaceAll("arXiv:");
        for (Work work : WORKS) {
            for (String name : work.names()) {
                int at = cite.indexOf(name);
                String rest = at < 0 ? "" : cite.substring(at + name.length());
                if (at >= 0 && BEHIND.matcher(rest).matches()) {
                    String note = note(rest, work.entry());
                    return Optional.of(
                            note.isEmpty() ? work.entry() : work.entry().with("note", note));
                }
            }
        }
        return Optional.empty();
    }

    private static String note(String rest, BibliographyEntry entry) {
        String year = "(" + entry.fields().getOrDefault("year", "") + ")";
        String note = rest.replace(year, "").replaceFirst("^[\\s,;.]+", "").strip();
        boolean bracketed = note.startsWith("(") && note.endsWith(")");
        return bracketed ? note.substring(1, note.length() - 1) : note;
    }

    private static List<Work> read() {
        List<Work> works = new ArrayList<>();
        String type = "";
        String key = "";
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line :
                ResourceText.of(Bibliography.class, "references.bib").lines().toList()) {
            Matcher head = HEAD.matcher(line);
            Matcher field = FIELD.matcher(line.strip());
            if (head.matches()) {
                type = head.group(1);
                key = head.group(2);
                fields = new LinkedHashMap<>();
            } else if (field.matches()) {
                fields.put(field.group(1), field.group(2));
            } else if (line.equals("}")) {
                List<String> names = List.of(fields.remove("match").split("; "));
                works.add(new Work(new BibliographyEntry(type, key, fields), names));
            }
        }
        return List.copyOf(works);
    }
}
