package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.language.Text;

/**
 * A problem in which {@code BatchMean[...]} stands, with every sample of a batch as a copy: a step then draws one batch whose
 * members are samples of their own, and a mean over them is a sum over copies. Random factors are drawn for each member: those
 * without copies get copies, others a name for each.
 *
 * @param told as it is read on
 * @param members of a batch, empty where no batch mean stands
 * @param split names of factors that have a name for each member, with these names
 */
record BatchStatement(ProblemStatement told, Optional<Text> members, Map<String, List<String>> split) {
    private static final Pattern BATCH_MEAN = Pattern.compile("\\bBatchMean\\s*\\[");

    /** Factors with names of their own. */
    private static final int MOST = 64;

    /**
     * Writes out the batch where it has to be.
     *
     * @throws BadInput if the batch has no known number, or samples have copies already
     */
    static BatchStatement of(ProblemStatement told) {
        List<Text> texts = new ArrayList<>();
        told.loss().ifPresent(texts::add);
        told.losses().forEach(line -> texts.add(line.value()));
        told.updates().forEach(line -> texts.add(line.value()));
        told.entriesOf(ModelSection.OBSERVABLES)
                .forEach(entry -> entry.part("value").ifPresent(texts::add));
        Optional<Text> first = texts.stream()
                .filter(text -> BATCH_MEAN.matcher(text.value()).find())
                .findFirst();
        return first.isEmpty() ? new BatchStatement(told, Optional.empty(), Map.of()) : written(told, first.get());
    }

    private static BatchStatement written(ProblemStatement told, Text where) {
        int size = size(told, where);
        List<Entry> samples = new ArrayList<>();
        for (Entry entry : told.entriesOf(ModelSection.SAMPLES)) {
            if (entry.part("copies").isPresent()) {
                throw entry.nameText()
                        .located(
                                new BadInput(
                                        "sample '" + entry.name()
                                                + "' has copies, and BatchMean[...] makes copies of every sample: a model has one of both"));
            }
            samples.add(entry.renamed(entry.nameText()).part("copies", told.batch()));
        }
        Map<String, List<String>> split = new LinkedHashMap<>();
        List<Entry> randoms = new ArrayList<>();
        for (Entry entry : told.entriesOf(ModelSection.RANDOMS)) {
            if (entry.part("copies").isEmpty() && entry.parts("classes").isEmpty()) {
                randoms.add(entry.renamed(entry.nameText()).part("copies", told.batch()));
                continue;
            }
            List<String> names = new ArrayList<>();
            for (int i = 1; i <= size; i++) {
                String name = entry.name() + "_" + i;
                names.add(name);
                Entry own = entry.renamed(entry.nameText().with(name));
                String latex = "{" + entry.part("tex").map(Text::value).orElse(entry.name()) + "}^{(" + i + ")}";
                randoms.add(own.tex(latex));
            }
            split.put(entry.name(), List.copyOf(names));
        }
        return new BatchStatement(told.inBatches(samples, randoms), Optional.of(told.batch()), Map.copyOf(split));
    }

    private static int size(ProblemStatement told, Text where) {
        Text batch = told.batch();
        String said = batch.value().strip();
        Optional<Entry> size = told.entriesOf(ModelSection.SIZES).stream()
                .filter(entry -> entry.name().equals(said))
                .findFirst();
        Text number = size.flatMap(entry -> entry.part("value")).orElse(batch);
        if (told.entriesOf(ModelSection.PARAMETERS).stream()
                .anyMatch(entry -> entry.name().equals(said))) {
            throw where.located(new BadInput("BatchMean[...] needs a batch of a known number: 'batch' must be a whole"
                    + " number or a size, was the parameter '" + said + "'"));
        }
        int count = PlainNumber.count(number, "batch");
        if (count > MOST) {
            throw batch.located(new BadInput(
                    "a batch with BatchMean[...] may have from 1 to " + MOST + " samples, found " + count));
        }
        return count;
    }
}
