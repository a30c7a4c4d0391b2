package org.macrostate.engine.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.macrostate.engine.analysis.RowStream;
import org.macrostate.engine.model.TimeGrid;
import org.macrostate.engine.option.Assignments;
import org.macrostate.engine.output.DataTable;
import org.macrostate.engine.output.TerminalTable;
import org.macrostate.equations.BadInput;
import picocli.CommandLine.Model.CommandSpec;

/** {@code --format} and {@code --columns}: in which form standard output gets the result, and how much of its tables. */
final class FormatOption implements DeclaredOptions.Shared {
    private static final Pattern PARTS = Pattern.compile("[A-Za-z0-9]+");

    private static final List<String> FORMATS = List.of("table", "csv", "json");

    private Optional<String> format = Optional.empty();
    private Optional<String> columns = Optional.empty();
    private boolean plainNames;

    @Override
    public CommandSpec spec() {
        return CommandSpec.create()
                .addOption(DeclaredOptions.text("table|csv|json", given -> format = given, "--format")
                        .description("form of the result on standard output; the same in a terminal and elsewhere")
                        .build())
                .addOption(DeclaredOptions.text("NAME,…", given -> columns = given, "--columns")
                        .description("only these columns of the table, in this order; as CSV unless --format table")
                        .build())
                .addOption(DeclaredOptions.flag(given -> plainNames = given, "--plain-names")
                        .description(
                                "columns of CSV named by letters, digits and _, as gnuplot, R and awk want",
                                "them: m_1_1 in place of m[1,1]; on standard output or with --out NAME.csv")
                        .build());
    }

    /** @throws BadInput if the options do not go together */
    void requireFits(CommonOptions options, String question, List<String> tables) {
        if (format.isPresent() && !FORMATS.contains(format.get())) {
            throw BadInput.unknownName("value of --format", format.get(), FORMATS);
        }
        if (options.json && format.filter(text -> !text.equals("json")).isPresent()) {
            throw new BadInput("--json and --format " + format.get() + " ask for two forms; leave one of them out");
        }
        boolean wantsTable = columns.isPresent() || format.filter("csv"::equals).isPresent();
        if (wantsTable && tables.isEmpty()) {
            throw new BadInput(question + " has no table; its forms are --format table and --format json");
        }
        if (format.isPresent() && options.out.isPresent()) {
            throw new BadInput(
                    "--format is about standard output; with --out the ending of the file says the form, found --out "
                            + options.out.get());
        }
        boolean otherFile = options.out
                .map(path -> !path.toLowerCase(Locale.ROOT).endsWith(".csv"))
                .orElse(options.json || isJson() || isTable());
        if (plainNames && (otherFile || tables.isEmpty())) {
            throw new BadInput("--plain-names names the columns of CSV: on standard output, or with --out NAME.csv");
        }
        boolean otherTable = options.out.isPresent() ? otherFile : options.json || isJson();
        if (columns.isPresent() && otherTable) {
            throw new BadInput("--columns picks from a table: on standard output, or with --out NAME.csv");
        }
    }

    boolean isJson() {
        return format.filter("json"::equals).isPresent();
    }

    boolean isTable() {
        return format.filter("table"::equals).isPresent();
    }

    /** The text for standard output where the options ask for another than the usual one. */
    Optional<String> text(List<DataTable> tables, String words) {
        if (columns.isPresent()) {
            DataTable first = tables.get(0);
            return Optional.of(
                    isTable() ? TerminalTable.of(picked(first)) : asked(first).csv());
        }
        if (isTable()) {
            boolean isCsv = !tables.isEmpty() && words.equals(tables.get(0).csv());
            return Optional.of(isCsv ? TerminalTable.of(tables.get(0)) : words);
        }
        return format.or(() -> Optional.of("csv").filter(any -> plainNames))
                .filter("csv"::equals)
                .map(csv -> String.join(
                        "\r\n",
                        tables.stream().map(this::asked).map(DataTable::csv).toList()));
    }

    /** @throws BadInput if rows that are written while they are computed were to be named otherwise */
    void requireKept(RowStream rows) {
        if (plainNames || columns.isPresent()) {
            throw new BadInput(
                    (plainNames ? "--plain-names" : "--columns") + " keeps all rows in memory: ask for at most "
                            + TimeGrid.MOST_POINTS + " points, were " + rows.rows());
        }
    }

    /** The columns of a table that were asked for, under the names that were asked for. */
    DataTable asked(DataTable table) {
        return named(picked(table));
    }

    private DataTable named(DataTable table) {
        if (!plainNames) {
            return table;
        }
        List<String> names = new ArrayList<>();
        for (String column : table.columns()) {
            String plain =
                    PARTS.matcher(column).results().map(MatchResult::group).collect(Collectors.joining("_"));
            String name = plain.isEmpty() ? "column" : Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
            String free = name;
            for (int i = 2; names.contains(free); i++) {
                free = name + "_" + i;
            }
            names.add(free);
        }
        return DataTable.computed(
                table.name(), names, table.rows().size(), row -> table.rows().get(row));
    }

    private DataTable picked(DataTable table) {
        if (columns.isEmpty()) {
            return table;
        }
        List<Integer> places = new ArrayList<>();
        List<String> names = Assignments.names(columns.get());
        for (String name : names) {
            int place = table.columns().indexOf(name);
            if (place < 0) {
                throw BadInput.unknownName("column", name, table.columns());
            }
            places.add(place);
        }
        return DataTable.computed(table.name(), names, table.rows().size(), row -> places.stream()
                .map(place -> table.rows().get(row).get(place))
                .toList());
    }
}
