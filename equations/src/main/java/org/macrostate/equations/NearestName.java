package org.macrostate.equations;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The name a user probably meant: smallest edit distance (Damerau 1964, Levenshtein 1966), at most a third of its length. */
final class NearestName {
    private static final int LISTED_AT_MOST = 30;
    private static final int LONGEST_DIFFERENCE = 10;

    private NearestName() {}

    static String hint(String found, Collection<String> known) {
        Optional<String> nearest = known.stream()
                .filter(name -> Math.abs(name.length() - found.length()) <= LONGEST_DIFFERENCE)
                .filter(name -> isNear(distance(found, name), Math.max(found.length(), name.length())))
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

    private static boolean isNear(int distance, int length) {
        return distance < length && distance <= Math.max(1, length / 3);
    }

    /** Insertions, deletions, replacements and exchanges of neighbours, each counted once. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(a, b, d, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(String a, String b, int[][] d, int i, int j) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int shortest = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        boolean exchanged = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return exchanged ? Math.min(shortest, 1 + d[i - 2][j - 2]) : shortest;
    }
}
