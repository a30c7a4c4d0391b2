package org.macrostate.engine.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.macrostate.equations.BadInput;

/**
 * Which columns of a table count.
 *
 * @param only these, in any order, by name or by number from 1; empty for all
 * @param without all but these
 */
public record ColumnChoice(Optional<List<String>> only, List<String> without) {
    public ColumnChoice {
        only = only.map(List::copyOf);
        without = List.copyOf(without);
    }

    /** All columns. */
    public static final ColumnChoice ALL = new ColumnChoice(Optional.empty(), List.of());

    /**
     * Places of the columns that count, from 0, rising.
     *
     * @throws BadInput if a column does not exist or none is left
     */
    int[] among(List<String> names) {
        List<Integer> wanted = new ArrayList<>();
        only.ifPresent(list -> list.forEach(name -> wanted.add(place(name, names))));
        List<Integer> left = without.stream().map(name -> place(name, names)).toList();
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if ((only.isEmpty() || wanted.contains(i)) && !left.contains(i)) {
                kept.add(i);
            }
        }
        if (kept.isEmpty()) {
            throw new BadInput("no column is left of " + names.size());
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int place(String name, List<String> names) {
        int place = names.indexOf(name);
        if (place >= 0) {
            return place;
        }
        if (name.matches("[0-9]{1,6}") && Integer.parseInt(name) >= 1 && Integer.parseInt(name) <= names.size()) {
            return Integer.parseInt(name) - 1;
        }
        throw BadInput.unknownName("column", name, names);
    }
}
