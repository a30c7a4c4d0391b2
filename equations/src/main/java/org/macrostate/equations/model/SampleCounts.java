package org.macrostate.equations.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.tensor.Expression;
import org.macrostate.equations.tensor.ExpressionText;

/** The sizes that count copies of samples: numbers, since each copy is a sample of its own when the model is read. */
record SampleCounts(Set<String> sizes) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}$][\\p{L}\\p{Nd}_$]*+");

    /** Copies of one sample. */
    private static final int MOST = 64;

    static SampleCounts of(List<Entry> samples) {
        Set<String> sizes = new HashSet<>();
        for (Entry entry : samples) {
            entry.parts("copies").forEach(text -> {
                Matcher names = NAME.matcher(text.value());
                while (names.find()) {
                    sizes.add(names.group());
                }
            });
        }
        return new SampleCounts(sizes);
    }

    boolean contains(String size) {
        return sizes.contains(size);
    }

    /** @throws BadInput if there are too many */
    static int checked(Expression extent, NameTable names) {
        int count = names.copies(extent).orElse(0);
        if (count < 1 || count > MOST) {
            throw new BadInput("a sample may have from 1 to " + MOST + " copies, found " + ExpressionText.of(extent));
        }
        return count;
    }
}
