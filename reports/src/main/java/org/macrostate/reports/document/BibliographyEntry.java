package org.macrostate.reports.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A work with what is known of it, under BibTeX's names.
 *
 * @param type {@code article}, {@code book}, {@code inproceedings}, {@code misc}
 * @param fields plain text; authors as {@code Solla, Sara A. and Saad, David}
 */
public record BibliographyEntry(String type, String key, Map<String, String> fields) {
    public BibliographyEntry {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The work as a list of references shows it. */
    public String text() {
        List<String> parts = new ArrayList<>();
        add(parts, authors());
        add(parts, field("title"));
        String within = field("journal") + field("booktitle") + field("publisher");
        String volume = field("volume").isEmpty() ? "" : " " + field("volume");
        String pages = field("pages").isEmpty() ? "" : ", " + field("pages");
        String year = field("year").isEmpty() ? "" : " (" + field("year") + ")";
        add(parts, (within + volume + pages + year).strip());
        add(parts, identifier());
        add(parts, field("note"));
        return String.join(". ", parts) + ".";
    }

    private static void add(List<String> parts, String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    private String identifier() {
        return field("eprint").isEmpty()
                ? (field("doi").isEmpty() ? "" : "doi:" + field("doi"))
                : "arXiv:" + field("eprint");
    }

    /** Where it can be read; empty if that is not known. */
    public String address() {
        return field("eprint").isEmpty()
                ? (field("doi").isEmpty() ? field("url") : "https://doi.org/" + field("doi"))
                : "https://arxiv.org/abs/" + field("eprint");
    }

    private String field(String name) {
        return fields.getOrDefault(name, "");
    }

    private String authors() {
        List<String> authors = Arrays.stream(field("author").split(" and "))
                .map(BibliographyEntry::initials)
                .toList();
        int last = authors.size() - 1;
        return last < 1 ? authors.get(0) : String.join(", ", authors.subList(0, last)) + " and " + authors.get(last);
    }

    /** {@code Solla, Sara A.} as {@code S. A. Solla}. */
    private static String initials(String author) {
        int comma = author.indexOf(", ");
        return comma < 0
                ? author
                : Arrays.stream(author.substring(comma + 2).split(" "))
                                .map(name -> name.substring(0, name.offsetByCodePoints(0, 1)) + ".")
                                .collect(Collectors.joining(" "))
                        + " " + author.substring(0, comma);
    }

    BibliographyEntry with(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new BibliographyEntry(type, key, more);
    }
}
