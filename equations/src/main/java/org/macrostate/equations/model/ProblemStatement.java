package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.macrostate.equations.language.Text;

/** What was said of a problem, in texts with their places; nothing is checked yet. */
final class ProblemStatement {
    private final Text name;
    private final Map<ModelSection, List<Entry>> entries = new EnumMap<>(ModelSection.class);
    private final List<Line> updates = new ArrayList<>();
    private final List<Line> flow = new ArrayList<>();
    private final Map<Text, List<Line>> states = new LinkedHashMap<>();
    private final Map<Text, String> tex = new LinkedHashMap<>();
    private final List<String> cite = new ArrayList<>();
    private final List<String> symmetries = new ArrayList<>();
    private final List<Line> losses = new ArrayList<>();
    private Optional<Text> loss = Optional.empty();
    private Text batch = Text.of("1");
    private String title = "";
    private String hash = "";

    /** A line {@code target: expression}. */
    record Line(Text target, Text value) {
        @Override
        public String toString() {
            return target.value() + ": " + value.value();
        }
    }

    ProblemStatement(Text name) {
        this.name = name;
        for (ModelSection section : ModelSection.values()) {
            entries.put(section, new ArrayList<>());
        }
    }

    /** The same with other samples and random factors, one step being one draw of them; its hash is that of what was said. */
    ProblemStatement inBatches(List<Entry> samples, List<Entry> randoms) {
        ProblemStatement written = new ProblemStatement(name);
        entries.forEach((section, list) -> written.entriesOf(section)
                .addAll(section == ModelSection.SAMPLES ? samples : section == ModelSection.RANDOMS ? randoms : list));
        written.updates.addAll(updates);
        written.flow.addAll(flow);
        written.states.putAll(states);
        tex.forEach((symbol, latex) -> {
            boolean known = entriesOf(ModelSection.RANDOMS).stream()
                            .noneMatch(e -> e.name().equals(symbol.value()))
                    || randoms.stream().anyMatch(e -> e.name().equals(symbol.value()));
            if (known) {
                written.tex.put(symbol, latex);
            }
        });
        written.cite.addAll(cite);
        written.symmetries.addAll(symmetries);
        written.losses.addAll(losses);
        written.loss = loss;
        written.title = title;
        written.hash = hash.isEmpty() ? TextHash.of(statement()) : hash;
        return written;
    }

    void title(String words) {
        title = words;
    }

    void cite(String work) {
        cite.add(work);
    }

    void hash(String sha256) {
        hash = sha256;
    }

    void symmetry(String said) {
        symmetries.add(said);
    }

    void declare(ModelSection section, Entry entry) {
        entriesOf(section).add(entry);
    }

    void batch(Text samples) {
        batch = samples;
    }

    void tex(Text symbol, String latex) {
        tex.put(symbol, latex);
    }

    void loss(Text value) {
        loss = Optional.of(value);
    }

    void update(Text target, Text step) {
        updates.add(new Line(target, step));
    }

    void flow(Text scalar, Text rate) {
        flow.add(new Line(scalar, rate));
    }

    void loss(Text target, Text value) {
        losses.add(new Line(target, value));
    }

    void state(Text state, Text orderParameter, Text value) {
        state(state).add(new Line(orderParameter, value));
    }

    /** The lines of a state, which may stay without any. */
    List<Line> state(Text state) {
        Optional<Text> known = states.keySet().stream()
                .filter(s -> s.value().equals(state.value()))
                .findFirst();
        return states.computeIfAbsent(known.orElse(state), s -> new ArrayList<>());
    }

    Text name() {
        return name;
    }

    List<Entry> entriesOf(ModelSection section) {
        return entries.getOrDefault(section, List.of());
    }

    Optional<Text> loss() {
        return loss;
    }

    /** Losses of single networks. */
    List<Line> losses() {
        return losses;
    }

    /** Whether anything moves by a gradient. */
    boolean hasLoss() {
        return loss.isPresent() || !losses.isEmpty();
    }

    List<Line> updates() {
        return updates;
    }

    List<Line> flow() {
        return flow;
    }

    Map<Text, List<Line>> states() {
        return states;
    }

    Map<Text, String> tex() {
        return tex;
    }

    List<String> cite() {
        return cite;
    }

    List<String> symmetries() {
        return symmetries;
    }

    Text batch() {
        return batch;
    }

    String title() {
        return title;
    }

    String hash() {
        return hash;
    }

    /** Everything that was said, in one text: what the hash is of when there is no file. */
    String statement() {
        StringBuilder text = new StringBuilder(name.value()).append('\n').append(title);
        entries.forEach((section, list) -> list.forEach(
                e -> text.append('\n').append(section.key()).append(' ').append(e)));
        loss.ifPresent(l -> text.append("\nloss ").append(l.value()));
        losses.forEach(l -> text.append("\nloss ").append(l));
        updates.forEach(l -> text.append("\nupdate ").append(l));
        flow.forEach(l -> text.append("\nflow ").append(l));
        states.forEach((s, lines) ->
                text.append("\nstate ").append(s.value()).append(' ').append(lines));
        return text.append("\nbatch ")
                .append(batch.value())
                .append(cite)
                .append(symmetries)
                .toString();
    }
}
