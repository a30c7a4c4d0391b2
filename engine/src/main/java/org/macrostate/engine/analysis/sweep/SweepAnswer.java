package org.macrostate.engine.analysis.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.macrostate.engine.analysis.Answer;
import org.macrostate.engine.analysis.Outcome;
import org.macrostate.engine.analysis.PointValue;
import org.macrostate.engine.analysis.Tasks;
import org.macrostate.engine.output.DataTable;

/** The table of a sweep, each row put together from the results of tasks when it is asked for. */
public final class SweepAnswer implements Answer {
    private static final int MOST_BLOCKS = 256;
    private static final int MOST_JSON = 200_000;

    private final SweepQuestion asked;
    private final SweepGrid grid;
    private final List<MeasureGroup> groups;
    private final Tasks.Results results;
    /** Group and place of each measure, in the order asked. */
    private final int[][] columns;

    private final Map<Long, List<List<PointValue>>> read = new LinkedHashMap<>(MOST_BLOCKS, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<List<PointValue>>> eldest) {
            return size() > MOST_BLOCKS;
        }
    };

    SweepAnswer(SweepQuestion asked, SweepGrid grid, List<MeasureGroup> groups, Tasks.Results results) {
        this.asked = asked;
        this.grid = grid;
        this.groups = List.copyOf(groups);
        this.results = results;
        this.columns = asked.measures().stream().map(this::place).toArray(int[][]::new);
    }

    private int[] place(String measure) {
        for (int g = 0; g < groups.size(); g++) {
            int at = groups.get(g).texts().indexOf(measure);
            if (at >= 0) {
                return new int[] {g, at};
            }
        }
        throw new IllegalStateException("no group has the measure " + measure);
    }

    /** How many points there are. */
    public int count() {
        return grid.count();
    }

    SweepGrid grid() {
        return grid;
    }

    List<String> measures() {
        return asked.measures();
    }

    /** A number, not finite if there is none, or a word. */
    Object value(int row, int measure) {
        int[] column = columns[measure];
        return values(column[0], row).get(column[1]).value();
    }

    private synchronized List<PointValue> values(int group, int row) {
        int block = groups.get(group).blockOf(row);
        return read.computeIfAbsent((long) group << 32 | block, key -> results.of(ValueBlock.class, group, block)
                        .values())
                .get(groups.get(group).placeOf(row));
    }

    private List<Object> row(int row) {
        List<Object> cells = new ArrayList<>();
        for (double value : grid.values(row)) {
            cells.add(value);
        }
        Set<String> notes = new LinkedHashSet<>();
        for (int[] column : columns) {
            PointValue value = values(column[0], row).get(column[1]);
            cells.add(value.value());
            if (!value.note().isEmpty()) {
                notes.add(value.note());
            }
        }
        cells.add(String.join("; ", notes));
        return cells;
    }

    @Override
    public Outcome outcome() {
        return Outcome.DONE;
    }

    @Override
    public List<DataTable> tables() {
        List<String> names = new ArrayList<>(grid.names());
        names.addAll(asked.measures());
        names.add("notes");
        return List.of(DataTable.computed(SweepQuestion.TABLE, names, grid.count(), this::row));
    }

    @Override
    public Map<String, Object> json() {
        DataTable table = tables().get(0);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("over", asked.over().text());
        json.put("measures", asked.measures());
        json.put("points", grid.count());
        json.put("columns", table.columns());
        json.put("rows", grid.count() <= MOST_JSON ? table.rows() : Optional.empty());
        return json;
    }

    @Override
    public List<String> notes() {
        return grid.count() <= MOST_JSON
                ? List.of()
                : List.of("of more than " + MOST_JSON + " points the rows are in the CSV file alone");
    }
}
