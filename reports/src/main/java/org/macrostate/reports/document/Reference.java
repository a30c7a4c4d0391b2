package org.macrostate.reports.document;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cited work.
 *
 * @param key what citations call it
 * @param text how it is shown
 * @param address where it can be read; empty if nowhere
 */
public record Reference(String key, String text, String address) {
    private static final Pattern ARXIV =
            Pattern.compile("(?i:arxiv):\\s*([0-9]{4}\\.[0-9]{4,5}(?:v[0-9]+)?|[a-z.-]+(?:\\.[A-Z]{2})?/[0-9]{7})");
    private static final Pattern DOI = Pattern.compile("(?i:doi):\\s*(10\\.[0-9]{4,9}/[A-Za-z0-9()./:;_-]+)");
    private static final Pattern ADDRESS = Pattern.compile("https?://[A-Za-z0-9./:_~?=&%+-]+");

    /**
     * A model's {@code cite} entry. Works of the bundled bibliography appear with authors and title; of others arXiv and DOI
     * identifiers and addresses become links, and other text stays text.
     */
    public static Reference of(String cite) {
        Optional<BibliographyEntry> known = Bibliography.find(cite);
        if (known.isPresent()) {
            return new Reference(cite, known.get().text(), known.get().address());
        }
        Matcher arxiv = ARXIV.matcher(cite.strip());
        if (arxiv.matches()) {
            return new Reference(cite, "arXiv:" + arxiv.group(1), "https://arxiv.org/abs/" + arxiv.group(1));
        }
        Matcher doi = DOI.matcher(cite.strip());
        if (doi.matches()) {
            return new Reference(cite, "doi:" + doi.group(1), "https://doi.org/" + doi.group(1));
        }
        return new Reference(cite, cite, isAddress(cite.strip()) ? cite.strip() : "");
    }

    /** True for {@code http} and {@code https} addresses of ordinary characters; only those become links. */
    public static boolean isAddress(String address) {
        return ADDRESS.matcher(address).matches();
    }

    /**
     * The number of a reference in a list, from 1.
     *
     * @throws IllegalArgumentException if the list lacks it
     */
    public static int number(List<Reference> references, String key) {
        for (int i = 0; i < references.size(); i++) {
            if (references.get(i).key().equals(key)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no reference is called '" + key + "'");
    }
}
