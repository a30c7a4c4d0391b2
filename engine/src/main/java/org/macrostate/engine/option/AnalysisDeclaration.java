package org.macrostate.engine.option;

import java.util.ArrayList;
import java.util.List;

/**
 * What a command, an item of a study file, the schema of studies and the page of commands say of an analysis.
 *
 * @param name of the command and of the item
 * @param summary what it gives, in one sentence
 * @param options its own, beside those that every analysis has
 * @param remarks lines of {@code --help} behind the options
 * @param examples command lines; one that goes on has its further lines indented
 */
public record AnalysisDeclaration(
        String name, String summary, List<AnalysisOption<?>> options, List<String> remarks, List<String> examples) {
    public AnalysisDeclaration {
        options = List.copyOf(options);
        remarks = List.copyOf(remarks);
        examples = List.copyOf(examples);
    }

    /** The options that are keys of a study's item. */
    public List<AnalysisOption<?>> keys() {
        List<AnalysisOption<?>> keys = new ArrayList<>();
        for (AnalysisOption<?> option : options) {
            if (!option.onlyCommand()) {
                keys.add(option);
            }
        }
        return keys;
    }

    /** What follows the options in {@code --help}. */
    public List<String> footer() {
        List<String> footer = new ArrayList<>(List.of(""));
        footer.addAll(remarks);
        String title = examples.size() == 1 ? "Example:  " : "Examples:  ";
        for (int i = 0; i < examples.size(); i++) {
            String before = i == 0 ? title : " ".repeat(title.length());
            String[] lines = examples.get(i).split("\n", -1);
            footer.add(before + lines[0]);
            for (int k = 1; k < lines.length; k++) {
                footer.add(" ".repeat(title.length()) + lines[k]);
            }
        }
        return footer;
    }
}
