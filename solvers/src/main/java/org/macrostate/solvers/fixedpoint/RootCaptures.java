package org.macrostate.solvers.fixedpoint;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How often roots were reached, by random starts and in other ways: what tells how many were not. Mutable. */
final class RootCaptures {
    /** How often each was reached by random starts, by its number. */
    private final Map<Integer, Integer> random = new HashMap<>();

    private final Set<Integer> otherwise = new HashSet<>();
    private final Set<Integer> firstByRandom = new HashSet<>();
    private int count;

    /**
     * One more time that a root was reached.
     *
     * @param root numbered from 0 in the order in which they were first reached
     */
    void add(int root, boolean isRandom) {
        boolean isNew = root >= count;
        count = Math.max(count, root + 1);
        if (isRandom) {
            random.merge(root, 1, Integer::sum);
        } else {
            otherwise.add(root);
        }
        if (isNew && isRandom) {
            firstByRandom.add(root);
        }
    }

    /**
     * How many roots were not reached, from how many were seen once and twice (Chao's lower bound): first in whatever way,
     * then by random starts. NaN if no random start led to a root.
     */
    double missing() {
        if (random.isEmpty()) {
            return Double.NaN;
        }
        double once = 0;
        double twice = 0;
        for (int i = 0; i < count; i++) {
            int again = random.getOrDefault(i, 0) - (firstByRandom.contains(i) ? 1 : 0);
            once += again == 0 ? 1 : 0;
            twice += again == 1 ? 1 : 0;
        }
        return once * Math.max(0, once - 1) / (2 * (twice + 1));
    }

    /**
     * The same after a search that looks in chosen places first: from how many of the roots that random starts lead to were
     * found there, too (D. G. Chapman, Univ. Calif. Publ. Statist. 1, 131 (1951)).
     */
    double missingBeside() {
        if (random.isEmpty()) {
            return Double.NaN;
        }
        long both = random.keySet().stream().filter(otherwise::contains).count();
        double all = (random.size() + 1.0) * (otherwise.size() + 1.0) / (both + 1.0) - 1;
        return Math.max(0, all - count);
    }
}
