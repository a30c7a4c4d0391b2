package org.macrostate.engine.study;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.macrostate.engine.output.JsonFile;
import org.macrostate.engine.output.MadeBy;
import org.macrostate.engine.output.OutputFiles;

/**
 * What studies wrote into a folder, listed with checksums in {@code .answers/.files.json}, so that a study that is run with
 * {@code --force} in the folder of another leaves none of its files there. A file that is not listed, or that was changed
 * since, is left alone.
 */
final class StudyFolder {
    static final String ANSWERS = ".answers";
    private static final String LIST = ".files.json";
    private static final String STUDY = "study";
    private static final String FILES = "files";

    /** Of a file of unfinished work, which is known by its name. */
    private static final String GROWS = "grows";

    private static final String PIECES = ".pieces";

    private final OutputFiles results;
    private final OutputFiles answers;
    private final String study;
    private final MadeBy madeBy;
    private final Map<String, String> earlier = new TreeMap<>();
    private final Map<String, String> own = new TreeMap<>();
    private final Set<String> asked = new TreeSet<>();

    /**
     * Reads what was written into the folder before.
     *
     * @param answers the files in its folder {@value #ANSWERS}
     * @param study that is run
     */
    StudyFolder(OutputFiles results, OutputFiles answers, String study, MadeBy madeBy) {
        this.results = results;
        this.answers = answers;
        this.study = study;
        this.madeBy = madeBy;
        Optional<Map<?, ?>> list = JsonFile.read(answers.folder().resolve(LIST));
        list.ifPresent(json -> {
            if (json.get(FILES) instanceof Map<?, ?> files) {
                files.forEach((name, sum) -> earlier.put(String.valueOf(name), String.valueOf(sum)));
            }
        });
    }

    /** Files of the answers kept in a study's folder. */
    static OutputFiles answers(OutputFiles results) {
        return new OutputFiles(results.folder().resolve(ANSWERS), results.force());
    }

    /** Lists the files in which questions keep what is finished of their work, before they begin. */
    void begin(Collection<String> questions) {
        questions.forEach(name -> {
            own.put(ANSWERS + "/" + name + PIECES, GROWS);
            asked.add(ANSWERS + "/" + name + ".json");
        });
        list(true);
    }

    /** Lists what was written so far beside what was there. */
    void keep() {
        list(true);
    }

    /**
     * Lists what there is and, where files of others may be overwritten and every question has its answer, removes what earlier
     * runs wrote and this one did not. A kept answer to a question that was asked stays: it says what it is an answer to.
     *
     * @param others files of this run that do not go through {@link OutputFiles}
     * @param isWhole whether all questions of the study were asked and answered
     */
    void end(Collection<String> others, boolean isWhole) {
        others.forEach(name -> own.put(name, ""));
        own.replaceAll((name, sum) -> sum.equals(GROWS) ? sum : ""); // files may have been written anew since
        asked.forEach(name -> own.putIfAbsent(name, earlier.getOrDefault(name, "")));
        boolean removes = isWhole && results.force();
        for (Map<String, String> files : List.of(own, earlier)) { // work that was finished is there no more
            files.entrySet().removeIf(file -> file.getValue().equals(GROWS) && !Files.exists(place(file.getKey())));
        }
        list(!removes);
        if (removes) {
            // Where the file system tells no cases apart, a name in another case is the same file.
            Set<String> kept = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            kept.addAll(own.keySet());
            earlier.keySet().stream().filter(name -> !kept.contains(name)).forEach(this::remove);
        }
    }

    private void list(boolean withEarlier) {
        results.written().forEach(name -> own.putIfAbsent(name, ""));
        answers.written().stream()
                .filter(name -> !name.equals(LIST))
                .forEach(name -> own.putIfAbsent(ANSWERS + "/" + name, ""));
        own.replaceAll((name, sum) -> sum.isEmpty() ? checksum(place(name)) : sum);
        own.values().removeIf(String::isEmpty);
        Map<String, String> files = new TreeMap<>(withEarlier ? earlier : Map.of());
        files.putAll(own);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(MadeBy.KEY, madeBy.json());
        json.put(STUDY, study);
        json.put(FILES, files);
        answers.writeJson(LIST, json);
    }

    private Path place(String name) {
        return results.folder().resolve(name);
    }

    /** Removes a file as it was written; a list that names places outside of the folder is not followed. */
    private void remove(String name) {
        Path path = place(name);
        boolean isInside = isPlain(name.startsWith(ANSWERS + "/") ? name.substring(ANSWERS.length() + 1) : name);
        String sum = earlier.getOrDefault(name, "");
        boolean isSame = sum.equals(GROWS)
                ? name.startsWith(ANSWERS + "/") && name.endsWith(PIECES)
                : !sum.isEmpty() && sum.equals(checksum(path));
        try {
            if (isInside && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && isSame) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot delete '" + path + "'", failed);
        }
    }

    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && !List.of(".", "..").contains(name)
                && name.indexOf('/') < 0
                && name.indexOf('\\') < 0
                && name.indexOf(':') < 0
                && name.indexOf('\0') < 0;
    }

    /** SHA-256 of a file's content; empty if there is none. */
    private static String checksum(Path file) {
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return "";
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (var in = Files.newInputStream(file)) {
                byte[] buffer = new byte[1 << 16];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    digest.update(buffer, 0, n);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException unreadable) {
            return "";
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }
}
