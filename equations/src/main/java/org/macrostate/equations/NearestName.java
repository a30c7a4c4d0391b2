package org.macrostate.equations;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name a user probably meant: smallest edit distance (Levenshtein 1966), at most a third of its length. */
final class NearestName {
    private static final int LISTED_AT_MOST = 30;

    private NearestName() {}

    static String hint(String found, Collection<String> known) {
        Optional<String> nearest = known.stream()
                .filter(name -> distance(found, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt((String name) -> distance(found, name))
                        .thenComparing(Comparator.naturalOrder()));
        if (nearest.isPresent()) {
            return "; did you mean '" + nearest.get() + "'?";
        }
        if (known.isEmpty() || known.size() > LISTED_AT_MOST) {
            return "";
        }
        return "; known: " + String.join(", ", known);
    }

    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
