package org.macrostate.engine.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Where pieces begin in their file, by stage and task: eight bytes each, so that a million of them are few megabytes. */
final class PiecePlaces {
    private static final int FIRST = 64;

    private final Map<Integer, long[]> byStage = new HashMap<>();
    private int size;

    void put(int stage, int task, long offset) {
        long[] places = byStage.getOrDefault(stage, new long[0]);
        if (task >= places.length) {
            int before = places.length;
            places = Arrays.copyOf(places, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(FIRST, 2L * task + 2)));
            Arrays.fill(places, before, places.length, -1);
            byStage.put(stage, places);
        }
        size += places[task] < 0 ? 1 : 0;
        places[task] = offset;
    }

    /** -1 if there is none. */
    long get(int stage, int task) {
        long[] places = byStage.get(stage);
        return places == null || task >= places.length ? -1 : places[task];
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }
}
