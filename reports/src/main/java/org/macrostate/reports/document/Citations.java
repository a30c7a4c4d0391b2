package org.macrostate.reports.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document's references as entries of a bibliography, each under a key of its own that BibTeX accepts. */
public final class Citations {
    private static final Pattern YEAR = Pattern.compile("\\b(1[89]\\d\\d|20\\d\\d)\\b");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");

    private Citations() {}

    /** One entry a reference, in their order. */
    public static List<BibliographyEntry> of(List<Reference> references) {
        Set<String> taken = new HashSet<>();
        List<BibliographyEntry> entries = new ArrayList<>();
        for (Reference reference : references) {
            BibliographyEntry entry = Bibliography.find(reference.key()).orElseGet(() -> bare(reference));
            String key = entry.key();
            for (char letter = 'b'; !taken.add(key); letter++) {
                key = entry.key() + letter;
            }
            entries.add(new BibliographyEntry(entry.type(), key, entry.fields()));
        }
        return entries;
    }

    /** Only what the citation itself says: an identifier, an address, or its words. */
    private static BibliographyEntry bare(Reference reference) {
        Map<String, String> fields = new LinkedHashMap<>();
        String arxiv = after(reference.address(), "https://arxiv.org/abs/");
        String doi = after(reference.address(), "https://doi.org/");
        if (!arxiv.isEmpty()) {
            fields.put("howpublished", "arXiv:" + arxiv);
            fields.put("eprint", arxiv);
            fields.put("archiveprefix", "arXiv");
            return new BibliographyEntry("misc", "arxiv:" + plain(arxiv), fields);
        }
        if (!doi.isEmpty()) {
            fields.put("howpublished", "doi:" + doi);
            fields.put("doi", doi);
            return new BibliographyEntry("misc", "doi:" + plain(doi), fields);
        }
        fields.put("howpublished", reference.text());
        if (!reference.address().isEmpty()) {
            fields.put("url", reference.address());
        }
        return new BibliographyEntry("misc", key(reference.text()), fields);
    }

    private static String after(String address, String start) {
        return address.startsWith(start) ? address.substring(start.length()) : "";
    }

    private static String plain(String identifier) {
        return identifier.replaceAll("[^A-Za-z0-9.:-]", "-");
    }

    /** First name and year, as {@code saad1995}. */
    private static String key(String text) {
        Matcher word = WORD.matcher(text);
        Matcher year = YEAR.matcher(text);
        String name = word.find() ? word.group().toLowerCase(Locale.ROOT) : "work";
        return name + (year.find() ? year.group() : "");
    }
}
