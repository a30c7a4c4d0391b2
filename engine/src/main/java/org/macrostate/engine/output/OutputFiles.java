package org.macrostate.engine.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.macrostate.engine.cache.ProgramFingerprint;
import org.macrostate.equations.BadInput;
import org.macrostate.reports.table.JsonText;

/**
 * Files in one folder, each written whole or not at all: under a temporary name beside its place, then renamed. A file
 * that exists and is not known to be this program's is left alone: a JSON file says so itself, of any other the file
 * {@code NAME.meta.json} beside it does.
 *
 * @param force whether files of others may be overwritten
 * @param written names of the files written so far, in their order
 */
public record OutputFiles(Path folder, boolean force, Set<String> written) {
    private static final String FILES = "files";
    private static final String NOTES = "notes";

    /** Files in a folder in which nothing is written yet. */
    public OutputFiles(Path folder, boolean force) {
        this(folder, force, Collections.synchronizedSet(new LinkedHashSet<>()));
    }

    /**
     * Makes sure, before the work begins, that these files may be written; writes nothing.
     *
     * @throws BadInput if one exists and is not this program's, or the folder is a file
     */
    public void claim(List<String> names) {
        for (Path above = folder.toAbsolutePath(); above != null; above = above.getParent()) {
            if (Files.exists(above, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(above)) {
                throw new BadInput("'" + above + "' is no folder, so nothing can be written into it");
            }
        }
        for (String name : names) {
            Path file = folder.resolve(name);
            if (Files.isDirectory(file)) {
                throw new BadInput("'" + file + "' is a folder, a file was to be written there");
            }
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !force && !isOurs(name)) {
                throw new BadInput("'" + file + "' exists and was not written by Macrostate; --force overwrites it");
            }
        }
    }

    private boolean isOurs(String name) {
        if (name.endsWith(".json")) {
            return JsonFile.read(folder.resolve(name)).map(MadeBy::isSaidBy).orElse(false);
        }
        return known(name).contains(name);
    }

    private TreeSet<String> known(String name) {
        TreeSet<String> names = new TreeSet<>();
        JsonFile.read(folder.resolve(metaName(name))).filter(MadeBy::isSaidBy).ifPresent(meta -> {
            if (meta.get(FILES) instanceof List<?> list) {
                list.forEach(item -> names.add(item.toString()));
            }
        });
        return names;
    }

    private static String metaName(String name) {
        int dot = name.lastIndexOf('.');
        return (dot > 0 ? name.substring(0, dot) : name) + ".meta.json";
    }

    /** Writes a JSON object that carries its own provenance. */
    public void writeJson(String name, Map<String, Object> object) {
        if (!object.containsKey(MadeBy.KEY)) {
            throw new IllegalArgumentException(name + " must say what made it");
        }
        claim(List.of(name));
        replace(name, JsonText.document(object).getBytes(StandardCharsets.UTF_8));
    }

    public void write(String name, String text, MadeBy madeBy) {
        write(name, text.getBytes(StandardCharsets.UTF_8), madeBy);
    }

    /**
     * Writes a file, and its provenance into {@code NAME.meta.json} once the content is whole: where there is no room for
     * it, neither is left.
     */
    public void write(String name, byte[] bytes, MadeBy madeBy) {
        stream(name, out -> out.write(bytes), madeBy);
    }

    /** Says in {@code NAME.meta.json} what made a file. */
    public void note(String name, MadeBy madeBy) {
        note(name, madeBy, List.of());
    }

    /** Says in {@code NAME.meta.json} what made a file, and what its readers have to know of it. */
    public void note(String name, MadeBy madeBy, List<String> notes) {
        claim(List.of(name, metaName(name)));
        TreeSet<String> files = known(name);
        files.add(name);
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put(MadeBy.KEY, madeBy.json());
        meta.put("computed by", ProgramFingerprint.parts());
        meta.put(FILES, new ArrayList<>(files));
        if (!notes.isEmpty()) {
            meta.put(NOTES, notes);
        }
        replace(metaName(name), JsonText.document(meta).getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file too large for memory in the same way. */
    public void stream(String name, WholeFile.Content content, MadeBy madeBy) {
        stream(name, content, madeBy, List.of());
    }

    /** The same with notes beside the provenance. */
    public void stream(String name, WholeFile.Content content, MadeBy madeBy, List<String> notes) {
        claim(List.of(name, metaName(name)));
        replace(name, content, () -> note(name, madeBy, notes));
    }

    private void replace(String name, byte[] bytes) {
        replace(name, out -> out.write(bytes), () -> {});
    }

    private void replace(String name, WholeFile.Content content, Runnable complete) {
        try {
            new WholeFile(folder, name).write(content, complete);
            written.add(name);
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot write '" + folder.resolve(name) + "'", failed);
        }
    }
}
