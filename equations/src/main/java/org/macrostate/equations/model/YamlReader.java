package org.macrostate.equations.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.macrostate.equations.BadInput;
import org.macrostate.equations.Place;
import org.macrostate.equations.language.Text;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads YAML 1.2 into a {@link Yaml} tree, within limits on size, depth and aliases; no type is ever guessed. */
public final class YamlReader {
    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 20;
    private static final int MOST_NODES = 20_000;
    private static final long MOST_WORK = 20_000_000;

    private final YamlPositions positions;
    private final String text;
    private int nodes;

    private YamlReader(String text, String source) {
        this.text = text;
        this.positions = new YamlPositions(text, source);
    }

    /**
     * Reads one document.
     *
     * @throws BadInput if it is no YAML, empty, or beyond a limit
     */
    public static Yaml read(String text, String source) {
        return new YamlReader(text, source).document();
    }

    private Yaml document() {
        if (FlowBrackets.contains(text)) {
            throw new BadInput("characters for private use may not stand in a model").at(positions.whole());
        }
        String readable = text;
        long work = text.length();
        while (true) {
            try {
                return compose(readable);
            } catch (ParserException e) {
                int offset = e.getProblemMark().map(positions::offset).orElse(-1);
                work += text.length();
                if (!FlowBrackets.opensInScalar(readable, offset) || work > MOST_WORK) {
                    throw error(e);
                }
                readable = FlowBrackets.hidden(readable, offset).orElseThrow(() -> error(e));
            } catch (MarkedYamlEngineException e) {
                throw error(e);
            } catch (YamlEngineException e) {
                throw new BadInput("no YAML: "
                                + firstLine(Optional.ofNullable(e.getMessage()).orElse("unreadable")))
                        .at(positions.whole());
            }
        }
    }

    private Yaml compose(String readable) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel("model")
                .setAllowDuplicateKeys(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                // the whole text at once: the library's reader fails where a buffer ends within a surrogate pair
                .setBufferSize(readable.length() + 2)
                .build();
        checkLimits(new Parse(settings).parseString(readable));
        Optional<Node> root = new Compose(settings).composeString(readable);
        return tree(
                root.orElseThrow(() ->
                        new BadInput("the file is empty; it should start with 'model: NAME'").at(positions.whole())),
                "",
                0);
    }

    private void checkLimits(Iterable<Event> events) {
        int depth = 0;
        int aliases = 0;
        for (Event event : events) {
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                throw new BadInput("YAML is nested more than " + DEEPEST + " deep").at(place(event, ""));
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
            if (event instanceof AliasEvent && ++aliases > MOST_ALIASES) {
                throw new BadInput("YAML has more than " + MOST_ALIASES + " aliases").at(place(event, ""));
            }
            if (event instanceof NodeEvent && tag(event).isPresent()) {
                throw new BadInput("YAML tags are not allowed, found '"
                                + tag(event).get() + "'")
                        .at(place(event, ""));
            }
        }
    }

    private static Optional<String> tag(Event event) {
        Optional<String> tag = Optional.empty();
        if (event instanceof CollectionStartEvent c) {
            tag = c.getTag();
        } else if (event instanceof org.snakeyaml.engine.v2.events.ScalarEvent s) {
            tag = s.getTag();
        }
        return tag.filter(t -> !t.equals("!"));
    }

    private Place place(Event event, String key) {
        return event.getStartMark().map(m -> positions.place(m, key)).orElse(positions.whole());
    }

    private Yaml tree(Node node, String key, int depth) {
        Mark mark = node.getStartMark().orElseThrow();
        Place place = positions.place(mark, key);
        if (depth > DEEPEST) {
            throw new BadInput("YAML is nested more than " + DEEPEST + " deep").at(place);
        }
        if (++nodes > MOST_NODES) {
            throw new BadInput("YAML has more than " + MOST_NODES + " keys and values").at(place);
        }
        if (node instanceof ScalarNode scalar) {
            return new Yaml.Scalar(positions.text(scalar, key), place);
        }
        if (node instanceof SequenceNode sequence) {
            List<Yaml> elements = new ArrayList<>();
            sequence.getValue().forEach(element -> elements.add(tree(element, key, depth + 1)));
            return new Yaml.Sequence(elements, place);
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, key, place, depth);
        }
        throw new BadInput("unreadable YAML").at(place);
    }

    private Yaml mapping(MappingNode mapping, String key, Place place, int depth) {
        List<Yaml.Pair> pairs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode name)) {
                throw new BadInput("a key must be a name").at(place);
            }
            String word = FlowBrackets.shown(name.getValue());
            String path = key.isEmpty() ? word : key + "." + word;
            Text text = positions.text(name, path);
            if (!seen.add(word)) {
                throw text.located(new BadInput("key '" + word + "' stands here twice"));
            }
            pairs.add(new Yaml.Pair(text, tree(tuple.getValueNode(), path, depth + 1)));
        }
        return new Yaml.Mapping(pairs, place);
    }

    private BadInput error(MarkedYamlEngineException e) {
        String problem = e.getProblem() == null ? "unreadable" : firstLine(e.getProblem());
        return new BadInput("no YAML: " + FlowBrackets.shown(problem))
                .at(e.getProblemMark().map(m -> positions.place(m, "")).orElse(positions.whole()));
    }

    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("");
    }
}
